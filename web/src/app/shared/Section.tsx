// A part of a record's page: a name, a way to add to it, and its rows; or one sentence where there are none.

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '~/graphics/Icon';
import css from './Record.module.css';

interface Props {
  title: string;
  none: string;
  count: number;
  add?: { label: string; onAdd: () => void };
  children: ReactNode;
}

export function Section({ title, none, count, add, children }: Props) {
  return (
    <section className={css.section}>
      <header className={css.sectionHead}>
        <h3>{title}</h3>
        {add && (
          <Button size="xs" variant="subtle" leftSection={<Icon name="plus" size={12} />} onClick={add.onAdd}>
            {add.label}
          </Button>
        )}
      </header>
      {count === 0 ? <p className={css.none}>{none}</p> : <ul className={css.rows}>{children}</ul>}
    </section>
  );
}
