// The share of our promises that were kept: warm where too many were not.

const WIDTH = 34;
const HEIGHT = 5;
export const TOO_FEW_KEPT = 0.7;

export function PromiseMeter({ kept, of }: { kept: number; of: number }) {
  const share = of > 0 ? kept / of : 0;
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect width={WIDTH} height={HEIGHT} rx="2.5" fill="var(--line)" />
      <rect
        width={WIDTH * share}
        height={HEIGHT}
        rx="2.5"
        fill={share < TOO_FEW_KEPT ? 'var(--away-muted)' : 'var(--toward-muted)'}
      />
    </svg>
  );
}
