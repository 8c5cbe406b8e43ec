// The short list under the matrix: what to prove next, and to whom, the widest gap first.

import { Link } from '@tanstack/react-router';
import type { Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { DeliveryBar } from '~/graphics/DeliveryBar';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import css from './ProveNext.module.css';

export function ProveNext({ room }: { room: Room }) {
  const { t, f } = useWords();
  const { benefits, stakeholders, opportunity } = room;
  const steps = benefits.next.flatMap((next) => {
    const stakeholder = stakeholders.find(({ person }) => person.id === next.person_id);
    const point = benefits.points[next.point];
    const row = benefits.people.find(({ person_id: id }) => id === next.person_id);
    const cell = row?.cells[next.point];
    return stakeholder && point && cell ? [{ stakeholder, point, cell, gap: next.gap }] : [];
  });
  if (steps.length === 0) return null;
  return (
    <section className={css.next}>
      <h2 className={css.title}>
        {t('benefit.next_title')} <span className={`${text.tiny} ${text.third}`}>{t('benefit.next_order')}</span>
      </h2>
      <ol className={css.list}>
        {steps.map(({ stakeholder: { person, reading, power, veto }, point, cell, gap }, index) => (
          <li key={`${person.id}:${point.name}`} className={css.step}>
            <span className={`${text.small} ${text.third}`}>{index + 1}</span>
            <span className={css.what}>
              <span className={`${text.medium} ${css.point}`}>{point.name}</span>
              <Link
                to="/deals/$dealId/people/$personId"
                params={{ dealId: opportunity.id, personId: person.id }}
                className={`${text.small} ${text.second} ${css.who}`}
              >
                <PersonGlyph
                  size={16}
                  state={reading?.median_stage ?? null}
                  sure={reading?.sure ?? true}
                  power={power}
                  veto={veto}
                />
                <span className={text.clip}>{t('benefit.to', { person: person.name })}</span>
              </Link>
            </span>
            <span className={`${text.tiny} ${text.third} ${css.gap}`}>
              <DeliveryBar delivery={cell.delivery} tick={cell.importance} width={56} />
              {t('benefit.gap', { gap: f.power(gap) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
