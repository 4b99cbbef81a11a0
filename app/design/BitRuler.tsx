/**
 * A number as a ruler of bits, highest left: fields with their names, bits with their digits. The one look for control codes, page-table entries and flags.
 */
import type { Meaning } from './Glyph';

export interface BitField {
  readonly id: string;
  readonly name: string;
  /** Lowest bit, and how many. */
  readonly shift: number;
  readonly width: number;
  /** What its value means. */
  readonly value: string;
  readonly meaning: Meaning;
}

interface Props {
  /** Names what the number is. */
  readonly label: string;
  readonly bits: 8 | 16 | 32 | 64;
  readonly value: bigint;
  /** Bits of which each belongs to one field; from the highest down. */
  readonly fields: readonly BitField[];
  readonly selected?: string | undefined;
  readonly onSelect?: (id: string) => void;
  /** Bits with a meaning of their own inside of a field: shaded. The place that shows the ruler says what they mean. */
  readonly marked?: readonly number[];
}

export function BitRuler({ label, bits, value, fields, selected, onSelect, marked = [] }: Props) {
  return (
    <section className="bit-ruler" aria-label={label} style={{ '--bits': bits } as React.CSSProperties}>
      {fields.map(({ id, name, shift, width, value: text, meaning }) => (
        <button
          key={id}
          type="button"
          className={`bit-field is-${meaning}`}
          style={{ '--width': width } as React.CSSProperties}
          aria-pressed={onSelect ? selected === id : undefined}
          onClick={() => onSelect?.(id)}
        >
          <span className="bit-range" aria-hidden="true">
            <span>{shift + width - 1}</span>
            {width > 1 && <span>{shift}</span>}
          </span>
          <span className="bit-digits" aria-hidden="true">
            {digitsOf(value, shift, width).map((digit, i) => (
              <span
                key={i}
                className={['bit', digit === '1' && 'is-set', marked.includes(shift + width - 1 - i) && 'is-marked']
                  .filter(Boolean)
                  .join(' ')}
              >
                {digit}
              </span>
            ))}
          </span>
          <span className="bit-name">{name}</span>
          <span className="bit-value">{text}</span>
        </button>
      ))}
    </section>
  );
}

/** Binary digits of a field, highest first. */
function digitsOf(value: bigint, shift: number, width: number): string[] {
  const part = (value >> BigInt(shift)) & ((1n << BigInt(width)) - 1n);
  return [...part.toString(2).padStart(width, '0')];
}
