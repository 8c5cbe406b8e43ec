// The one thing that may help most today, large: whom, why, what may come of it, and one black button.

import { Button, Kbd } from '@mantine/core';
import { useState } from 'react';
import { type Prefill, takingUp } from '~/advice/prefill';
import { SuggestionActions } from '~/advice/SuggestionCard';
import { SuggestionFigures } from '~/advice/SuggestionFigures';
import { SuggestionWhy } from '~/advice/SuggestionWhy';
import { scaleOf } from '~/advice/scale';
import { deedWords, gainFigure, measureWords, type NameOf, shiftWords } from '~/advice/words';
import type { Today } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { DealName } from './DealName';
import css from './FirstThing.module.css';
import { Glyph } from './Glyph';
import page from './Today.module.css';
import { WhyNot } from './WhyNot';

interface Props {
  said: Today['best'][number];
  day: Today;
  nameOf: NameOf;
  onPlan: ((prefill: Prefill) => void) | undefined;
}

export function FirstThing({ said, day, nameOf, onPlan }: Props) {
  const { t, f } = useWords();
  const [asked, ask] = useState(false);
  const { measure, now, gain } = said;
  const dealId = said.opportunity.id;
  const title = deedWords(t, said, nameOf);
  return (
    <section className={`${page.card} ${css.first}`} aria-label={t('today.first')}>
      <header className={css.head}>
        <Glyph day={day} dealId={dealId} personId={said.person_id} size={46} />
        <div className={css.words}>
          <div className={`${text.small} ${text.third}`}>
            <DealName said={said} />
          </div>
          <h2 className={`${text.title} ${css.title}`}>{title}</h2>
        </div>
        <div className={css.gain}>
          <b className={`${text.title} ${text.toward} ${text.nowrap}`}>
            {gainFigure(f, gain)}
            <span className={`${text.small} ${css.unit}`}> {t('advice.unit')}</span>
          </b>
          <span className={`${text.small} ${text.third} ${text.nowrap}`}>
            {measure === 'win' ? shiftWords(t, f, now, now + gain) : measureWords(t, measure)}
          </span>
        </div>
      </header>
      <SuggestionWhy dealId={dealId} suggestion={said} nameOf={nameOf} />
      <SuggestionFigures suggestion={said} measure={measure} now={now} scale={scaleOf(now, [said])} width={180} />
      <SuggestionActions dealId={dealId} suggestion={said} title={title} onWhyNot={() => ask(true)}>
        {onPlan && (
          <Button variant="filled" onClick={() => onPlan(takingUp(dealId, said))}>
            {t('advice.plan')} <Kbd>1</Kbd>
          </Button>
        )}
      </SuggestionActions>
      <WhyNot dealId={dealId} personId={asked ? said.person_id : null} onPlan={onPlan} onClose={() => ask(false)} />
    </section>
  );
}
