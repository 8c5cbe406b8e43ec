// A long list as a table: only the rows in view exist, more are asked for before the end is reached, all by keyboard.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import css from './Grid.module.css';

export interface GridColumn<Row> {
  key: string;
  header: ReactNode;
  /** A CSS grid track, as `160px` or `minmax(160px, 1fr)`. */
  track: string;
  end?: boolean;
  /** Also shown on a phone. */
  onPhone?: boolean;
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  rows: readonly Row[];
  total: number | null;
  columns: readonly GridColumn<Row>[];
  keyOf: (row: Row) => string;
  selected?: string | null;
  /** How much air there is between the columns. */
  density?: 'wide' | 'close';
  onOpen: (row: Row) => void;
  /** What a press does where it is not to open. */
  onPick?: (row: Row) => void;
  onPeek?: (row: Row) => void;
  /** The focus came to a row, by key or by hand. */
  onWalk?: (row: Row) => void;
  onNearEnd: () => void;
}

const ROW = 36;
const PHONE_ROW = 60;
const NEAR_END = 20;

export function Grid<Row>(props: Props<Row>) {
  const { label, rows, total, columns, keyOf, selected, density, onOpen, onPick, onPeek, onWalk, onNearEnd } = props;
  const { t } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  // Where the focus is bound for: keys pressed faster than rows can be drawn must not be lost.
  const bound = useRef(0);
  const height = matchMedia('(max-width: 640px)').matches ? PHONE_ROW : ROW;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) >= rows.length - NEAR_END;
  useEffect(() => {
    if (nearEnd && rows.length > 0) onNearEnd();
  }, [nearEnd, rows.length, onNearEnd]);

  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    bound.current = next;
    setFocused(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
  };
  useKeys({ j: () => focusRow(bound.current), k: () => focusRow(bound.current) });
  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    if (event.target !== event.currentTarget) return;
    const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 15, PageUp: -15 };
    const by = steps[event.key];
    if (by !== undefined) focusRow(bound.current + by);
    else if (event.key === 'Home') focusRow(0);
    else if (event.key === 'End') focusRow(rows.length - 1);
    else if (event.key === 'Enter') onOpen(row);
    else if (event.key === ' ' && onPeek) onPeek(row);
    else return;
    event.preventDefault();
  };

  const tracks = columns.map(({ track }) => track).join(' ');
  const least = columns.reduce((sum, { track }) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0), 0);
  const phoneTracks = columns
    .filter(({ onPhone }) => onPhone)
    .map(() => 'minmax(0, 1fr)')
    .join(' ');
  return (
    <div className={css.scroll} ref={scroll}>
      <table
        className={css.grid}
        aria-label={label}
        data-density={density}
        aria-rowcount={total ?? rows.length}
        style={{ '--tracks': tracks, '--phone-tracks': phoneTracks, '--least': `${least}px` } as CSSProperties}
      >
        <thead>
          <tr className={css.head}>
            {columns.map(({ key, header, end, onPhone }) => (
              <th
                key={key}
                scope="col"
                className={css.cell}
                data-end={end || undefined}
                data-wide={!onPhone || undefined}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={css.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rows[index];
            if (!row) return null;
            const key = keyOf(row);
            return (
              <tr
                key={key}
                aria-rowindex={index + 1}
                data-index={index}
                data-selected={key === selected || undefined}
                tabIndex={index === focused ? 0 : -1}
                className={css.row}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onFocus={() => {
                  setFocused(index);
                  onWalk?.(row);
                }}
                onPointerDown={() => {
                  bound.current = index;
                }}
                onClick={() => (onPick ?? onOpen)(row)}
                onKeyDown={(event) => onKeyDown(event, row)}
              >
                {columns.map(({ key: column, cell, end, onPhone }) => (
                  <td key={column} className={css.cell} data-end={end || undefined} data-wide={!onPhone || undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className={css.none}>{t('common.nothing_found')}</p>}
    </div>
  );
}
