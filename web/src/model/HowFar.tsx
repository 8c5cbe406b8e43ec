// How far something is, as a thin bar. The words beside it say the same.

import css from './Model.module.css';

export function HowFar({ done, of }: { done: number; of: number }) {
  return (
    <span className={css.howFar} aria-hidden="true">
      <span style={{ width: `${(100 * done) / Math.max(1, of)}%` }} />
    </span>
  );
}
