/** The members of a structure in memory as rows, each with its bytes: what is asked about its past is asked of these. Pure. */
import type { FieldView, TypeView } from '../../kernel-sim/protocol/views-code';

export interface FieldRow {
  /** Path of names. */
  readonly id: string;
  readonly level: number;
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly value: string;
  readonly address: string | undefined;
  /** Bytes; 0: not known. */
  readonly length: number;
}

export function fieldRows({ fields }: TypeView): readonly FieldRow[] {
  return rowsOf(fields, 0, 0, '');
}

/** Offsets are from the record that the members are in. */
function rowsOf(fields: readonly FieldView[], base: number, level: number, path: string): readonly FieldRow[] {
  return fields.flatMap(({ offset, size, name, type, value = '', address, bits, children }) => {
    const id = path === '' ? name : `${path}.${name}`;
    const own: FieldRow = {
      ...{ id, level, type, address, value, offset: base + offset, length: size },
      name: bits ? `${name} : ${bits.width}` : name,
    };
    return [own, ...rowsOf(children, base + offset, level + 1, id)];
  });
}
