// The few actions that may help most: three in full, the others folded; equals share a place.

import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Id, Measure, Suggestion } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { HowPopover } from './HowPopover';
import css from './NextBest.module.css';
import { SuggestionCard } from './SuggestionCard';
import { scaleOf } from './scale';
import { measureWords, type NameOf } from './words';

const IN_FULL = 3;

interface Props {
  dealId: Id;
  measure: Measure;
  now: number;
  best: readonly Suggestion[];
  nameOf: NameOf;
  /** Missing where the reader may not plan. */
  onPlan?: ((suggestion: Suggestion) => void) | undefined;
  onWhyNot: (personId: Id) => void;
}

export function NextBest({ dealId, measure, now, best, nameOf, onPlan, onWhyNot }: Props) {
  const { t } = useWords();
  const [unfolded, unfold] = useState(false);
  const scale = scaleOf(now, best);
  const shown = unfolded ? best : best.slice(0, IN_FULL);
  const shares = (place: number) => best.filter((one) => one.place === place).length > 1;
  return (
    <section className={css.next} aria-label={t('advice.next_best')}>
      <header className={css.head}>
        <h2 className={css.title}>{t('advice.next_best')}</h2>
        <span className={`${text.tiny} ${text.third} ${css.of}`}>
          {t('advice.change_of', { measure: measureWords(t, measure) })}
        </span>
        <HowPopover />
      </header>
      {best.length === 0 && <p className={`${text.small} ${text.third} ${css.none}`}>{t('advice.none_best')}</p>}
      <ol className={css.list}>
        {shown.map((suggestion, index) => (
          <SuggestionCard
            key={`${suggestion.action}:${suggestion.person_id}`}
            dealId={dealId}
            suggestion={suggestion}
            measure={measure}
            now={now}
            scale={scale}
            nameOf={nameOf}
            place={shares(suggestion.place) ? `=${suggestion.place}` : String(suggestion.place)}
            stroke={String(index + 1)}
            first={index === 0}
            onPlan={onPlan && (() => onPlan(suggestion))}
            onWhyNot={() => onWhyNot(suggestion.person_id)}
          />
        ))}
      </ol>
      {best.some(({ place }) => shares(place)) && (
        <p className={`${text.tiny} ${text.third} ${css.none}`}>{t('advice.equals')}</p>
      )}
      {best.length > IN_FULL && (
        <UnstyledButton className={css.fold} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
          {unfolded ? t('advice.fewer') : t('advice.more', { count: best.length - IN_FULL })}
        </UnstyledButton>
      )}
    </section>
  );
}
