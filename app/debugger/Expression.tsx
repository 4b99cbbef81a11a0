/** A C expression of the inspector, in the scope of the chosen frame, as a tree that opens. */
import { type ReactNode, useMemo } from 'react';
import { AddressRef } from '../design/Ref';
import { Field } from '../design/Tags';
import type { Subject } from '../store/selection';
import { useView } from '../store/views';
import { useFocus } from './focus';
import { ValueTree } from './ValueTree';

interface Props {
  readonly subject: Extract<Subject, { readonly kind: 'expression' }>;
  readonly head: ReactNode;
  readonly isPinned?: boolean;
}

export function Expression({ subject: { expression }, head, isPinned = false }: Props) {
  const focus = useFocus();
  const { now, before } = useView({ kind: 'watch', ...focus, expression, depth: 1 });
  const known = now && !('problem' in now) ? now : undefined;
  const old = before && !('problem' in before) ? before : undefined;
  const roots = useMemo(() => (known ? [{ ...known, name: expression }] : []), [known, expression]);
  const rootsBefore = useMemo(() => (old ? [{ ...old, name: expression }] : undefined), [old, expression]);
  const scope = useMemo(() => ({ focus }), [focus]);
  return (
    <article className={isPinned ? 'inspector-card is-pinned' : 'inspector-card'}>
      {head}
      {now && 'problem' in now && <p className="debug-problem">It cannot be worked out here: {now.problem}.</p>}
      {known && (
        <>
          {!isPinned && (
            <dl className="inspector-section">
              <Field name="Type">{known.type}</Field>
              {known.address !== undefined && (
                <Field name="Address">
                  <AddressRef address={known.address} />
                </Field>
              )}
            </dl>
          )}
          <ValueTree label={`Value of ${expression}`} roots={roots} before={rootsBefore} scope={scope} />
        </>
      )}
    </article>
  );
}
