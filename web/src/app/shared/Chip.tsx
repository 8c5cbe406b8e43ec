// A small plate for a fact. Colour says direction, us, or watch; a dashed edge says assumed or proposed.

import type { ReactNode } from 'react';
import css from './Chip.module.css';

export type ChipTone = 'plain' | 'toward' | 'away' | 'watch' | 'us' | 'use' | 'outline' | 'dashed';

export function Chip({ tone = 'plain', title, children }: { tone?: ChipTone; title?: string; children: ReactNode }) {
  return (
    <span className={css.chip} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
