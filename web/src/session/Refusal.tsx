// Why the door stayed shut, beside the form that knocked.

import type { ReactNode } from 'react';
import css from './Refusal.module.css';

export function Refusal({ children }: { children: ReactNode }) {
  return (
    <p className={css.refusal} role="alert">
      {children}
    </p>
  );
}
