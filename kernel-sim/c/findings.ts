/**
 * Every finding whose severity depends on the dialect, in one table. Nobody else decides by dialect how grave something is: the stages report
 * what they see, and this says what it counts as. What is not listed has the severity that its reporter gives it.
 *
 *   ms   as Microsoft's compiler: what old samples do is a warning
 *   c11  what the standard calls a violation of a constraint is an error; forms that GNU compilers and many programs have (arrays of length 0, empty
 *        records and lists of initial values, initialised flexible arrays, enums before their lists) are warnings
 *   gnu  as a GNU compiler before it became strict
 */
import type { FindingId } from './finding-words.ts';
import type { Dialect } from './profiles.ts';

type Grade = 'error' | 'warning' | 'off';

const BY_DIALECT: { readonly [Id in FindingId]?: Readonly<Record<Dialect, Grade>> } = {
  'implicit-declaration': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'pointer-to-int': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'int-to-pointer': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'int-pointer-comparison': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'incompatible-pointer': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'incompatible-function': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'discards-qualifiers': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'parameter-mismatch': { ms: 'warning', c11: 'error', gnu: 'error' },
  'too-many-arguments': { ms: 'warning', c11: 'error', gnu: 'error' },
  'return-with-value': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'return-without-value': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'pointer-sign': { ms: 'off', c11: 'error', gnu: 'off' },
  'library-pointer-sign': { ms: 'off', c11: 'warning', gnu: 'off' },
  'pointer-order': { ms: 'off', c11: 'error', gnu: 'off' },
  'empty-initializer': { ms: 'off', c11: 'warning', gnu: 'off' },
  'extra-semicolon': { ms: 'off', c11: 'error', gnu: 'off' },
  'record-cast': { ms: 'error', c11: 'error', gnu: 'off' },
  'void-return': { ms: 'off', c11: 'warning', gnu: 'off' },
  'empty-record': { ms: 'error', c11: 'warning', gnu: 'off' },
  'too-many-initializers': { ms: 'error', c11: 'error', gnu: 'warning' },
  'char-too-long': { ms: 'error', c11: 'warning', gnu: 'warning' },
  'string-too-long': { ms: 'error', c11: 'error', gnu: 'warning' },
  'vla-unsupported': { ms: 'error', c11: 'off', gnu: 'off' },
  'label-at-end': { ms: 'off', c11: 'error', gnu: 'off' },
  'label-before-declaration': { ms: 'off', c11: 'error', gnu: 'off' },
  'no-declarator': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'unsized-static': { ms: 'off', c11: 'error', gnu: 'off' },
  'register-array': { ms: 'off', c11: 'error', gnu: 'off' },
  'line-range': { ms: 'off', c11: 'error', gnu: 'off' },
  'unknown-pragma': { ms: 'warning', c11: 'warning', gnu: 'off' },
  'missing-type': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'unnamed-parameter': { ms: 'off', c11: 'error', gnu: 'off' },
  'late-static': { ms: 'off', c11: 'error', gnu: 'error' },
  'linkage-conflict': { ms: 'error', c11: 'error', gnu: 'error' },
  'flexible-member': { ms: 'off', c11: 'error', gnu: 'off' },
  'flexible-initializer': { ms: 'off', c11: 'warning', gnu: 'off' },
  'function-name-joined': { ms: 'off', c11: 'error', gnu: 'error' },
  'empty-array': { ms: 'error', c11: 'warning', gnu: 'off' },
  'incomplete-enum': { ms: 'off', c11: 'warning', gnu: 'off' },
  'enum-sign': { ms: 'off', c11: 'error', gnu: 'off' },
  'enum-range': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'bad-escape': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'macro-redefined': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'va-args-misplaced': { ms: 'off', c11: 'error', gnu: 'warning' },
  'void-operand': { ms: 'warning', c11: 'error', gnu: 'warning' },
  'void-dereference': { ms: 'error', c11: 'error', gnu: 'warning' },
  'old-designator': { ms: 'off', c11: 'error', gnu: 'off' },
  'macro-space': { ms: 'off', c11: 'error', gnu: 'off' },
  // Falling off the end breaks no rule unless the caller uses the value.
  'no-return': { ms: 'error', c11: 'warning', gnu: 'warning' },
};

/** The severity of a finding in a dialect, if the dialect has a say. */
export function severityIn(dialect: Dialect, id: FindingId): Grade | undefined {
  return BY_DIALECT[id]?.[dialect];
}
