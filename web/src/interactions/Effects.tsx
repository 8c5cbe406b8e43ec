// What one line of evidence does to the people it touches: "Jo Hale 60 → 66%".

import type { Id, Moved } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import { ShiftMark } from '~/graphics/ShiftMark';
import type { Format } from '~/words/format';
import { furtherName } from '~/words/headline';
import { chanceFrom } from '~/words/reading';
import css from './Effects.module.css';

interface Props {
  effects: Moved[];
  names: ReadonlyMap<Id, string>;
  pending: boolean;
}

const SHOWN = 2;

export function Effects({ effects, names, pending }: Props) {
  const { t, f } = useWords();
  return (
    <span className={css.effects} data-pending={pending || undefined} aria-live="polite">
      {effects.slice(0, SHOWN).map((moved) => (
        <span key={moved.person_id} data-tone={moved.points >= 0 ? 'toward' : 'away'} className={css.effect}>
          <ShiftMark
            width={64}
            before={chanceFrom(moved.before, moved.target_stage)}
            after={chanceFrom(moved.after, moved.target_stage)}
            label={furtherName(t, moved.target_stage)}
          />
          {effects.length > 1 ? effectWords(t, f, moved, names) : chanceChange(f, moved)}
        </span>
      ))}
    </span>
  );
}

export function effectWords(t: Translate, f: Format, moved: Moved, names: ReadonlyMap<Id, string>): string {
  return t('evidence.effect', { person: names.get(moved.person_id) ?? '', change: chanceChange(f, moved) });
}

function chanceChange(f: Format, { before, after, target_stage: stage }: Moved): string {
  return `${f.percent(chanceFrom(before, stage)).replace('%', '')} → ${f.percent(chanceFrom(after, stage))}`;
}
