/** The fields of the type that stands in the bytes. Pointing at one lights its bytes; choosing it selects them. */
import { memo, useEffect, useRef } from 'react';
import { AddressRef } from '../../design/Ref';
import { hex } from '../../words/numbers';
import { type FieldSpan, overlaps, type Span } from './model';

interface Props {
  readonly type: { readonly name: string; readonly size: number };
  readonly fields: readonly FieldSpan[];
  readonly lit: Span | undefined;
  readonly selected: Span | undefined;
  readonly onLit: (span: Span | undefined) => void;
  readonly onSelect: (span: Span) => void;
}

export function FieldList({ type, fields, lit, selected, onLit, onSelect }: Props) {
  return (
    <section className="memory-fields" aria-label={`Fields of ${type.name}`}>
      <h4 className="section-title">
        {type.name} <span className="card-note">{type.size} bytes</span>
      </h4>
      <ul className="memory-field-list" onPointerLeave={() => onLit(undefined)}>
        {fields.map((field) => (
          <FieldRow
            key={field.path}
            field={field}
            isLit={field.isLeaf && overlaps(field, lit)}
            isSelected={selected?.path === field.path}
            onLit={onLit}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly field: FieldSpan;
  readonly isLit: boolean;
  readonly isSelected: boolean;
  readonly onLit: (span: Span | undefined) => void;
  readonly onSelect: (span: Span) => void;
}

const FieldRow = memo(
  function FieldRow({ field, isLit, isSelected, onLit, onSelect }: RowProps) {
    const { at, path, name, type, value, bits, depth, offset, length, isLeaf, changed } = field;
    const pointer = isLeaf ? /^(0x[0-9A-F]{16})(?: (.+))?$/i.exec(value) : null;
    const row = useRef<HTMLLIElement>(null);
    useEffect(() => {
      if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
    }, [isSelected]);
    const classes = ['memory-field', isLit && 'is-lit', isSelected && 'is-selected'].filter(Boolean).join(' ');
    return (
      <li ref={row} className={classes} onPointerEnter={() => onLit({ offset, length })}>
        <button
          type="button"
          className="memory-field-name"
          style={{ '--depth': depth } as React.CSSProperties}
          aria-pressed={isSelected}
          title={`${type}, ${length} bytes`}
          onFocus={() => onLit({ offset, length })}
          onBlur={() => onLit(undefined)}
          onClick={() => onSelect({ offset, length, path })}
        >
          <span className="memory-offset">+{hex(at).slice(2)}</span>
          {name}
          {bits && <span className="card-note"> {bits}</span>}
        </button>
        <span className={changed ? 'memory-value is-changed' : 'memory-value'}>
          {pointer ? <AddressRef address={pointer[1] as string} name={pointer[2]} /> : isLeaf ? value : type}
        </span>
      </li>
    );
  },
  (a, b) =>
    a.isLit === b.isLit &&
    a.isSelected === b.isSelected &&
    a.field.value === b.field.value &&
    a.field.changed === b.field.changed &&
    a.field.offset === b.field.offset &&
    a.field.path === b.field.path,
);
