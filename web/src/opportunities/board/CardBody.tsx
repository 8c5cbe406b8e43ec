// What a card says: whose deal, how much, who stands where, whether we are ahead of them, and the next promise.

import type { Card } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Avatar } from '~/app/shared/Avatar';
import { Tile } from '~/app/shared/Tile';
import text from '~/app/text.module.css';
import { dueOf } from '~/commitments/due';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { readingWords } from '~/words/reading';
import { GapBadge } from '../GapBadge';
import css from './CardBody.module.css';

// Five fit; of more, four and how many else.
const MOST_GLYPHS = 5;

export function CardBody({ card }: { card: Card }) {
  const { t, f } = useWords();
  const { people, gap } = card;
  const shown = people.length > MOST_GLYPHS ? MOST_GLYPHS - 1 : people.length;
  return (
    <div className={css.card}>
      <div className={css.row}>
        <Tile id={card.organization.id} name={card.organization.name} />
        <span className={`${text.medium} ${text.clip} ${css.grow}`}>{card.organization.name}</span>
        <Avatar name={card.owner.name} size={18} />
      </div>
      <div className={`${text.small} ${text.second} ${text.clip} ${css.name}`}>{card.name}</div>
      <div className={css.row}>
        <b className={css.grow}>{card.amount ? f.money(card.amount) : <span className={text.third}>–</span>}</b>
        {gap && <GapBadge gap={gap} />}
      </div>
      <div className={`${css.row} ${css.people}`}>
        {people.slice(0, shown).map(({ person, reading, power }) => (
          <PersonGlyph
            key={person.id}
            size={17}
            state={reading?.median_stage ?? null}
            sure={reading?.sure ?? true}
            power={power}
            label={`${person.name}: ${readingWords(t, f, reading)}`}
          />
        ))}
        {people.length > shown && <span className={`${text.tiny} ${text.third}`}>+{people.length - shown}</span>}
        {people.length === 0 && <span className={`${text.tiny} ${text.third}`}>{t('card.no_people')}</span>}
        <span className={css.grow} />
        <span className={`${text.tiny} ${text.third} ${text.nowrap}`}>{lastWord(t, f, card)}</span>
      </div>
      <NextPromise card={card} />
    </div>
  );
}

type Words = ReturnType<typeof useWords>;

function lastWord(t: Words['t'], f: Words['f'], { last_evidence_at: last }: Card): string {
  if (!last) return t('card.no_evidence');
  const days = f.daysAgo(last);
  if (days <= 0) return t('card.heard_today');
  return f.isNear(last) ? t('card.heard', { count: days }) : f.day(last);
}

function NextPromise({ card: { next_commitment: next } }: { card: Card }) {
  const { t, f } = useWords();
  if (!next) {
    return (
      <div className={css.next} data-tone="none">
        <span className={css.dot} />
        <span className={text.clip}>{t('card.nothing_promised')}</span>
      </div>
    );
  }
  const due = dueOf(t, f, { due: next.due, state: next.overdue ? 'overdue' : 'open' }, f.today);
  return (
    <div className={css.next} data-tone={due?.tone ?? 'plain'}>
      <span className={css.dot} data-theirs={!next.ours || undefined} />
      <span className={`${text.clip} ${css.grow}`} title={next.text}>
        {next.text}
      </span>
      {due && <span className={text.nowrap}>{due.words}</span>}
    </div>
  );
}
