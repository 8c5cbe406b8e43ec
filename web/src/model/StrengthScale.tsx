// A strength from 1 to 5, as one chooses it: five places in a row, and in words what the chosen one does.

import { useId } from 'react';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { AS_WRITTEN, STRENGTH_FACTORS } from './figures';
import css from './StrengthScale.module.css';

interface Props {
  /** What it is the strength of, and of which entry. */
  label: string;
  name: string;
  value: number;
  shipped: number;
  wrong?: string | undefined;
  readOnly: boolean;
  onChange: (value: number) => void;
}

export function StrengthScale({ label, name, value, shipped, wrong, readOnly, onChange }: Props) {
  const { t, f } = useWords();
  const id = useId();
  return (
    <fieldset className={css.scale} disabled={readOnly}>
      <legend className={css.legend}>{t('model.strength_of', { what: label, entry: name })}</legend>
      <span className={`${text.tiny} ${text.third}`} aria-hidden="true">
        {label}
      </span>
      <div className={css.places}>
        {STRENGTH_FACTORS.map((_, at) => {
          const level = at + 1;
          return (
            <label key={level} className={css.place} data-shipped={level === shipped || undefined}>
              <input
                type="radio"
                name={id}
                value={level}
                checked={level === value}
                onChange={() => onChange(level)}
                aria-label={t('model.strength_words', {
                  level,
                  words: t(`model.strength.${level as 1}`),
                  factor: f.figure(STRENGTH_FACTORS[at] ?? 1),
                })}
              />
              <span aria-hidden="true">{level}</span>
            </label>
          );
        })}
      </div>
      {value !== AS_WRITTEN && (
        <span className={`${text.tiny} ${text.us}`} aria-hidden="true">
          {t('model.strength_chosen', {
            words: t(`model.strength.${value as 1}`),
            factor: f.figure(STRENGTH_FACTORS[value - 1] ?? 1),
          })}
        </span>
      )}
      {wrong && <span className={css.wrong}>{wrong}</span>}
    </fieldset>
  );
}
