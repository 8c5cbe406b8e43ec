// A suggestion in full: its place, what to do with whom, by how much it may help, why, what may come of it; plan it, put it
// away, or ask why not something else.

import { Button, Kbd, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Id, Measure, Suggestion } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { DismissMenu } from './Dismiss';
import css from './SuggestionCard.module.css';
import { SuggestionFigures } from './SuggestionFigures';
import { SuggestionWhy } from './SuggestionWhy';
import { deedWords, gainWords, hoursWords, type NameOf } from './words';

interface Props {
  dealId: Id;
  suggestion: Suggestion;
  measure: Measure;
  now: number;
  scale: readonly [number, number];
  nameOf: NameOf;
  /** Its place among the others: "1", or "=1" where it shares it. */
  place: string;
  /** The key that plans it. */
  stroke?: string;
  /** The one black button of the list. */
  first: boolean;
  /** Missing where the reader may not plan. */
  onPlan?: (() => void) | undefined;
  onWhyNot: () => void;
}

export function SuggestionCard(props: Props) {
  const { t, f } = useWords();
  const { suggestion, nameOf, place, stroke, first, onPlan } = props;
  const title = deedWords(t, suggestion, nameOf);
  return (
    <li className={css.card}>
      <header className={css.head}>
        <span className={css.place}>{place}</span>
        <h3 className={css.title}>{title}</h3>
        <b className={`${text.toward} ${text.nowrap}`}>{gainWords(t, f, suggestion.gain)}</b>
      </header>
      <div className={css.inner}>
        <SuggestionWhy dealId={props.dealId} suggestion={suggestion} nameOf={nameOf} />
        <SuggestionFigures {...props} />
        <SuggestionActions {...props} title={title}>
          {onPlan && (
            <Button size="xs" variant={first ? 'filled' : 'default'} onClick={onPlan}>
              {t('advice.plan')} {stroke && <Kbd>{stroke}</Kbd>}
            </Button>
          )}
        </SuggestionActions>
      </div>
    </li>
  );
}

interface ActionsProps extends Pick<Props, 'dealId' | 'suggestion' | 'onWhyNot'> {
  title: string;
  /** The main button; missing where the reader may not plan. */
  children: ReactNode;
}

/** The main button, what it costs, why not something else, and putting it away. */
export function SuggestionActions({ dealId, suggestion, title, onWhyNot, children }: ActionsProps) {
  const { t, f } = useWords();
  const { person_id, action, cost_hours: hours } = suggestion;
  return (
    <footer className={css.actions}>
      {children}
      <UnstyledButton className={css.ask} onClick={onWhyNot}>
        {t('advice.why_not')}
      </UnstyledButton>
      <span className={css.space} />
      {hours > 0 && <span className={`${text.tiny} ${text.third} ${css.hours}`}>{hoursWords(t, f, hours)}</span>}
      {children && <DismissMenu dealId={dealId} suggested={{ person_id, action }} title={title} />}
    </footer>
  );
}
