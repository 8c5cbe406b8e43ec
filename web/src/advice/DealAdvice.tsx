// What to do in a deal, in the order in which it counts: what is owed, what is worth doing, what to ask, what to leave.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Failure } from '~/app/shared/Failure';
import { Waiting } from '~/app/shared/Waiting';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { AskRow } from './AskRow';
import { adviceQuery } from './api';
import { ChoicesDrawer } from './ChoicesDrawer';
import css from './DealAdvice.module.css';
import { DutyRow } from './DutyRow';
import { NextBest } from './NextBest';
import { type Prefill, takingUp } from './prefill';
import { deedWords, gainWords, namesOf } from './words';

interface Props {
  room: Room;
  /** The latest day is shown, not one looked back at. */
  live: boolean;
  /** Missing where the reader may not plan. */
  onPlan?: ((prefill: Prefill) => void) | undefined;
}

export function DealAdvice({ room, live, onPlan }: Props) {
  const { t, f } = useWords();
  const dealId = room.opportunity.id;
  const [asked, ask] = useState<Id | null>(null);
  const query = useQuery({ ...adviceQuery(dealId), enabled: live });
  if (!live) return <Silent words={t('advice.looking_back')} />;
  if (query.isPending) return <Waiting rows={4} height={28} />;
  if (query.isError)
    return <Failure what={t('advice.failed')} error={query.error} onRetry={() => void query.refetch()} />;
  const { measure, now, duties, best, ask: asks, against, people } = query.data;
  if (measure === null || now === null) return <Silent words={overWords(t, f, room)} />;
  const nameOf = namesOf(people);
  return (
    <>
      {duties.length > 0 && (
        <section className={css.section} aria-label={t('advice.owed')}>
          <h2 className={css.title}>{t('advice.owed')}</h2>
          <ul className={css.list}>
            {duties.map((duty) => (
              <DutyRow
                key={`${duty.kind}:${duty.person_id}:${duty.commitment_id}:${duty.sign}`}
                dealId={dealId}
                duty={duty}
                nameOf={nameOf}
                onPlan={onPlan}
              />
            ))}
          </ul>
        </section>
      )}
      <NextBest
        dealId={dealId}
        measure={measure}
        now={now}
        best={best}
        nameOf={nameOf}
        onPlan={onPlan && ((suggestion) => onPlan(takingUp(dealId, suggestion)))}
        onWhyNot={ask}
      />
      {asks.length > 0 && (
        <section className={css.section} aria-label={t('advice.ask_next')}>
          <h2 className={css.title}>
            {t('advice.ask_next')} <span className={`${text.tiny} ${text.third}`}>{t('advice.tells_order')}</span>
          </h2>
          <ul className={css.list}>
            {asks.map((one) => (
              <AskRow key={`${one.topic}:${one.person_id}`} asking={one} nameOf={nameOf} />
            ))}
          </ul>
        </section>
      )}
      {against && (
        <section className={css.section} aria-label={t('advice.not_advised')}>
          <h2 className={css.title}>{t('advice.not_advised')}</h2>
          <p className={`${text.small} ${css.against}`}>
            <span className={text.away}>
              <Icon name="blocked" size={14} />
            </span>
            <span>{t('advice.again', { deed: deedWords(t, against, nameOf) })}</span>
            <b className={`${text.away} ${text.nowrap}`}>{gainWords(t, f, against.gain)}</b>
          </p>
        </section>
      )}
      <ChoicesDrawer
        room={room}
        personId={asked}
        onPerson={ask}
        onPlan={onPlan}
        onClose={() => ask(null)}
        title={t('choices.title')}
      />
    </>
  );
}

function Silent({ words }: { words: string }) {
  const { t } = useWords();
  return (
    <section className={css.section} aria-label={t('advice.next_best')}>
      <h2 className={css.title}>{t('advice.next_best')}</h2>
      <p className={`${text.small} ${text.third} ${css.silent}`}>{words}</p>
    </section>
  );
}

type Said = ReturnType<typeof useWords>;

/** Why nothing is advised: the deal has ended, or its records have. */
function overWords(t: Said['t'], f: Said['f'], { opportunity: { observed_until: until } }: Room): string {
  return until ? t('advice.records_end', { day: f.fullDay(until) }) : t('advice.over');
}
