// Proof: what the house's own closed deals say of the chance to win, beside what plain counting would have said.

import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { HouseProof, ProofTrial, TrackRecord } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import { problemText } from '~/words/problem';
import { isComputing, proofQuery, useComputeProof } from './api';
import { Caveats } from './Caveats';
import { Finding } from './Finding';
import css from './Proof.module.css';
import { Reliability } from './Reliability';
import { type Age, ageOf } from './reading';
import { Scores } from './Scores';

export default function Proof() {
  const { t } = useWords();
  const isPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const query = useQuery(proofQuery);
  const again = <ComputeAgain seen={query.data} />;
  return (
    <>
      <Topbar crumbs={[{ label: t('nav.proof') }]}>{!isPhone && again}</Topbar>
      <div className={css.page}>
        {isPhone && <div className={css.top}>{again}</div>}
        {query.isPending && <Waiting />}
        {query.isError && <Failure what={t('proof.failed')} error={query.error} onRetry={() => void query.refetch()} />}
        {query.data && <Seen seen={query.data} />}
      </div>
    </>
  );
}

function ComputeAgain({ seen }: { seen: HouseProof | undefined }) {
  const { t } = useWords();
  const mayCompute = useMay()('create', 'proof');
  const compute = useComputeProof();
  if (!mayCompute || !seen) return null;
  return (
    <Button
      loading={compute.isPending}
      disabled={isComputing(seen)}
      onClick={() =>
        compute.mutate(undefined, {
          onError: (error) => report({ message: t('proof.not_asked'), detail: problemText(t, error) }),
        })
      }
    >
      {t(seen.computed ? 'proof.again' : 'proof.compute')}
    </Button>
  );
}

function Seen({ seen }: { seen: HouseProof }) {
  const { t } = useWords();
  const { computed, run, invented } = seen;
  return (
    <div className={css.body}>
      <HowFar seen={seen} />
      {run?.error && <p className={`${text.small} ${text.away}`}>{t('proof.run_failed', { reason: run.error })}</p>}
      {!computed && !isComputing(seen) && <Empty sentence={t('proof.never')} />}
      {invented && computed && <p className={css.invented}>{t('proof.invented')}</p>}
      {computed &&
        (computed.proof.trial ? (
          <Tried seen={seen} trial={computed.proof.trial} />
        ) : (
          <TooLittle proof={computed.proof} />
        ))}
      {computed && <MadeBy computed={computed} />}
    </div>
  );
}

/** How far a computing is; said aloud as well, but only when it begins and ends. */
function HowFar({ seen }: { seen: HouseProof }) {
  const { t } = useWords();
  const { run } = seen;
  const goesOn = isComputing(seen);
  const share = run && run.total > 0 ? (100 * run.done) / run.total : 0;
  return (
    <div role="status">
      {goesOn && run && (
        <div className={css.run}>
          <span className={text.small}>{t('proof.computing')}</span>
          <Progress value={share} size="sm" aria-label={t('proof.computing')} />
          <span className={`${text.small} ${text.third}`} aria-hidden="true">
            {run.total > 0 ? t('proof.looked_at', { done: run.done, count: run.total }) : t('proof.waiting')}
          </span>
        </div>
      )}
    </div>
  );
}

function Tried({ seen, trial }: { seen: HouseProof; trial: ProofTrial }) {
  const { t } = useWords();
  const search = useSearch({ from: '/frame/proof' });
  const navigate = useNavigate({ from: '/proof' });
  const age = ageOf(trial, search.age);
  const choose = (value: string) =>
    void navigate({ search: { age: value === 'all' ? undefined : Number(value) }, replace: true });
  const ages: Age[] = ['all', ...trial.ages.map(({ age_days: days }) => days)];
  return (
    <>
      <Finding trial={trial} age={age} />
      <div className={css.ages}>
        <span className={`${text.small} ${text.second}`}>{t('proof.asked_at')}</span>
        <SegmentedControl
          aria-label={t('proof.asked_at')}
          value={String(age)}
          onChange={choose}
          data={ages.map((value) => ({
            value: String(value),
            label: value === 'all' ? t('proof.all_ages') : t('proof.age', { count: value }),
          }))}
        />
      </div>
      <div className={css.columns}>
        <Scores trial={trial} age={age} />
        <Reliability trial={trial} age={age} />
      </div>
      <Caveats plain={seen.plain} />
    </>
  );
}

function TooLittle({ proof }: { proof: TrackRecord }) {
  const { t } = useWords();
  const { closed, needed, won, shortage } = proof;
  const why = {
    deals: t('proof.short.deals', { needed }),
    one_sided: t('proof.short.one_sided'),
    short_lived: t('proof.short.short_lived'),
  }[shortage ?? 'deals'];
  return (
    <section className={css.little}>
      <h2 className={text.headline}>{t('proof.too_little')}</h2>
      <p>{t('proof.have', { count: closed, won })}</p>
      <p className={text.second}>{why}</p>
      {shortage === 'deals' && (
        <Progress
          value={(100 * closed) / Math.max(1, needed)}
          size="sm"
          aria-label={t('proof.have', { count: closed, won })}
        />
      )}
    </section>
  );
}

function MadeBy({ computed }: { computed: NonNullable<HouseProof['computed']> }) {
  const { t, f } = useWords();
  const { computed_at: at, model, asked_by: by } = computed;
  return (
    <p className={`${text.small} ${text.third}`}>
      {by
        ? t('proof.made_by', { moment: f.moment(at), model, name: by.name })
        : t('proof.made', { moment: f.moment(at), model })}
    </p>
  );
}
