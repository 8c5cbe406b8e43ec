// What will have become of a deal by each day: won below, lost and no decision above it, and what is still open left blank.

export interface OutcomeShares {
  won: number;
  lost: number;
  undecided: number;
}

interface Props {
  columns: readonly OutcomeShares[];
  width: number;
  height?: number;
  label: string;
}

const GAP = 3;
const FLOOR = 1;

export function OutcomesByDay({ columns, width, height = 92, label }: Props) {
  const step = (width + GAP) / Math.max(1, columns.length);
  const tall = height - FLOOR;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      {columns.map(({ won, lost, undecided }, index) => {
        const parts = [
          { share: won, fill: 'var(--toward)' },
          { share: lost, fill: 'var(--away)' },
          { share: undecided, fill: 'var(--mark-muted)' },
        ];
        let reached = 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the column is the identity
          <g key={index} transform={`translate(${index * step},0)`}>
            <rect width={step - GAP} height={tall} rx="1.5" fill="var(--surface-sunken)" />
            {parts.map(({ share, fill }) => {
              const drawn = Math.max(0, share * tall - 1);
              reached += share * tall;
              return <rect key={fill} y={tall - reached} width={step - GAP} height={drawn} fill={fill} />;
            })}
          </g>
        );
      })}
      <path d={`M0,${height - 0.5}h${width}`} stroke="var(--line-strong)" />
    </svg>
  );
}
