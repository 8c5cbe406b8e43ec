// The mark: a ring of power around the person we stand with.

export function Brand({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.6" fill="none" stroke="var(--line-strong)" strokeWidth="2.4" />
      <path
        d="M12 2.4a9.6 9.6 0 1 1-9.1 6.6"
        fill="none"
        stroke="var(--text)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="12" cy="12" r="4.9" fill="var(--us)" />
    </svg>
  );
}
