/**
 * A titled area of the workbench: what it is, which side of the machine it belongs to, and its content.
 */
import type { ReactNode } from 'react';
import { Glyph, type Meaning } from './Glyph';

interface Props {
  readonly title: string;
  readonly meaning: Meaning;
  /** Said beside the title in the colour of the meaning, e.g. "user mode". */
  readonly note: string;
  /** Small buttons at the right of the head. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Pane({ title, meaning, note, actions, children }: Props) {
  return (
    <section className={`pane has-${meaning}`} aria-label={`${title}, ${note}`}>
      <header className="pane-head">
        <Glyph meaning={meaning} />
        <h2 className="pane-title">{title}</h2>
        <span className={`pane-note is-${meaning}`}>{note}</span>
        {actions}
      </header>
      <div className="pane-body">{children}</div>
    </section>
  );
}
