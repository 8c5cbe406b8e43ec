// Under a figure: what it was shipped as, what was learned, what is wrong with it, and the way back.

import { UnstyledButton } from '@mantine/core';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import css from './EntryFields.module.css';
import { type Field, isSame, sortOf } from './figures';
import { figureWords, numberWords } from './words';

interface Props {
  entry: string;
  field: Field;
  name: string;
  value: Field['in_force'];
  wrong: string | undefined;
  readOnly: boolean;
  onBack: () => void;
}

export function FieldNote({ entry, field, name, value, wrong, readOnly, onBack }: Props) {
  const { t, f } = useWords();
  const { key, shipped, learned } = field;
  const words = (figure: Field['in_force']) => figureWords(t, f, entry, key, figure);
  const sort = sortOf(entry, key, shipped ?? field.in_force);
  const isSaid = shipped !== null || learned !== null || !isSame(value, shipped);
  return (
    <>
      {isSaid && (
        <span className={`${text.tiny} ${text.third} ${css.note}`}>
          {t('model.shipped', { value: words(shipped) })}
          {learned && (
            <span className={text.us}>
              {t('model.learned_from', {
                count: learned.recorded,
                value: words(learned.value),
                error: learned.errors.map((error) => numberWords(t, f, sort, error)).join(' · '),
              })}
            </span>
          )}
          {!isSame(value, shipped) && !readOnly && (
            <UnstyledButton className={css.back} aria-label={t('model.back_named', { name })} onClick={onBack}>
              {t('model.back')}
            </UnstyledButton>
          )}
        </span>
      )}
      {wrong && (
        <span className={css.wrong} role="alert">
          {wrong}
        </span>
      )}
    </>
  );
}
