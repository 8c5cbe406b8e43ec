// Nothing here yet: one sentence, one action, one example line.

import type { ReactNode } from 'react';
import css from './Empty.module.css';

interface Props {
  sentence: string;
  example?: string;
  children?: ReactNode;
}

export function Empty({ sentence, example, children }: Props) {
  return (
    <div className={css.empty}>
      <p className={css.sentence}>{sentence}</p>
      {example && <p className={css.example}>{example}</p>}
      {children}
    </div>
  );
}
