// A short run of chances on a scale from 0 to 1, ending in a dot: where it stands and where it came from.

interface Props {
  values: readonly number[];
  width?: number;
  height?: number;
  tone?: 'toward' | 'away' | 'still';
  label?: string;
}

export function Sparkline({ values, width = 76, height = 20, tone = 'toward', label }: Props) {
  if (values.length < 2) return null;
  const x = (index: number) => 2 + (index * (width - 6)) / (values.length - 1);
  const y = (p: number) => height - 3 - p * (height - 6);
  const path = values.map((p, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)},${y(p).toFixed(1)}`).join('');
  const stroke = tone === 'still' ? 'var(--mark-muted)' : `var(--${tone})`;
  const last = values.length - 1;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is titled wherever it is not hidden
    <svg width={width} height={height} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {label && <title>{label}</title>}
      <path d={`M0,${height - 1.5}h${width}`} stroke="var(--line)" />
      <path d={path} fill="none" stroke={stroke} strokeWidth="1.4" strokeLinejoin="round" />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.4" fill={stroke} />
    </svg>
  );
}

/** Rose, fell, or stayed about where it was. */
export function trendTone(values: readonly number[]): 'toward' | 'away' | 'still' {
  const change = (values[values.length - 1] ?? 0) - (values[0] ?? 0);
  if (Math.abs(change) < 0.05) return 'still';
  return change > 0 ? 'toward' : 'away';
}
