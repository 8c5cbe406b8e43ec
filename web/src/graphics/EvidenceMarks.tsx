// Evidence along a time axis: ▲ spoke for us, ▼ against; the larger the mark, the more it moved.

export interface EvidenceMark {
  x: number;
  points: number;
}

const SMALLEST = 3;
const LARGEST = 6;
const POINTS_AT_LARGEST = 25;

export function EvidenceMarks({ marks, y }: { marks: readonly EvidenceMark[]; y: number }) {
  return (
    <g>
      {marks.map(({ x, points }) => {
        const half = SMALLEST + (LARGEST - SMALLEST) * Math.min(1, Math.abs(points) / POINTS_AT_LARGEST);
        const up = points >= 0;
        const tip = half * 1.3 * (up ? -1 : 1);
        return (
          <path
            key={`${x}:${points}`}
            d={`M${x - half},${y - tip / 2}h${half * 2}l${-half},${tip}z`}
            fill={up ? 'var(--toward)' : 'var(--away)'}
          />
        );
      })}
    </g>
  );
}
