// Who weighs with this person: everybody whose stand moves theirs, with how far it does, the weightiest first.

import { Link } from '@tanstack/react-router';
import type { Id, Room } from '~/api/types';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { initials } from '~/words/names';
import card from './PersonCard.module.css';
import css from './WhoSways.module.css';

const MOST = 4;
const WORTH_SHOWING = 0.01;

export function WhoSways({ room, personId }: { room: Room; personId: Id }) {
  const { t, f } = useWords();
  const { stakeholders, others, ours } = room;
  const swaying = [...weightsOn(room, personId)]
    .flatMap(([id, weight]) => {
      const stakeholder = stakeholders.find(({ person }) => person.id === id) ?? null;
      const person = stakeholder?.person ?? [...others, ...ours].find((other) => other.id === id);
      return person ? [{ person, stakeholder, weight, isOurs: ours.some((one) => one.id === id) }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
  if (swaying.length === 0) return null;
  return (
    <section className={card.section}>
      <h2 className={card.title}>{t('stance.sways')}</h2>
      <ul className={css.list}>
        {swaying.map(({ person, stakeholder, weight, isOurs }) => {
          const shown = (
            <>
              <PersonGlyph
                size={24}
                ours={isOurs}
                state={stakeholder?.reading?.median_stage ?? null}
                sure={stakeholder?.reading?.sure ?? true}
                power={stakeholder?.power ?? 0}
                initials={initials(person.name)}
              />
              <span className={text.clip}>{person.name}</span>
              <span className={text.third}>{f.power(weight)}</span>
            </>
          );
          return (
            <li key={person.id} className={text.small}>
              {stakeholder ? (
                <Link
                  to="/deals/$dealId/people/$personId"
                  params={{ dealId: room.opportunity.id, personId: person.id }}
                  search={(before) => before}
                  className={css.person ?? ''}
                >
                  {shown}
                </Link>
              ) : (
                <span className={css.person}>{shown}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Two may be tied more than once: what weighs is the sum. A bond is written once, and may carry stands both ways. */
function weightsOn({ edges }: Room, personId: Id): Map<Id, number> {
  const weights = new Map<Id, number>();
  for (const { from, to, weight, weight_back: back } of edges) {
    const [other, share] = to === personId ? [from, weight] : from === personId ? [to, back] : [null, null];
    if (other !== null && share !== null && share >= WORTH_SHOWING) {
      weights.set(other, (weights.get(other) ?? 0) + share);
    }
  }
  return weights;
}
