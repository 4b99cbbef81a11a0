/** `dt`: the members of a type with their offsets, and what they hold at an address. */
import type { DebugContext } from '../debugger/context.ts';
import { type DtTarget, dtTarget } from '../debugger/dt.ts';
import { DebugError } from '../debugger/error.ts';
import { addressText, formatValue } from '../debugger/format.ts';
import { didYouMean, suggest } from '../debugger/suggest.ts';
import { completeRecord } from '../debugger/type-names.ts';
import { type Field, fieldNames, findField, printType, type RecordType, sizeOf, type Type } from '../debugger/types.ts';
import { lvalueAt } from '../debugger/values.ts';
import type { FieldView, TypeView } from '../protocol/views-code.ts';
import { frozen } from './look.ts';

const MAX_ROWS = 2000;

/** `text`: what follows `dt` and its options. `depth`: levels of records inside of records. DebugError for what cannot be found. */
export function typeView(context: DebugContext, text: string, depth = 0): TypeView {
  return targetView(context, dtTarget(context, text), depth);
}

export function targetView(context: DebugContext, { type, address, fields }: DtTarget, depth = 0): TypeView {
  const budget = { rows: MAX_ROWS };
  const isRecord = type.kind === 'record';
  const shown = isRecord
    ? fields.length > 0
      ? fields.map((path) => fieldAt(context, type, path))
      : ownFields(type)
    : [];
  return frozen({
    name: isRecord || type.kind === 'enum' ? type.name : printType(type),
    kind: isRecord ? (type.union ? 'union' : 'struct') : type.kind === 'enum' ? 'enum' : 'other',
    size: sizeOf(type),
    address: addressText(address),
    fields: shown.map((field) => fieldView(context, field, address, depth + (fields.length > 0 ? 1 : 0), budget)),
    enumerators: type.kind === 'enum' ? type.members : [],
    value: isRecord || address === undefined ? undefined : formatValue(context, lvalueAt(type, address)),
  });
}

/** Members in order; those of anonymous structs and unions stand in their record's place, at their own offsets. */
function ownFields(type: RecordType): Field[] {
  return type.fields.flatMap((field) => {
    if (field.name !== '') return [field];
    // What else has no name is padding.
    if (field.type.kind !== 'record') return [];
    return ownFields(field.type).map((inner) => ({ ...inner, offset: inner.offset + field.offset }));
  });
}

/** `Tail.Overlay.Thread` from the start of the record. */
function fieldAt(context: DebugContext, type: RecordType, path: string): Field {
  let current: Type = type;
  let offset = 0;
  let found: Field | undefined;
  for (const name of path.split('.')) {
    const record: Type = current.kind === 'record' ? completeRecord(context, current) : current;
    if (record.kind !== 'record') throw new DebugError(`'${printType(record)}' has no members, so no '${name}'`);
    found = findField(record, name);
    if (!found)
      throw new DebugError(`'${record.name}' has no member '${name}'${didYouMean(suggest(name, fieldNames(record)))}`);
    offset += found.offset;
    current = found.type;
  }
  return { ...(found as Field), name: path, offset };
}

function fieldView(
  context: DebugContext,
  field: Field,
  base: bigint | undefined,
  depth: number,
  budget: { rows: number },
): FieldView {
  budget.rows--;
  const at = base === undefined ? undefined : BigInt.asUintN(64, base + BigInt(field.offset));
  const type = field.type.kind === 'record' ? completeRecord(context, field.type) : field.type;
  const isOpen = type.kind === 'record' && depth > 0 && budget.rows > 0;
  const inner = isOpen ? ownFields(type).slice(0, budget.rows) : [];
  return {
    offset: field.offset,
    size: sizeOf(type),
    name: field.name,
    type: printType(field.type),
    bits: field.bits,
    value: at === undefined ? undefined : formatValue(context, lvalueAt(field.type, at, field.bits), { members: 4 }),
    address: addressText(at),
    children: inner.map((f) => fieldView(context, f, at, depth - 1, budget)),
  };
}
