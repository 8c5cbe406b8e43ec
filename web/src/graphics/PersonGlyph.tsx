// A person: fill is the likeliest state, the ring is power, a broken smaller core says we are not sure. A thin arc outside
// the ring is their share of all influence.

import type { Stage } from '~/api/types';

export interface GlyphProps {
  state: Stage | null;
  power?: number;
  /** Drawn where it is given. */
  influence?: number | undefined;
  sure?: boolean;
  veto?: boolean;
  ours?: boolean;
  initials?: string;
  size?: number;
  /** What the glyph says, for those who do not see it. Leave it out where the words stand next to it. */
  label?: string | undefined;
}

const MARGIN = 3;
const OUTSIDE = 2.6;

export function PersonGlyph({
  state,
  power = 0,
  influence,
  sure = true,
  veto,
  ours,
  initials,
  size = 24,
  label,
}: GlyphProps) {
  const small = size < 22;
  const ring = size / 2 - (small ? 1 : 1.6);
  const whole = sure || ours || state === null;
  const core = (size / 2 - (small ? 3 : 4.4)) * (whole ? 1 : 0.86);
  const around = 2 * Math.PI * ring;
  const box = size / 2 + MARGIN;
  const fill = ours ? 'var(--us)' : state ? `var(--state-${state})` : 'var(--surface)';
  const ink = ours ? 'var(--surface)' : state ? `var(--on-${state})` : 'var(--text-3)';
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is titled wherever it is not hidden
    <svg
      width={box * 2}
      height={box * 2}
      viewBox={`${-box} ${-box} ${box * 2} ${box * 2}`}
      style={{ margin: -MARGIN }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {label && <title>{label}</title>}
      <circle r={size / 2 + 1} fill="var(--surface)" />
      <circle r={ring} fill="none" stroke="var(--line-strong)" strokeWidth={small ? 1.2 : 1.6} />
      {!ours && (
        <circle
          r={ring}
          fill="none"
          stroke="var(--text)"
          strokeWidth={small ? 1.9 : 2.6}
          strokeDasharray={`${around * power} ${around}`}
          transform="rotate(-90)"
        />
      )}
      {influence !== undefined && (
        <circle
          r={ring + OUTSIDE}
          fill="none"
          stroke="var(--toward-muted)"
          strokeWidth="1.6"
          strokeDasharray={`${2 * Math.PI * (ring + OUTSIDE) * influence} 400`}
          transform="rotate(-90)"
        />
      )}
      <circle r={core} fill={fill} {...(state || ours ? {} : UNKNOWN)} />
      {!whole && <circle r={core + 1.6} fill="none" stroke={fill} strokeWidth="1.2" strokeDasharray="2.4 2.2" />}
      {initials !== undefined && (
        <text textAnchor="middle" dy=".35em" fontSize={size * 0.29} fontWeight="600" fill={ink}>
          {initials}
        </text>
      )}
      {veto && <Veto at={(size / 2) * 0.74} radius={Math.max(size < 22 ? 3.6 : 5.5, size * 0.17)} />}
    </svg>
  );
}

const UNKNOWN = { stroke: 'var(--line-strong)', strokeDasharray: '2.5 2.5', strokeWidth: 1.3 };

function Veto({ at, radius }: { at: number; radius: number }) {
  return (
    <g transform={`translate(${at},${-at})`}>
      <circle r={radius} fill="var(--surface)" stroke="var(--line-strong)" />
      <path d={`M${-radius / 2},0h${radius}`} stroke="var(--text)" strokeWidth="1.6" transform="rotate(-45)" />
    </g>
  );
}
