// The rail of the room: the alarms, what to do next, one line to log evidence, the promises that are open, and the evidence itself.

import type { Ref as ReactRef } from 'react';
import { DealAdvice } from '~/advice/DealAdvice';
import type { Prefill } from '~/advice/prefill';
import type { Day, Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { PromiseRow } from '~/commitments/PromiseRow';
import { EvidenceFeed } from '~/interactions/EvidenceFeed';
import { EvidenceLine } from '~/interactions/EvidenceLine';
import { useMay } from '~/session/may';
import { RoomAlarms } from './RoomAlarms';
import css from './RoomRail.module.css';

interface Props {
  room: Room;
  at: Day | null;
  names: ReadonlyMap<Id, string>;
  lineRef: ReactRef<HTMLTextAreaElement>;
  /** In one column the alarms and the advice come first on the page. */
  inOneColumn: boolean;
  /** Missing where the reader may not plan. */
  onPlan: ((prefill: Prefill) => void) | undefined;
}

export function RoomRail({ room, at, names, lineRef, inOneColumn, onPlan }: Props) {
  const { t, f } = useWords();
  const may = useMay();
  const mayRecord = may('create', 'interaction', room.opportunity) && may('update', 'opportunity', room.opportunity);
  const open = room.commitments
    .filter(({ state }) => state === 'open' || state === 'overdue')
    .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  const kept = room.commitments.filter(({ state, ours: isOurs }) => isOurs && state === 'kept').length;
  const ours = room.commitments.filter(
    ({ ours: isOurs, state }) => isOurs && (state === 'kept' || state === 'broken'),
  ).length;
  return (
    <aside className={css.rail} aria-label={t('room.rail')}>
      {!inOneColumn && (
        <>
          <RoomAlarms room={room} live={at === null} />
          <DealAdvice room={room} live={at === null} onPlan={onPlan} />
        </>
      )}
      <section className={css.section}>
        {at ? (
          <p className={`${text.small} ${text.third} ${css.looking}`}>
            {t('room.looking_back', { day: f.fullDay(at) })}
          </p>
        ) : mayRecord ? (
          <EvidenceLine
            inputRef={lineRef}
            opportunityId={room.opportunity.id}
            personId={null}
            names={names}
            observedUntil={room.opportunity.observed_until}
            placeholder={t('evidence.placeholder')}
          />
        ) : (
          <p className={`${text.small} ${text.third} ${css.looking}`}>{t('evidence.may_not')}</p>
        )}
      </section>
      <section className={css.section}>
        <h2 className={css.title}>
          {t('room.promises')}
          {ours > 0 && (
            <span className={`${text.tiny} ${text.third}`}>{t('promise.tally', { kept, total: ours })}</span>
          )}
        </h2>
        {open.length === 0 && <p className={`${text.small} ${text.third} ${css.none}`}>{t('promise.none_open')}</p>}
        <ul className={css.list}>
          {open.map((promise) => (
            <PromiseRow key={promise.id} promise={promise} asOf={room.as_of} readOnly={!mayRecord || at !== null} />
          ))}
        </ul>
      </section>
      <section className={css.section}>
        <h2 className={css.title}>
          {t('room.evidence_feed')}
          <span className={`${text.tiny} ${text.third}`}>{f.count(room.evidence_count)}</span>
        </h2>
        <EvidenceFeed opportunity={room.opportunity} names={names} at={at} />
      </section>
    </aside>
  );
}
