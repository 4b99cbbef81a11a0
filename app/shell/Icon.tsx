/** The few icons of the shell. Decorative: the control they stand in carries the words. */

const ICONS = {
  brand: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="var(--user)" strokeWidth="2" />
      <circle cx="8" cy="8" r="2.5" fill="var(--kernel)" />
    </>
  ),
  run: <path d="M4 2.5v11l9-5.5z" fill="currentColor" />,
  stop: <rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  sun: (
    <path
      d="M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1v1.8M8 13.2V15M1 8h1.8M13.2 8H15M3 3l1.3 1.3M11.7 11.7 13 13M3 13l1.3-1.3M11.7 4.3 13 3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  ),
  chevron: <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />,
  check: <path d="M3 8.5l3.2 3L13 4.8" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  moon: <path d="M13.5 9.6A6 6 0 0 1 6.4 2.5 6 6 0 1 0 13.5 9.6z" fill="currentColor" />,
} as const;

export function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {ICONS[name]}
    </svg>
  );
}
