// The frame around every page: sidebar, page, phone tabs, and the few things that float above all of them.

import { VisuallyHidden } from '@mantine/core';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useLiveUpdates } from '~/api/live';
import { announcement } from '~/app/announce';
import { useWords } from '~/app/i18n';
import { useKeys } from '~/app/keys';
import { createStore } from '~/app/store';
import { undoLast } from '~/app/undo';
import { EvidenceSheet } from '~/interactions/EvidenceSheet';
import { openPalette } from '~/search/state';
import css from './Frame.module.css';
import { KeyboardMap } from './KeyboardMap';
import { PhoneTabs } from './PhoneTabs';
import { Sidebar } from './Sidebar';
import { UndoToast } from './UndoToast';

const Palette = lazy(() => import('~/search/Palette'));

/** Whether the reader wants the sidebar folded; record pages fold it until told otherwise. */
export const sidebarFolded = createStore<boolean | null>(null);

export function Frame() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [mapOpen, setMapOpen] = useState(false);
  const said = announcement.use();
  useLiveUpdates();
  useKeys({
    'mod+k': () => openPalette(),
    '/': () => openPalette(),
    'mod+z': () => void undoLast(),
    'mod+\\': () => sidebarFolded.set(!sidebarFolded.get()),
    '?': () => setMapOpen(true),
    'g t': () => void navigate({ to: '/today' }),
    'g d': () => void navigate({ to: '/deals' }),
    'g p': () => void navigate({ to: '/people' }),
    'g o': () => void navigate({ to: '/organizations' }),
    'g c': () => void navigate({ to: '/control' }),
    'g f': () => void navigate({ to: '/forecast' }),
    'g l': () => void navigate({ to: '/lessons' }),
    'g w': () => void navigate({ to: '/ways' }),
    'g s': () => void navigate({ to: '/settings/profile' }),
  });
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#page">
        {t('shell.skip')}
      </a>
      <Sidebar />
      <main className={css.page} id="page" tabIndex={-1}>
        <Outlet />
      </main>
      <PhoneTabs />
      <UndoToast />
      <Suspense>
        <Palette />
      </Suspense>
      <EvidenceSheet />
      <KeyboardMap opened={mapOpen} onClose={() => setMapOpen(false)} />
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
    </div>
  );
}
