// What the model learns from the house's own deals: started here, watched, broken off, and judged by later deals.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LearningRun, Model } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { report } from '~/app/undo';
import { useMay } from '~/session/may';
import settings from '~/settings/Settings.module.css';
import { problemText } from '~/words/problem';
import { hasEnded, learningsQuery, useLearning } from './api';
import { HowFar } from './HowFar';
import css from './Learning.module.css';
import { RunRow, stateName } from './RunRow';

export function Learning({ model }: { model: Model }) {
  const { t, f } = useWords();
  const mayChange = useMay()('update', 'model');
  const query = useQuery(learningsQuery);
  const { start } = useLearning();
  if (query.isPending) return <Waiting />;
  if (query.isError)
    return <Failure what={t('learning.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const { data: runs, least_judges: judges, least_of_either: either } = query.data;
  const current = runs.find((run) => !hasEnded(run));
  const ended = runs.filter(hasEnded);
  const begin = async () => {
    try {
      await start.mutateAsync();
      report({ message: t('learning.started') });
    } catch (error) {
      report({ message: t('common.not_saved'), detail: problemText(t, error) });
    }
  };
  return (
    <>
      <div className={css.head}>
        <div className={css.lead}>
          <p>{t('learning.lead')}</p>
          <p className={`${text.small} ${text.third}`}>
            {[t('learning.needs', { judges: f.count(judges), either: f.count(either) }), t('learning.week')].join(
              t('common.sentence_gap'),
            )}
          </p>
        </div>
        {mayChange && !current && (
          <Button variant="filled" loading={start.isPending} onClick={() => void begin()}>
            {t('learning.start')}
          </Button>
        )}
      </div>
      {current && <Current run={current} mayChange={mayChange} />}
      {runs.length === 0 && <Empty sentence={t('learning.empty')} />}
      {ended.length > 0 && (
        <section>
          <h3 className={settings.title}>{t('learning.runs')}</h3>
          <ul className={css.runs}>
            {ended.map((run, at) => (
              <RunRow key={run.id} model={model} run={run} first={at === 0} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Current({ run, mayChange }: { run: LearningRun; mayChange: boolean }) {
  const { t, f } = useWords();
  const { cancel } = useLearning();
  const { id, done, total, cancel_asked: asked } = run;
  const state = stateName(t, run.state);
  return (
    <section className={css.current} aria-label={state}>
      <span className={text.medium} role="status">
        {asked ? t('learning.cancelling') : state}
      </span>
      {total > 0 && (
        <>
          <HowFar done={done} of={total} />
          <span className={`${text.small} ${text.third}`}>{f.percent(done / total)}</span>
        </>
      )}
      {mayChange && !asked && (
        <Button size="xs" loading={cancel.isPending} onClick={() => cancel.mutate(id)}>
          {t('learning.cancel')}
        </Button>
      )}
    </section>
  );
}
