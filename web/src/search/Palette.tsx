// The command palette: verbs first. "dana said …" logs evidence; anything else searches people, deals and words.

import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '~/app/i18n';
import { Icon } from '~/graphics/Icon';
import { useMay, useSees } from '~/session/may';
import { useSearch } from './api';
import { entriesFor, type PaletteEntry } from './entries';
import { LogFromPalette, type LogSubject } from './LogFromPalette';
import css from './Palette.module.css';
import { PaletteRow } from './PaletteRow';
import { closePalette, palette } from './state';
import { parseVerb } from './verb';

const DEBOUNCE_MS = 120;

export default function Palette() {
  const { t } = useWords();
  const { open, query } = palette.use();
  return (
    <Modal.Root opened={open} onClose={closePalette} centered={false} yOffset="14vh" size={560} padding={0} radius={12}>
      <Modal.Overlay className={css.veil ?? ''} />
      <Modal.Content aria-label={t('nav.search')} className={css.palette ?? ''}>
        {open && <OpenPalette initial={query} />}
      </Modal.Content>
    </Modal.Root>
  );
}

function OpenPalette({ initial }: { initial: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(initial);
  const [active, setActive] = useState(0);
  const [logging, setLogging] = useState<LogSubject | null>(null);
  const [settled] = useDebouncedValue(typed, DEBOUNCE_MS);
  const may = useMay();
  const seesProof = useSees()('proof');
  const verb = may('create', 'interaction') ? parseVerb(settled) : null;
  const { hits, isFetching } = useSearch(verb?.name ?? settled);
  const groups = entriesFor(t, settled, verb, hits, {
    navigate: (to) => void navigate(to),
    log: setLogging,
    may,
    seesProof,
  });
  const flat = groups.flatMap(({ entries }) => entries);
  const chosen = flat[Math.min(active, flat.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const run = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    if (!entry.staysOpen) closePalette();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      setActive((active + step + flat.length) % Math.max(1, flat.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  };

  if (logging) return <LogFromPalette subject={logging} />;
  return (
    <>
      <div className={css.field}>
        <Icon name="search" size={17} />
        <input
          className={css.input}
          value={typed}
          placeholder={t('palette.placeholder')}
          role="combobox"
          aria-label={t('nav.search')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className={css.esc}>esc</kbd>
      </div>
      <div className={css.list} role="listbox" id={listId} ref={list} aria-label={t('palette.results')}>
        {groups.map(({ name, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: inside a listbox a group is not a fieldset
          <div key={name} role="group" aria-label={t(name)}>
            <div className={css.group} aria-hidden="true">
              {t(name)}
            </div>
            {entries.map((entry) => (
              <PaletteRow
                key={entry.id}
                id={`${listId}-${entry.id}`}
                entry={entry}
                active={entry === chosen}
                onPoint={() => setActive(flat.indexOf(entry))}
                onRun={() => run(entry)}
              />
            ))}
          </div>
        ))}
        {flat.length === 0 && settled.trim() && !isFetching && (
          <p className={css.nothing}>{t('palette.nothing', { query: settled })}</p>
        )}
      </div>
      <footer className={css.foot}>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.move')}
        </span>
        <span>
          <kbd>↵</kbd> {t('palette.do')}
        </span>
        <span className={css.hint}>{t('palette.hint')}</span>
      </footer>
    </>
  );
}
