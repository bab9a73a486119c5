/** The sign of Partner Desk: a desk with a house on it. */
export function Brand({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden focusable="false">
      <rect x="1" y="1" width="18" height="18" rx="4.5" fill="currentColor" />
      <path
        d="M5 10.2 10 5.5l5 4.7M6.6 9v5.2h6.8V9"
        fill="none"
        stroke="var(--desk-frame)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
