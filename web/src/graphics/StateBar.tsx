// Where a person stands, with doubt: the width of each part is the probability of that stage. Gaps keep it readable grey.

import type { StageShare } from '~/api/types';

const GAP = 1;
const VISIBLE = 0.004;

interface Props {
  shares: StageShare[];
  width?: number;
  height?: number;
  label?: string | undefined;
}

export function StateBar({ shares, width = 84, height = 9, label }: Props) {
  const shown = shares.filter((share) => share.p > VISIBLE);
  const total = shown.reduce((sum, share) => sum + share.p, 0);
  const scale = (width - GAP * (shown.length - 1)) / (total || 1);
  let x = 0;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is titled wherever it is not hidden
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ borderRadius: 2 }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {label && <title>{label}</title>}
      {shown.map(({ stage, p }) => {
        const part = { x, width: p * scale };
        x += part.width + GAP;
        return <rect key={stage} {...part} height={height} fill={`var(--state-${stage})`} />;
      })}
    </svg>
  );
}
