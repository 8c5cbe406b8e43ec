// What the line was understood to say. A click, Delete or Backspace takes a chip away before anything is saved.

import { UnstyledButton } from '@mantine/core';
import type { KeyboardEvent, Ref } from 'react';
import type { Chip as DraftChip } from '~/api/types';
import { useWords } from '~/app/i18n';
import { Chip } from '~/app/shared/Chip';
import { Icon } from '~/graphics/Icon';
import { chipTone, chipWords } from './chip_words';
import css from './DraftChips.module.css';

interface Props {
  chips: DraftChip[];
  onRemove: (id: string) => void;
  ref?: Ref<HTMLUListElement>;
}

const ARROWS: Record<string, string> = { toward: '▲', away: '▼', neutral: '' };

export function DraftChips({ chips, onRemove, ref }: Props) {
  const { t, f } = useWords();
  const several = new Set(chips.flatMap(({ person_id: id }) => id ?? [])).size > 1;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, id: string) => {
    const item = event.currentTarget.parentElement;
    const next = event.key === 'ArrowRight' ? item?.nextElementSibling : null;
    const previous = event.key === 'ArrowLeft' ? item?.previousElementSibling : null;
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      onRemove(id);
    } else {
      (next ?? previous)?.querySelector('button')?.focus();
    }
  };
  return (
    <ul ref={ref} className={css.chips} aria-label={t('evidence.understood')}>
      {chips.map((chip) => (
        <li key={chip.id}>
          <UnstyledButton
            className={css.chip}
            aria-label={t('evidence.remove_chip', { chip: chipWords(t, f, chip, several) })}
            onClick={() => onRemove(chip.id)}
            onKeyDown={(event) => onKeyDown(event, chip.id)}
          >
            <Chip tone={chipTone(chip)}>
              <span className={css.words}>
                {ARROWS[chip.toward]} {chipWords(t, f, chip, several)}
              </span>
              <span className={css.cross}>
                <Icon name="close" size={10} />
              </span>
            </Chip>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
