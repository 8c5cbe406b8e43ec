// What else is worth doing, in a row that unfolds: whom, what, why, by how much.

import { Button, Kbd, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { type Prefill, takingUp } from '~/advice/prefill';
import { SuggestionActions } from '~/advice/SuggestionCard';
import { SuggestionFigures } from '~/advice/SuggestionFigures';
import { SuggestionWhy } from '~/advice/SuggestionWhy';
import { scaleOf } from '~/advice/scale';
import { deedWords, gainFigure, measureWords, type NameOf, reasonsLine } from '~/advice/words';
import type { Today } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { DealName } from './DealName';
import { Glyph } from './Glyph';
import css from './TodayRow.module.css';
import { WhyNot } from './WhyNot';

interface Props {
  said: Today['best'][number];
  day: Today;
  nameOf: NameOf;
  /** The key that plans it. */
  stroke: string;
  onPlan: ((prefill: Prefill) => void) | undefined;
}

export function TodayRow({ said, day, nameOf, stroke, onPlan }: Props) {
  const { t, f } = useWords();
  const [unfolded, unfold] = useState(false);
  const [asked, ask] = useState(false);
  const { measure, now, about, organization } = said;
  const dealId = said.opportunity.id;
  const title = deedWords(t, said, nameOf);
  const why = reasonsLine(t, f, said.reasons, nameOf) || (about ? t('advice.about', { point: about }) : '');
  return (
    <li className={css.row}>
      <UnstyledButton className={css.head} aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
        <Glyph day={day} dealId={dealId} personId={said.person_id} size={32} />
        <span className={css.words}>
          <span className={css.title}>{title}</span>
          <span className={`${text.small} ${text.third} ${text.clip}`}>
            {[organization, why].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={css.gain}>
          <b className={`${text.toward} ${text.nowrap}`}>{gainFigure(f, said.gain)}</b>
          {measure === 'use' && <span className={`${text.tiny} ${text.third}`}>{measureWords(t, measure)}</span>}
        </span>
      </UnstyledButton>
      {unfolded && (
        <div className={css.inner}>
          <div className={`${text.small} ${text.third}`}>
            <DealName said={said} />
          </div>
          <SuggestionWhy dealId={dealId} suggestion={said} nameOf={nameOf} />
          <SuggestionFigures suggestion={said} measure={measure} now={now} scale={scaleOf(now, [said])} />
          <SuggestionActions dealId={dealId} suggestion={said} title={title} onWhyNot={() => ask(true)}>
            {onPlan && (
              <Button size="xs" onClick={() => onPlan(takingUp(dealId, said))}>
                {t('advice.plan')} <Kbd>{stroke}</Kbd>
              </Button>
            )}
          </SuggestionActions>
        </div>
      )}
      <WhyNot dealId={dealId} personId={asked ? said.person_id : null} onPlan={onPlan} onClose={() => ask(false)} />
    </li>
  );
}
