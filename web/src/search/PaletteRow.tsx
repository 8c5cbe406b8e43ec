// One line of the palette: what it is, what it says, and for a person where they stand.

import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { PersonGlyph } from '~/graphics/PersonGlyph';
import { StateBar } from '~/graphics/StateBar';
import { readingWords } from '~/words/reading';
import type { PaletteEntry } from './entries';
import css from './Palette.module.css';

interface Props {
  id: string;
  entry: PaletteEntry;
  active: boolean;
  onPoint: () => void;
  onRun: () => void;
}

export function PaletteRow({ id, entry, active, onPoint, onRun }: Props) {
  const { t, f } = useWords();
  const { hit } = entry;
  const reading = hit?.reading ?? null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above the list handles the keys of all its options
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={css.row}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      {hit?.noun === 'person' ? (
        <PersonGlyph size={20} state={reading?.median_stage ?? null} sure={reading?.sure ?? true} />
      ) : (
        <span className={entry.id.startsWith('log') ? text.us : text.third}>
          <Icon name={entry.icon} />
        </span>
      )}
      <span className={`${text.medium} ${text.clip} ${css.title}`}>{entry.title}</span>
      {entry.note && <span className={`${text.third} ${text.clip} ${css.note}`}>{entry.note}</span>}
      <span className={css.space} />
      {reading && (
        <>
          <span className={css.bar}>
            <StateBar shares={reading.stages} />
          </span>
          <span className={`${text.small} ${text.second} ${text.nowrap}`}>{readingWords(t, f, reading)}</span>
        </>
      )}
      {active && <kbd className={css.key}>↵</kbd>}
    </div>
  );
}
