// What one line of evidence does to the people it touches: "Jo Hale: evaluating or further 60 → 66%".

import type { Id, Moved } from '~/api/types';
import { type Translate, useWords } from '~/app/i18n';
import { ShiftMark } from '~/graphics/ShiftMark';
import type { Format } from '~/words/format';
import { targetName } from '~/words/headline';
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
          {moved.p_before !== null && moved.p_after !== null && (
            <ShiftMark
              width={64}
              before={moved.p_before}
              after={moved.p_after}
              label={moved.target ? targetName(t, moved.target) : ''}
            />
          )}
          {effects.length > 1 ? effectWords(t, f, moved, names) : change(t, f, moved)}
        </span>
      ))}
    </span>
  );
}

export function effectWords(t: Translate, f: Format, moved: Moved, names: ReadonlyMap<Id, string>): string {
  return t('evidence.effect', { person: names.get(moved.person_id) ?? '', change: change(t, f, moved) });
}

/** "Evaluating or further 60 → 66%"; of somebody of whom nothing was known before, only where they stand now. */
function change(t: Translate, f: Format, { target, p_before: before, p_after: after }: Moved): string {
  if (after === null || target === null) return '';
  const chance = before === null ? f.percent(after) : `${f.percent(before).replace('%', '')} → ${f.percent(after)}`;
  return t('state.with_chance', { state: targetName(t, target), chance });
}
