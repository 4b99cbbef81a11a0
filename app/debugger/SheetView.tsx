/** A sheet as titled lists of names and values; a value that changed since the stop before is marked. */
import { Fragment } from 'react';
import { Ref } from '../design/Ref';
import { Field, StatusText } from '../design/Tags';
import { inspect } from '../store/selection';
import type { Sheet, SheetPiece, Value } from './sheet';

interface Props {
  readonly sheet: Sheet;
  /** Ids (`section/row`). */
  readonly changed: ReadonlySet<string>;
}

export function SheetView({ sheet: { about, tone, sections }, changed }: Props) {
  return (
    <>
      {about !== '' && <p className={`inspector-about is-${tone}`}>{about}</p>}
      {sections.map(({ title, rows }) => (
        <section key={title} className="inspector-section">
          {title !== '' && <h4>{title}</h4>}
          <dl>
            {rows.map(({ key, name, value }) => (
              <Field key={key} name={name} changed={changed.has(`${title}/${key}`)}>
                <ValueText value={value} />
              </Field>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

export function ValueText({ value }: { readonly value: Value }) {
  return value.map((piece, i) => <PieceText key={i} piece={piece} />);
}

function PieceText({ piece }: { readonly piece: SheetPiece }) {
  if (typeof piece === 'string') return <Fragment>{piece}</Fragment>;
  if ('status' in piece) {
    const { value, name } = piece.status;
    return (
      <button type="button" className="inspector-status" onClick={() => inspect({ kind: 'status', code: value, name })}>
        <StatusText status={piece.status} />
      </button>
    );
  }
  return <Ref subject={piece.subject}>{piece.text}</Ref>;
}
