// A proposed chip in words.

import i18next from 'i18next';
import type { Chip } from '~/api/types';
import type { Translate } from '~/app/i18n';
import type { ChipTone } from '~/app/shared/Chip';
import type { Format } from '~/words/format';
import { readable } from '~/words/title';

export function chipWords(t: Translate, f: Format, { kind, value, label_params: params }: Chip): string {
  switch (kind) {
    case 'person':
      return params.name ?? value;
    case 'date':
      return f.isNear(value) ? `${f.weekday(value)} ${f.day(value)}` : f.day(value);
    case 'source':
      return t('chip.source', { source: known(t, `source.${value}`) });
    case 'our_promise':
    case 'their_promise':
      return t(params.due ? `chip.${kind}_due` : `chip.${kind}`, {
        text: params.text ?? value,
        due: params.due ? f.day(params.due) : '',
      });
    case 'reply':
      return known(t, `reply.${params.action ?? 'call'}.${value}`);
    case 'action':
      return known(t, `action.${value}`);
    case 'sign':
      return known(t, `sign.${value}`);
  }
}

const known = (t: Translate, key: string): string =>
  i18next.exists(key) || i18next.exists(key, { count: 1 })
    ? t(key as 'title.order', { count: 1 })
    : readable(key.split('.').at(-1) ?? key);

export function chipTone(chip: Chip): ChipTone {
  if (!chip.certain || chip.kind === 'source') return 'dashed';
  if (chip.kind === 'our_promise') return 'watch';
  if (chip.direction !== 'neutral') return chip.direction;
  return chip.kind === 'their_promise' ? 'toward' : 'plain';
}
