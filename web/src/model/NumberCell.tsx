// One number of the model, as its sort is written: shares as percentages, days with their unit.

import { NumberInput } from '@mantine/core';
import { useWords } from '~/app/i18n';
import type { Sort } from './figures';
import { keptOf, shownOf } from './words';

interface Props {
  label: string;
  sort: Sort;
  value: number | null;
  /** Whether it may be left empty. */
  optional?: boolean;
  placeholder?: string | undefined;
  invalid: boolean;
  readOnly: boolean;
  describedBy?: string | undefined;
  onChange: (value: number | null) => void;
}

const DECIMALS = 4;

export function NumberCell({ label, sort, value, optional = false, invalid, readOnly, onChange, ...more }: Props) {
  const { t } = useWords();
  const isShare = sort === 'share' || sort === 'shares';
  return (
    <NumberInput
      aria-label={label}
      aria-describedby={more.describedBy}
      aria-invalid={invalid || undefined}
      error={invalid}
      hideControls
      decimalScale={isShare ? 2 : DECIMALS}
      suffix={isShare ? '%' : sort === 'days' ? ` ${t('limit.unit_days')}` : ''}
      placeholder={more.placeholder ?? ''}
      disabled={readOnly}
      value={value === null || Number.isNaN(value) ? '' : shownOf(sort, value)}
      onChange={(typed) => {
        if (typed !== '') onChange(keptOf(sort, Number(typed)));
        else onChange(optional ? null : Number.NaN);
      }}
    />
  );
}
