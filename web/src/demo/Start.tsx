// The demo explains itself in under a minute: three steps over the live figures of the published case.

import type { ReactNode } from 'react';
import type { Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { ButtonLink } from '~/app/shared/ButtonLink';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import { Topbar } from '~/app/shell/Topbar';
import { useRoom } from '~/opportunities/api';
import { useSession } from '~/session/api';
import { momentsOf } from './moments';
import css from './Start.module.css';
import { GapStep, StandingStep, WhyStep } from './Steps';

export default function Start() {
  const { t } = useWords();
  const { installation } = useSession();
  return (
    <>
      <Topbar crumbs={[{ label: t('nav.start') }]} />
      {installation.demo_case_id ? <Case id={installation.demo_case_id} /> : <Empty sentence={t('start.no_case')} />}
    </>
  );
}

function Case({ id }: { id: Id }) {
  const { t } = useWords();
  const latest = useRoom(id, null);
  if (latest.isPending) return <Waiting rows={8} height={40} />;
  if (latest.isError)
    return <Failure what={t('start.failed')} error={latest.error} onRetry={() => void latest.refetch()} />;
  return (
    <div className={css.page}>
      <div className={css.column}>
        <h2 className={css.title}>{t('start.title')}</h2>
        <p className={css.lead}>{t('start.lead')}</p>
        <ThreeSteps room={latest.data} />
        <div className={css.go}>
          <ButtonLink
            variant="filled"
            to="/deals/$dealId"
            params={{ dealId: id }}
            search={{ at: momentsOf(latest.data)?.highest }}
          >
            {t('start.open_room')}
          </ButtonLink>
          <ButtonLink to="/deals">{t('start.open_board')}</ButtonLink>
        </div>
        <p className={css.try}>{t('start.try')}</p>
        <section className={css.honest}>
          <h3>{t('start.honest_title')}</h3>
          <ul>
            <li>{t('start.honest_case')}</li>
            <li>{t('start.honest_assumed')}</li>
            <li>{t('start.honest_invented')}</li>
          </ul>
        </section>
      </div>
    </div>
  );
}

function ThreeSteps({ room }: { room: Room }) {
  const { t } = useWords();
  const moments = momentsOf(room);
  if (!moments) return null;
  const dealId = room.opportunity.id;
  return (
    <ol className={css.steps}>
      <Step number={1} title={t('start.step1')} words={t('start.step1_words')}>
        <StandingStep dealId={dealId} personId={moments.person.person.id} days={[moments.lowest, moments.highest]} />
      </Step>
      <Step number={2} title={t('start.step2')} words={t('start.step2_words')}>
        <GapStep dealId={dealId} day={moments.lowest} />
      </Step>
      <Step number={3} title={t('start.step3')} words={t('start.step3_words')}>
        <WhyStep dealId={dealId} personId={moments.person.person.id} day={moments.highest} />
      </Step>
    </ol>
  );
}

function Step({
  number,
  title,
  words,
  children,
}: {
  number: number;
  title: string;
  words: string;
  children: ReactNode;
}) {
  return (
    <li className={css.step}>
      <div className={css.stepHead}>
        <span className={css.number}>{number}</span>
        <h3>{title}</h3>
      </div>
      <p className={css.words}>{words}</p>
      <div className={css.figure}>{children}</div>
    </li>
  );
}
