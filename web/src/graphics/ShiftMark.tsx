// A chance before (hollow) and after (solid): what one piece of evidence would do, or did.

interface Props {
  before: number;
  after: number;
  width?: number;
  label: string;
}

export function ShiftMark({ before, after, width = 92, label }: Props) {
  const x = (p: number) => 4 + p * (width - 8);
  const tone = after >= before ? 'var(--toward)' : 'var(--away)';
  return (
    <svg width={width} height="14" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={`M4,7.5h${width - 8}`} stroke="var(--line-strong)" />
      <path d={`M${x(before)},7.5H${x(after)}`} stroke={tone} strokeWidth="2" />
      <circle cx={x(before)} cy="7.5" r="3" fill="var(--surface)" stroke={tone} strokeWidth="1.5" />
      <circle cx={x(after)} cy="7.5" r="3.5" fill={tone} />
    </svg>
  );
}
