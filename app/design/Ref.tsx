/**
 * Something of the machine that can be looked at: an address, an IRP, a thread ... Wherever it stands on the screen it looks the same, and a click
 * opens it in the inspector. What it is about is its `Subject`; the text is what the place wants to show of it.
 */
import type { ReactNode } from 'react';
import { inspect, type Subject } from '../store/selection';
import { shortAddress } from '../words/addresses';
import { Glyph, type Meaning } from './Glyph';

interface Props {
  readonly subject: Subject;
  readonly children: ReactNode;
  /** Its shape stands before the text. */
  readonly meaning?: Meaning;
  readonly changed?: boolean;
  /** False: Tab passes it by, where the keys of a grid lead to it. */
  readonly isReachable?: boolean | undefined;
}

export function Ref({ subject, children, meaning, changed = false, isReachable = true }: Props) {
  return (
    <button
      type="button"
      className={changed ? 'ref is-changed' : 'ref'}
      data-subject={JSON.stringify(subject)}
      tabIndex={isReachable ? undefined : -1}
      onClick={(event) => {
        event.stopPropagation();
        inspect(subject);
      }}
    >
      {meaning && <Glyph meaning={meaning} />}
      {children}
    </button>
  );
}

/** An address as a reference; NULL is no place to look at. */
export function AddressRef({ address, name, changed = false }: AddressProps) {
  if (/^0x0*$/.test(address)) return <span className={changed ? 'null is-changed' : 'null'}>NULL</span>;
  return (
    <Ref subject={{ kind: 'address', address }} changed={changed}>
      {name || shortAddress(address)}
    </Ref>
  );
}

interface AddressProps {
  readonly address: string;
  /** Shown in its place. */
  readonly name?: string | undefined;
  readonly changed?: boolean;
}
