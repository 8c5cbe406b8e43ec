// Somebody else was faster: both values of each field, with whose they are and since when. One is picked, nothing is lost.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { lastChangeOf } from '~/api/live';
import { useWords } from '~/app/i18n';
import { useSession } from '~/session/api';
import css from './ConflictChoice.module.css';
import type { Clash } from './clash';
import form from './form.module.css';
import type { Pick } from './useChange';

/** How a field is called, and how its values are shown. */
export type FieldWords = Record<string, { label: string; show?: (value: unknown) => string }>;

interface Props {
  current: { id: string; updated_at: string };
  clashes: Clash[];
  fields: FieldWords;
  saving: boolean;
  onSettle: (picks: Record<string, Pick>) => void;
}

export function ConflictChoice({ current, clashes, fields, saving, onSettle }: Props) {
  const { t, f } = useWords();
  const { user } = useSession();
  const [picks, setPicks] = useState<Record<string, Pick>>({});
  const other = lastChangeOf(current.id)?.by ?? null;
  const name: string = other && other.id !== user.id ? other.name : t('conflict.somebody');
  const shown = (field: string, value: unknown) => {
    const words = fields[field]?.show?.(value) ?? (value === null ? '' : String(value ?? ''));
    return words || t('conflict.nothing');
  };
  const option = (field: string, pick: Pick, whose: string, value: unknown) => (
    <label className={css.option} data-picked={picks[field] === pick || undefined}>
      <input
        type="radio"
        name={field}
        checked={picks[field] === pick}
        onChange={() => setPicks({ ...picks, [field]: pick })}
      />
      <span className={css.whose}>{whose}</span>
      <span className={css.value}>{shown(field, value)}</span>
    </label>
  );
  return (
    <section className={css.choice} role="alert">
      <p className={css.sentence}>{t('conflict.sentence', { name, time: f.moment(current.updated_at) })}</p>
      {clashes.map(({ field, mine, theirs }) => (
        <fieldset key={field} className={css.field}>
          <legend>{fields[field]?.label ?? field}</legend>
          {option(field, 'mine', t('conflict.mine', { name: user.name }), mine)}
          {option(field, 'theirs', name, theirs)}
        </fieldset>
      ))}
      <div className={form.actions}>
        <Button
          variant="filled"
          loading={saving}
          disabled={clashes.some(({ field }) => !picks[field])}
          onClick={() => onSettle(picks)}
        >
          {t('conflict.save')}
        </Button>
      </div>
    </section>
  );
}
