// Pick a person or an organization among many: typing searches the server, nothing is loaded in advance.

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Ref } from '~/api/types';
import { useWords } from '~/app/i18n';
import { type Noun, useSearch } from './api';

interface Props {
  label: string;
  value: Ref | null;
  onChange: (record: Ref | null) => void;
  noun: Noun;
  error?: string | undefined;
  autoFocus?: boolean;
}

export function RecordSelect({ label, value, onChange, noun, error, autoFocus }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 150);
  const hits = useSearch(asked === value?.name ? '' : asked).hits.filter((hit) => hit.noun === noun);
  const options = hits.map(({ id, title, subtitle }) => ({
    value: id,
    label: subtitle ? `${title} · ${subtitle}` : title,
  }));
  if (value && !options.some((option) => option.value === value.id))
    options.unshift({ value: value.id, label: value.name });
  return (
    <Select
      label={label}
      placeholder={t('common.type_to_search')}
      searchable
      clearable
      data={options}
      filter={({ options: all }) => all}
      value={value?.id ?? null}
      onChange={(id) => {
        const hit = hits.find((candidate) => candidate.id === id);
        onChange(hit ? { id: hit.id, name: hit.title } : null);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('common.nothing_found')}
      error={error}
      data-autofocus={autoFocus || undefined}
    />
  );
}
