/**
 * The shapes that stand for the meanings of the machine. Each meaning has a colour, a shape and a label, so that none
 * of them is needed alone. Decorative: the label beside it carries the meaning for screen readers.
 */

export type Meaning = 'user' | 'kernel' | 'interrupt' | 'idle' | 'hardware' | 'irp' | 'fault';

/** What each meaning is called. */
export const MEANING_LABELS: Readonly<Record<Meaning, string>> = {
  user: 'user mode',
  kernel: 'kernel mode',
  interrupt: 'interrupt / DPC',
  idle: 'idle',
  hardware: 'hardware',
  irp: 'IRP',
  fault: 'fault',
};

const SHAPES: Record<Meaning, React.ReactNode> = {
  user: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  kernel: <rect x="1.5" y="1.5" width="9" height="9" rx="1" fill="currentColor" />,
  interrupt: <path d="M7.2 0.5 1.8 7h3.4L4.6 11.5 10.2 5H6.8z" fill="currentColor" />,
  idle: <rect x="1.5" y="4.75" width="9" height="2.5" rx="1" fill="currentColor" />,
  hardware: (
    <path d="M3 3h6v6H3z M6 .5V3 M6 9v2.5 M.5 6H3 M9 6h2.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
  ),
  irp: <path d="M6 .8 10.7 3.4v5.2L6 11.2 1.3 8.6V3.4z" fill="currentColor" />,
  fault: <path d="M6 1 11.5 10.8H.5z" fill="currentColor" />,
};

export function Glyph({ meaning }: { readonly meaning: Meaning }) {
  return (
    <svg className={`glyph is-${meaning}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {SHAPES[meaning]}
    </svg>
  );
}
