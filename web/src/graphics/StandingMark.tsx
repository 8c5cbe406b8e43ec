// Where one benefit point stands with one person: a filled square, a hatched one where it was refused, dashed to prove next.

import type { Standing } from '~/api/types';

/** Buying standings climb the blue ramp, those in use the teal one. */
const FILL: Record<Standing, string | null> = {
  refused: 'blocked',
  unformed: null,
  perceived: 'aware',
  valued: 'evaluating',
  endorsed: 'committed',
  realised: 'value_confirmed',
  vouched: 'vouching',
};

export function StandingMark({ standing, next = false }: { standing: Standing; next?: boolean }) {
  const fill = FILL[standing];
  const dashed = next ? 'var(--us)' : fill === null ? 'var(--mark-muted)' : null;
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <rect
        x=".75"
        y=".75"
        width="8.5"
        height="8.5"
        rx="2"
        fill={fill === null || next ? 'none' : `var(--state-${fill})`}
        {...(dashed ? { stroke: dashed, strokeDasharray: '2 1.5' } : {})}
      />
      {standing === 'refused' && !next && <path d="M2.5,7.5l5,-5" stroke="var(--surface)" strokeWidth="1.3" />}
    </svg>
  );
}
