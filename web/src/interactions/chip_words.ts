// A proposed chip in words.

import type { Chip } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { ChipTone } from '~/app/shared/Chip';
import type { Format } from '~/words/format';
import { replySentence, sentence } from '~/words/title';

/** `several`: whether the line speaks of more than one person, so that it has to be said who showed a sign. */
export function chipWords(t: Translate, f: Format, chip: Chip, several: boolean): string {
  const { kind, value, action, person_name: person, due } = chip;
  switch (kind) {
    case 'person':
      return person ?? value;
    case 'date':
      return f.isNear(value) ? `${f.weekday(value)} ${f.day(value)}` : f.day(value);
    case 'source':
      return t('chip.source', { source: sentence(t, `source.${value}`) });
    case 'benefit':
      return t('chip.benefit', { benefit: value });
    case 'our_promise':
    case 'their_promise':
      return due ? t(`chip.${kind}_due`, { text: value, due: f.day(due) }) : t(`chip.${kind}`, { text: value });
    case 'reply':
      return replySentence(t, action ?? '', value);
    case 'action':
      return sentence(t, `action.${value}`);
    case 'sign':
      return several && person
        ? t('chip.sign_of', { sign: sentence(t, `sign.${value}`), person })
        : sentence(t, `sign.${value}`);
  }
}

export function chipTone(chip: Chip): ChipTone {
  if (!chip.certain || chip.kind === 'source') return 'dashed';
  if (chip.kind === 'our_promise') return 'watch';
  if (chip.toward !== 'neutral') return chip.toward;
  return chip.kind === 'their_promise' ? 'toward' : 'plain';
}
