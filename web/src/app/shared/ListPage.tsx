// The page around a long list: its name and size, a box to search it, and the button to add to it.

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import { Topbar } from '~/app/shell/Topbar';
import text from '~/app/text.module.css';
import { Icon } from '~/graphics/Icon';
import { AddButton } from './AddButton';
import css from './ListPage.module.css';

interface Props {
  title: string;
  total: number | null;
  searchLabel: string;
  /** Missing where the reader may not add. */
  add?: { label: string; onAdd: () => void };
  children: ReactNode;
}

const SEARCH_DELAY_MS = 180;

export function ListPage({ title, total, searchLabel, add, children }: Props) {
  const { f } = useWords();
  const q = useSearch({ strict: false, select: (search) => search.q ?? '' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const ask = useDebouncedCallback(
    (words: string) =>
      void navigate({ to: '.', search: (previous) => ({ ...previous, q: words.trim() || undefined }), replace: true }),
    SEARCH_DELAY_MS,
  );
  useKeys(add ? { n: add.onAdd } : {});
  return (
    <>
      <Topbar
        crumbs={[{ label: title }]}
        beside={total !== null && <span className={`${text.small} ${text.third} ${css.total}`}>{f.count(total)}</span>}
      >
        <TextInput
          className={css.search ?? ''}
          aria-label={searchLabel}
          placeholder={searchLabel}
          leftSection={<Icon name="search" size={14} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            ask(event.currentTarget.value);
          }}
        />
        {add && <AddButton label={add.label} onClick={add.onAdd} />}
      </Topbar>
      {children}
    </>
  );
}
