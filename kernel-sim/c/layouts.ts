/**
 * Tables over checked headers: the layout of every record, the enums, and the values of constant macros. For the test that holds the headers
 * against the facts, for the generator of typed accessors and for `dt`.
 */
import { type AnalyzeOptions, analyze } from './analyze.ts';
import type { TranslationUnit } from './ast.ts';
import { printType } from './type-print.ts';
import type { CType, RecordDef } from './types.ts';
import { isFloating, isSigned, sizeOf } from './types.ts';

export interface FieldLayout {
  offset: number;
  size: number;
  type: CType;
  /** Bit-field: place in the unit of `size` bytes at `offset`. */
  bits?: { shift: number; width: number };
}

export interface RecordTable {
  /** The name it was asked for or listed by. */
  name: string;
  tag: string | undefined;
  kind: 'struct' | 'union';
  size: number;
  align: number;
  /** In order, `IoStatus`, `IoStatus.Status` ...: members of records are entered, arrays are not, anonymous members leave no name. */
  fields: Map<string, FieldLayout>;
  def: RecordDef;
}

/** Every complete record of file scope under each of its names: typedefs (`IRP`) and tags (`_IRP`). */
export function recordLayouts(unit: TranslationUnit): Map<string, RecordTable> {
  const tables = new Map<RecordDef, RecordTable>();
  const out = new Map<string, RecordTable>();
  const add = (name: string, def: RecordDef): void => {
    if (!def.fields || out.has(name)) return;
    let table = tables.get(def);
    if (!table) {
      table = makeTable(def.typedefName ?? name, def);
      tables.set(def, table);
    }
    out.set(name, table);
  };
  for (const sym of unit.names?.values() ?? []) {
    if (sym.kind === 'typedef' && sym.type.kind === 'record') add(sym.name, sym.type.def);
  }
  for (const [tag, entry] of unit.tags ?? []) if (entry.kind === 'record') add(tag, entry.def);
  return out;
}

function makeTable(name: string, def: RecordDef): RecordTable {
  const fields = new Map<string, FieldLayout>();
  collect(def, 0, '', fields);
  return { name, tag: def.tag, kind: def.union ? 'union' : 'struct', size: def.size, align: def.align, fields, def };
}

function collect(def: RecordDef, base: number, prefix: string, out: Map<string, FieldLayout>): void {
  for (const field of def.fields ?? []) {
    const offset = base + field.offset;
    if (field.name === undefined) {
      if (field.type.kind === 'record') collect(field.type.def, offset, prefix, out);
      continue;
    }
    const name = prefix + field.name;
    const layout: FieldLayout = { offset, size: sizeOf(field.type), type: field.type };
    if (field.bits) layout.bits = field.bits;
    out.set(name, layout);
    if (field.type.kind === 'record') collect(field.type.def, offset, `${name}.`, out);
  }
}

/** All enum constants of file scope. */
export function enumConstants(unit: TranslationUnit): Map<string, number> {
  const out = new Map<string, number>();
  for (const sym of unit.names?.values() ?? []) {
    if (sym.kind === 'enum-const' && sym.value !== undefined) out.set(sym.name, Number(sym.value));
  }
  return out;
}

export interface ConstantValue {
  /** In the range of its type: negative for signed types, unsigned 64-bit for pointers. */
  value: bigint;
  size: number;
  signed: boolean;
  /** Its C type, printed. */
  type: string;
}

/**
 * Values of constant expressions (macro names, enum constants, any expression text) after the given includes. Those that are not
 * constant, or not declared, are missing from the result.
 */
export function evaluateConstants(
  options: Omit<AnalyzeOptions, 'sources'> & {
    /** `#include` lines and whatever else comes first. */ preamble: string;
  },
  expressions: readonly string[],
): Map<string, ConstantValue> {
  const lines = expressions.map((text, i) => `unsigned long long lab_constant_${i} = (unsigned long long)(${text});`);
  const { units } = analyze({
    ...options,
    sources: [{ name: 'constants.c', text: `${options.preamble}\n${lines.join('\n')}\n`, system: true }],
  });
  const out = new Map<string, ConstantValue>();
  expressions.forEach((text, i) => {
    const sym = units[0].names?.get(`lab_constant_${i}`);
    let e = sym?.flat?.[0]?.expr;
    // The outermost cast is ours.
    if (e?.kind === 'cast' && e.target) e = e.operand;
    if (e?.constant === undefined || !e.type || isFloating(e.type)) return;
    out.set(text, { value: e.constant, size: sizeOf(e.type), signed: isSigned(e.type), type: printType(e.type) });
  });
  return out;
}
