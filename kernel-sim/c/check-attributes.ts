/**
 * What `__declspec(...)` and `__attribute__((...))` among the specifiers say: `checkAttributes` gathers it for the things declared,
 * `withMode` and `checkAlign` apply what changes a type or a layout.
 *
 * Contract: declares nothing; operands are checked, and what this lab cannot do is reported here; unknown names mean nothing.
 */
import type { DeclSpecs, Derivation, Expr } from './ast.ts';
import type { Context } from './check-context.ts';
import { constantInt } from './check-expr.ts';
import type { CType, IntType } from './types.ts';
import * as T from './types.ts';

/** What `__declspec` says about the things declared. */
export interface Attributes {
  dllimport?: boolean;
  dllexport?: boolean;
  noreturn?: boolean;
  selectany?: boolean;
  primitive?: boolean;
  syscall?: number;
  align?: number;
  /** Of the typedef that names the type: what is declared as such an object, or as an array of them, has it too. */
  typeAlign?: number;
  /** Of a member: it stands anywhere. */
  packed?: boolean;
  segment?: string;
  deprecated?: string;
  mustInspect?: boolean;
  /** `__asm__("name")` */
  linkName?: string;
  /** Another name for the function or variable of that name. */
  alias?: string;
  /** Called with the address of the variable when its block ends. */
  cleanup?: string;
  /** Order among functions that run before main, after exit. */
  startOrder?: number;
  exitOrder?: number;
}

/** `typedef __declspec(align(16)) ULONG64 SLOT;`: of SLOT where the specifiers name it. */
export function alignOfTypedef(c: Context, { type }: DeclSpecs): number | undefined {
  const sym = type.kind === 'typedef-name' ? c.scope.name(type.name) : undefined;
  return sym?.kind === 'typedef' ? sym.align : undefined;
}

/** Demanded of what a declarator makes of the specifiers: a pointer to aligned objects is none itself. */
export function alignFor({ align, typeAlign }: Attributes, derivations: readonly Derivation[]): number | undefined {
  if (typeAlign === undefined || derivations.some(({ kind }) => kind !== 'array')) return align;
  return Math.max(typeAlign, align ?? 1);
}

export function checkAttributes(c: Context, specs: DeclSpecs): Attributes {
  const out: Attributes = {};
  const typeAlign = alignOfTypedef(c, specs);
  if (typeAlign !== undefined) out.typeAlign = typeAlign;
  for (const item of specs.declspec) {
    switch (item.name) {
      case 'dllimport':
      case 'dllexport':
      case 'noreturn':
      case 'selectany':
      case 'primitive':
      case 'packed':
        out[item.name] = true;
        break;
      case 'asm':
        out.linkName = item.text;
        break;
      case 'alias':
      case 'cleanup':
        out[item.name] = item.text;
        break;
      case 'constructor':
      case 'destructor':
        out[item.name === 'constructor' ? 'startOrder' : 'exitOrder'] = item.arg
          ? Number(constantInt(c, item.arg, 'the order of a constructor') ?? 0n)
          : 65535;
        break;
      case 'deprecated':
        out.deprecated = item.text ?? (item.arg?.kind === 'string' ? textOf(item.arg.units) : '');
        break;
      case 'must_inspect':
      case 'warn_unused_result':
        out.mustInspect = true;
        break;
      case 'code_seg':
      case 'allocate':
        out.segment = item.text ?? (item.arg?.kind === 'string' ? textOf(item.arg.units) : undefined);
        break;
      case 'syscall':
        if (item.arg) out.syscall = Number(constantInt(c, item.arg, 'a service number') ?? 0n);
        break;
      case 'align':
        if (item.arg) {
          const align = checkAlign(c, item.arg);
          if (align) out.align = Math.max(align, out.align ?? 1);
        }
        break;
      case 'thread':
        c.error(
          'unsupported',
          'this lab has no thread-local variables (_Thread_local, __declspec(thread)); use TlsAlloc',
          specs,
        );
        break;
      case 'naked':
        c.error(
          'unsupported',
          '__declspec(naked): there is no inline assembler in 64-bit C to write its body in',
          specs,
        );
        break;
    }
  }
  return out;
}

function textOf(units: readonly number[]): string {
  return String.fromCharCode(...units.slice(0, 1000));
}

export function checkAlign(c: Context, arg: Expr): number | undefined {
  const value = constantInt(c, arg, 'an alignment');
  if (value === undefined) return undefined;
  // Standard C: no alignment is asked for.
  if (value === 0n) return undefined;
  if (value < 1n || value > 8192n || (value & (value - 1n)) !== 0n) {
    c.error('bad-alignment', `${value} is no alignment; it must be a power of two up to 8192`, arg);
    return undefined;
  }
  return Number(value);
}

const MODES: Readonly<Record<string, readonly [IntType, IntType]>> = {
  QI: [T.SCHAR, T.UCHAR],
  byte: [T.SCHAR, T.UCHAR],
  HI: [T.SHORT, T.USHORT],
  SI: [T.INT, T.UINT],
  DI: [T.INT64, T.UINT64],
  word: [T.INT64, T.UINT64],
  pointer: [T.INT64, T.UINT64],
};

/** `__attribute__((mode(DI)))`: the width of an integer, of the given signedness; of a floating type likewise. */
export function withMode(c: Context, specs: DeclSpecs, type: CType): CType {
  const mode = specs.declspec.find((item) => item.name === 'mode')?.text?.replace(/^__|__$/g, '');
  if (mode === undefined) return type;
  if (type.kind === 'float' && (mode === 'SF' || mode === 'DF')) return mode === 'SF' ? T.FLOAT : T.DOUBLE;
  const pair = MODES[mode];
  if (pair && type.kind === 'int') return pair[T.isSigned(type) ? 0 : 1];
  if (/^(TI|TF|XF|HF|BF|[SDTX]C|C[QHSDT]I|V\d+\w+)$/.test(mode)) {
    const why = /^V/.test(mode)
      ? 'vectors are not supported'
      : /C/.test(mode)
        ? 'this lab has no complex numbers'
        : 'numbers of this lab have 8, 16, 32 or 64 bits, floating-point ones 32 or 64';
    c.error('unsupported', `the mode '${mode}': ${why}`, specs);
  }
  return type;
}
