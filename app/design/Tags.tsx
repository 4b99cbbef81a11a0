/**
 * Small labels with a fixed look: mode, thread, status, IRQL, and a value that may have changed. Each has colour, shape and text.
 */
import type { ReactNode } from 'react';
import type { Code } from '../../kernel-sim/protocol/views';
import { Glyph, type Meaning } from './Glyph';
import { Ref } from './Ref';

const MODES = { user: 'user mode', kernel: 'kernel mode', interrupt: 'interrupt', idle: 'idle' } as const;

export function ModeTag({ mode }: { readonly mode: keyof typeof MODES }) {
  return (
    <span className={`tag is-${mode}`}>
      <Glyph meaning={mode} /> {MODES[mode]}
    </span>
  );
}

interface ThreadProps {
  readonly tid: number;
  /** Image of its process. */
  readonly process?: string | undefined;
  /** ETHREAD; a thread of which only the id is known is found by that. */
  readonly address?: string | undefined;
}

export function ThreadTag({ tid, process, address }: ThreadProps) {
  return (
    <Ref subject={{ kind: 'thread', thread: address ?? tid }}>
      thread {tid}
      {process && <span className="ref-note"> {process}</span>}
    </Ref>
  );
}

/** An NTSTATUS: success, warning and error look different and say so. */
export function StatusText({ status }: { readonly status: Code }) {
  const severity = (status.value >>> 30) & 3;
  const [tone, mark] = severity === 3 ? ['fault', '✕'] : severity === 2 ? ['warn', '!'] : ['good', '✓'];
  return (
    <span className={`status-text is-${tone}`}>
      <span aria-hidden="true">{mark}</span> {status.name}
    </span>
  );
}

interface TagProps {
  readonly meaning: Meaning;
  readonly children: ReactNode;
}

/** A labelled shape in the colour of a meaning. */
export function Tag({ meaning, children }: TagProps) {
  return (
    <span className={`tag is-${meaning}`}>
      <Glyph meaning={meaning} /> {children}
    </span>
  );
}

/** A value beside its name; marked, also for screen readers, when it is another than before. */
export function Field({ name, children, changed = false }: FieldProps) {
  return (
    <div className={changed ? 'field is-changed' : 'field'}>
      <dt>{name}</dt>
      <dd>
        {children}
        {changed && <span className="visually-hidden"> (changed)</span>}
      </dd>
    </div>
  );
}

interface FieldProps {
  readonly name: ReactNode;
  readonly children: ReactNode;
  readonly changed?: boolean;
}
