// One limit: what it does in plain words, its value, and the way back to the shipped one.

import { NumberInput, Select, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '~/app/i18n';
import text from '~/app/text.module.css';
import { BUY_STAGES } from '~/beliefs/stages';
import css from './Limits.module.css';
import { type LimitField, type LimitSort, type LimitValue, limitKey } from './limits';

interface Props {
  field: LimitField;
  value: LimitValue;
  shipped: LimitValue;
  wrong: string | undefined;
  readOnly: boolean;
  onChange: (value: LimitValue) => void;
}

export function LimitRow({ field: { path, sort }, value, shipped, wrong, readOnly, onChange }: Props) {
  const { t, f } = useWords();
  const id = useId();
  const key = limitKey(path);
  const words = (limit: LimitValue) => {
    if (sort === 'stage') return t(`state.${limit as (typeof BUY_STAGES)[number]}`);
    const number = f.steps(shownOf(sort, Number(limit)));
    return isShare(sort) ? `${number}%` : sort === 'days' ? t('limit.days', { count: Number(number) }) : number;
  };
  const common = { id, error: wrong, disabled: readOnly, 'aria-describedby': `${id}-does` };
  return (
    <div className={css.row}>
      <div className={css.words}>
        <label htmlFor={id} className={text.medium}>
          {t(`limit.${key}`)}
        </label>
        <p id={`${id}-does`} className={`${text.small} ${text.third} ${css.line}`}>
          {t(`limit.${key}_does`)}
        </p>
      </div>
      <div className={css.value}>
        {sort === 'stage' ? (
          <Select
            {...common}
            data={BUY_STAGES.map((stage) => ({ value: stage, label: t(`state.${stage}`) }))}
            value={String(value)}
            onChange={(stage) => stage && onChange(stage)}
          />
        ) : (
          <NumberInput
            {...common}
            hideControls
            decimalScale={sort === 'days' || sort === 'count' ? 0 : 1}
            suffix={isShare(sort) ? '%' : sort === 'days' ? ` ${t('limit.unit_days')}` : ''}
            value={Number.isNaN(value) ? '' : shownOf(sort, Number(value))}
            onChange={(typed) => onChange(typed === '' ? Number.NaN : keptOf(sort, Number(typed)))}
          />
        )}
        <span className={`${text.tiny} ${text.third}`}>
          {t('limit.shipped', { value: words(shipped) })}{' '}
          {value !== shipped && !readOnly && (
            <UnstyledButton
              className={css.back}
              aria-label={t('limit.back_named', { name: t(`limit.${key}`) })}
              onClick={() => onChange(shipped)}
            >
              {t('limit.back')}
            </UnstyledButton>
          )}
        </span>
      </div>
    </div>
  );
}

const isShare = (sort: LimitSort): boolean => sort === 'share' || sort === 'ratio';

/** Shares are kept between 0 and 1 and shown as percentages, to a tenth. */
const shownOf = (sort: LimitSort, value: number): number => (isShare(sort) ? Math.round(value * 1000) / 10 : value);
const keptOf = (sort: LimitSort, shown: number): number => (isShare(sort) ? Math.round(shown * 10) / 1000 : shown);
