// Something owed: a promise of ours that is due, a complaint nothing was done about, something they asked for. One button
// settles it, or plans what would.

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Duty, Id } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import text from '~/app/text.module.css';
import { dueOf } from '~/commitments/due';
import { Icon } from '~/graphics/Icon';
import { signSentence } from '~/words/title';
import css from './DutyRow.module.css';
import { answering, type Prefill } from './prefill';
import { useKept } from './useKept';
import { deedWords, type NameOf } from './words';

const ICONS = { promise: 'clock', complaint: 'flag', asked: 'question' } as const;

interface Props {
  dealId: Id;
  duty: Duty;
  nameOf: NameOf;
  /** Which deal it is in, where the page is not about one. */
  deal?: ReactNode;
  /** Missing where the reader may not do anything about it. */
  onPlan?: ((prefill: Prefill) => void) | undefined;
}

export function DutyRow({ dealId, duty, nameOf, deal, onPlan }: Props) {
  const { t, f } = useWords();
  const { keep, pending } = useKept(dealId);
  const { kind, person_id: id, on, commitment_id: promise, words, sign, action } = duty;
  const person = nameOf(id);
  const due = kind === 'promise' ? dueOf(t, f, { due: on, state: 'open' }, f.today) : null;
  const overdue = kind !== 'promise' || due?.tone === 'away';
  return (
    <li className={css.row} data-kind={kind} data-overdue={overdue || undefined}>
      <span className={css.icon}>
        <Icon name={ICONS[kind]} size={15} />
      </span>
      <div className={css.words}>
        <div className={css.what}>
          {kind === 'promise' && (words ?? t('alarm.promise'))}
          {kind === 'complaint' && t('duty.complaint', { person })}
          {kind === 'asked' && t('duty.asked', { person, sign: sign ? signSentence(t, sign, null) : '' })}
        </div>
        <div className={`${text.tiny} ${text.third} ${css.facts}`}>
          {kind === 'promise' && <span>{t('promise.ours_to', { person })}</span>}
          {due && (due.tone === 'plain' ? <span>{due.words}</span> : <Chip tone={due.tone}>{due.words}</Chip>)}
          {kind === 'complaint' && <span>{t('duty.since', { day: f.day(on) })}</span>}
          {kind === 'asked' && <span>{t('duty.on', { day: f.day(on) })}</span>}
          {deal}
        </div>
      </div>
      {onPlan && promise && (
        <Button size="xs" loading={pending} onClick={() => void keep(promise, words ?? '')}>
          {t('promise.kept')}
        </Button>
      )}
      {onPlan && action && (
        <Button
          size="xs"
          onClick={() => onPlan(answering(dealId, duty))}
          aria-label={t('advice.plan_named', { title: deedWords(t, { action, person_id: id, through: [] }, nameOf) })}
        >
          {t('duty.answer')}
        </Button>
      )}
    </li>
  );
}
