// Every activity of the deal: what is to be done first, then what was done and what it changed, then what was cancelled.

import { Button, Kbd } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Activity, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Empty } from '~/app/shared/Empty';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import css from './ActivitiesTab.module.css';
import { ActivityRow } from './ActivityRow';
import { activitiesQuery } from './api';
import { DoneRow } from './DoneRow';

/** Of what was done, the latest show at once what they changed. */
const UNFOLDED = 3;

export function ActivitiesTab({ room, onPlan }: { room: Room; onPlan?: (() => void) | undefined }) {
  const { t } = useWords();
  const query = useQuery(activitiesQuery(room.opportunity.id));
  if (query.isPending) return <Waiting rows={6} height={36} />;
  if (query.isError)
    return <Failure what={t('activity.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const of = (...states: Activity['state'][]) => query.data.filter(({ state }) => states.includes(state));
  const open = of('overdue', 'open');
  const done = of('done').sort((a, b) => (b.done?.at ?? '').localeCompare(a.done?.at ?? ''));
  const cancelled = of('cancelled');
  return (
    <div className={css.page}>
      {query.data.length === 0 && <Empty sentence={t('activity.empty')} example={t('activity.example')} />}
      {open.length > 0 && (
        <section>
          <h2 className={css.title}>{t('activity.open')}</h2>
          <ul className={css.list}>
            {open.map((activity) => (
              <ActivityRow key={activity.id} activity={activity} readOnly={!onPlan} />
            ))}
          </ul>
        </section>
      )}
      {done.length > 0 && (
        <section>
          <h2 className={css.title}>{t('activity.done')}</h2>
          <p className={`${text.small} ${text.third} ${css.lead}`}>{t('effect.lead')}</p>
          <ul className={css.list}>
            {done.map((activity, index) => (
              <DoneRow key={activity.id} activity={activity} unfolded={index < UNFOLDED} />
            ))}
          </ul>
        </section>
      )}
      {cancelled.length > 0 && (
        <section>
          <h2 className={css.title}>{t('activity.cancelled_all')}</h2>
          <ul className={css.list}>
            {cancelled.map((activity) => (
              <ActivityRow key={activity.id} activity={activity} readOnly />
            ))}
          </ul>
        </section>
      )}
      {onPlan && (
        <div>
          <Button variant="filled" onClick={onPlan}>
            {t('plan.title')} <Kbd>A</Kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
