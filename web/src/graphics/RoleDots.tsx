// How many of the roles that decide a deal have been met: a filled square each, and an empty one for who is missing.

const SIZE = 7;
const STEP = 10;

export function RoleDots({ met, of, label }: { met: number; of: number; label: string }) {
  return (
    <svg width={Math.max(SIZE, of * STEP - (STEP - SIZE))} height={SIZE} role="img" aria-label={label}>
      <title>{label}</title>
      {Array.from({ length: of }, (_, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the squares are all alike
          key={index}
          x={index * STEP + 0.5}
          y="0.5"
          width={SIZE - 1}
          height={SIZE - 1}
          rx="1.5"
          fill={index < met ? 'var(--text-2)' : 'none'}
          stroke={index < met ? 'var(--text-2)' : 'var(--mark-muted)'}
        />
      ))}
    </svg>
  );
}
