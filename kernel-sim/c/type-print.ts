/**
 * Types in plain C, for messages and views: `IRP *`, `long (*)(DEVICE_OBJECT *, IRP *)`, `char [8]`.
 * A record or enum is named by its first typedef, else by its tag. Pure; anyone may call it.
 */
import type { CType, EnumDef, FloatKind, IntKind, Qualifiers, RecordDef } from './types.ts';

export const INT_NAMES: Record<IntKind, string> = {
  bool: '_Bool',
  char: 'char',
  schar: 'signed char',
  uchar: 'unsigned char',
  short: 'short',
  ushort: 'unsigned short',
  int: 'int',
  uint: 'unsigned int',
  long: 'long',
  ulong: 'unsigned long',
  int64: 'long long',
  uint64: 'unsigned long long',
};

export const FLOAT_NAMES: Record<FloatKind, string> = { float: 'float', double: 'double', ldouble: 'long double' };

/** `IRP`, `struct _X`, `union <unnamed>`. */
export function recordName(def: RecordDef): string {
  return def.typedefName ?? `${def.union ? 'union' : 'struct'} ${def.tag ?? '<unnamed>'}`;
}

export function enumName(def: EnumDef): string {
  return def.typedefName ?? `enum ${def.tag ?? '<unnamed>'}`;
}

/** The type as C writes it; with `inner`, the declaration of that name. */
export function printType(t: CType, inner = ''): string {
  switch (t.kind) {
    case 'pointer': {
      const star = `*${qualifiers(t.q, inner !== '' && !/^[[(*]/.test(inner))}${inner}`;
      const wrap = t.to.kind === 'array' || t.to.kind === 'function';
      return printType(t.to, wrap ? `(${star})` : star);
    }
    case 'array':
      return printType(t.of, `${inner}[${t.variable ? '*' : (t.length ?? '')}]`);
    case 'function': {
      const params = t.params.map((p) => printType(p.type));
      if (t.variadic) params.push('...');
      const list = params.length > 0 ? params.join(', ') : t.prototyped ? 'void' : '';
      return printType(t.returns, `${inner}(${list})`);
    }
    default: {
      const q = qualifiers(t.q, true);
      return `${q}${baseName(t)}${inner ? ` ${inner}` : ''}`;
    }
  }
}

function baseName(t: CType): string {
  switch (t.kind) {
    case 'void':
      return 'void';
    case 'int':
      return INT_NAMES[t.int];
    case 'float':
      return FLOAT_NAMES[t.float];
    case 'record':
      return recordName(t.def);
    case 'enum':
      return enumName(t.def);
    default:
      return '<unknown>';
  }
}

function qualifiers(q: Qualifiers | undefined, space: boolean): string {
  const words: string[] = [];
  if (q?.const) words.push('const');
  if (q?.volatile) words.push('volatile');
  return words.length > 0 ? words.join(' ') + (space ? ' ' : '') : '';
}
