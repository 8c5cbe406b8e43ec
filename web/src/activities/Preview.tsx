// What may come of the plan as it stands in the form, for the person named first: nothing is kept yet.

import { useQuery } from '@tanstack/react-query';
import { adviceQuery, choicesQuery } from '~/advice/api';
import { SuggestionFigures } from '~/advice/SuggestionFigures';
import { scaleOf } from '~/advice/scale';
import { gainWords, measureWords } from '~/advice/words';
import type { Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import type { Plan } from './PlanForm';
import css from './Preview.module.css';

export function Preview({ room, plan }: { room: Room; plan: Plan }) {
  const { t, f } = useWords();
  const dealId = room.opportunity.id;
  const first = plan.people[0]?.person_id ?? '';
  const { data: advice } = useQuery(adviceQuery(dealId));
  const { data: found } = useQuery({ ...choicesQuery(dealId, first), enabled: first !== '' });
  const choice = found?.choices.find(({ action }) => action === plan.kind);
  const measure = advice?.measure ?? null;
  const now = advice?.now ?? null;
  if (!choice || measure === null || now === null || choice.closed?.word === 'other_phase') return null;
  const person = room.stakeholders.find((one) => one.person.id === first)?.person.name ?? '';
  return (
    <section className={css.preview} aria-live="polite">
      <header className={css.head}>
        <span className={text.medium}>{t('plan.expected', { person })}</span>
        <b className={choice.gain >= 0 ? text.toward : text.away}>{gainWords(t, f, choice.gain)}</b>
      </header>
      <SuggestionFigures suggestion={choice} measure={measure} now={now} scale={scaleOf(now, [choice])} />
      <p className={`${text.tiny} ${text.third} ${css.note}`}>
        {t('plan.expected_note', { measure: measureWords(t, measure) })}
      </p>
    </section>
  );
}
