/**
 * Which specifiers may stand in a declaration of which kind: storage classes, `inline` and `_Noreturn`, `_Alignas`, `restrict`, a missing type.
 * Rules of the standard that only look at the words; what the types mean is checked elsewhere.
 */
import type { DeclSpecs } from './ast.ts';
import type { Context } from './check-context.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import { alignOf } from './types.ts';

/** What a list of specifiers belongs to. */
export type Place = 'file' | 'block' | 'for' | 'member' | 'parameter' | 'type-name';

const WHERE: Readonly<Record<Place, string>> = {
  file: 'outside of functions',
  block: 'inside a function',
  for: "in the first part of 'for'",
  member: 'on a member',
  parameter: 'on a parameter',
  'type-name': 'in a type name',
};

/** Storage classes that do not fit the place. */
const REFUSED: Readonly<Record<Place, readonly string[]>> = {
  file: ['auto', 'register'],
  block: [],
  for: ['static', 'extern', 'typedef'],
  member: ['typedef', 'extern', 'static', 'auto', 'register'],
  parameter: ['typedef', 'extern', 'static', 'auto'],
  'type-name': ['typedef', 'extern', 'static', 'auto', 'register'],
};

export function checkPlace(c: Context, specs: DeclSpecs, place: Place): void {
  const { storage } = specs;
  if (storage !== undefined && REFUSED[place].includes(storage)) {
    const id = place === 'for' ? 'for-declaration' : 'storage-class';
    c.error(id, `'${storage}' cannot stand ${WHERE[place]}`, specs.first);
  }
  if (place === 'parameter' && specs.declspec.some(({ name }) => name === 'thread')) {
    c.error('storage-class', `'_Thread_local' cannot stand ${WHERE[place]}`, specs.first);
  }
  if (place === 'member' || place === 'parameter' || place === 'type-name' || storage === 'typedef') {
    const where = storage === 'typedef' ? "beside 'typedef'" : WHERE[place];
    if (specs.functionWord !== undefined) {
      const { text } = c.unit.tokens[specs.functionWord];
      c.error('function-specifier', `'${text}' is for functions and cannot stand ${where}`, specs.functionWord);
    }
    if (specs.alignas !== undefined && place !== 'member') {
      c.error('bad-alignment', `'_Alignas' cannot stand ${where}`, specs.alignas);
    }
  }
  if (specs.alignas !== undefined && storage === 'register') {
    c.error('bad-alignment', "'_Alignas' cannot stand beside 'register'", specs.alignas);
  }
}

/** What only functions may have, on something else. */
export function checkObjectSpecs(c: Context, specs: DeclSpecs, name: string): void {
  if (specs.functionWord === undefined) return;
  const { text } = c.unit.tokens[specs.functionWord];
  c.error('function-specifier', `'${text}' is for functions, and '${name}' is none`, specs.functionWord);
}

/** What only objects may have, on a function. */
export function checkFunctionSpecs(c: Context, specs: DeclSpecs, name: string): void {
  const { storage } = specs;
  if (specs.alignas !== undefined)
    c.error('bad-alignment', `'${name}' is a function and has no alignment`, specs.alignas);
  if (c.fn && (storage === 'auto' || storage === 'register')) {
    c.error('storage-class', `'${name}' is a function and cannot be '${storage}'`, specs.first);
  } else if (storage === 'static' && c.fn) {
    c.error('storage-class', `a function declared inside another cannot be 'static' ('${name}')`, specs.first);
  }
}

/** `_Alignas` may ask for more than a type needs, never for less. */
export function checkAlignasOf(c: Context, specs: DeclSpecs, type: CType, align: number | undefined): void {
  if (specs.alignas === undefined || align === undefined || type.kind === 'error') return;
  if (align < alignOf(type)) {
    c.error(
      'bad-alignment',
      `'${printType(type)}' needs an alignment of ${alignOf(type)}, not ${align}`,
      specs.alignas,
    );
  }
}

/** `restrict` qualifies pointers to objects. */
export function checkRestrict(c: Context, token: number | undefined, type: CType): void {
  if (token === undefined || type.kind === 'error') return;
  if (type.kind === 'pointer' && type.to.kind !== 'function') return;
  c.error('bad-restrict', `'restrict' needs a pointer to an object, and this is '${printType(type)}'`, token);
}

/**
 * A declaration without a type means int to old compilers. The programs of old books define functions so, with their
 * parameters; with (void), on a declaration, a parameter or a variable, it is a mistake.
 */
export function checkImplicitInt(c: Context, specs: DeclSpecs, name: string | undefined, oldStyle: boolean): void {
  if (specs.type.kind !== 'builtin' || specs.type.words.length > 0 || c.broken) return;
  const text =
    name === undefined
      ? "there is no type here; 'int' is assumed"
      : `'${name}' has no type before it; 'int' is assumed`;
  c.warn(oldStyle ? 'implicit-int' : 'missing-type', text, specs.first);
}
