/**
 * What is legal C and still mostly a mistake, seen on the checked tree of a whole unit: a status that nobody looks at, a comparison that
 * takes a negative number for a huge one, the size of a pointer where that of the data is meant. Only reports. It stays silent where the
 * program cannot go wrong: a warning that must be ignored teaches to ignore warnings.
 */
import type { Expr, FunctionDef, Stmt, Sym } from './ast.ts';
import type { Context } from './check-context.ts';
import { nonNegativeLocals, signedAndUnsigned, testedForSign } from './check-sign.ts';
import { isNullConstant, typeOf } from './convert.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import { visitRoots, walkExpressions, walkStatements } from './walk.ts';

type Call = Extract<Expr, { kind: 'call' }>;

/**
 * Routines whose status says nothing that the caller could act on: what is closed or taken down is gone either way, a wait without a time
 * limit ends only when the object is signalled, the status of a request that is passed on arrives through its completion, and strings are
 * put together in buffers that were made long enough.
 */
const DROPPED_BY_HABIT: ReadonlySet<string> = new Set([
  ...['ZwClose', 'NtClose', 'ObCloseHandle', 'IoDeleteSymbolicLink', 'PsTerminateSystemThread'],
  ...['ZwTerminateProcess', 'NtTerminateProcess', 'ZwTerminateThread', 'NtTerminateThread', 'ZwUnmapViewOfSection'],
  ...['NtUnmapViewOfSection', 'ZwFreeVirtualMemory', 'NtFreeVirtualMemory', 'KeDelayExecutionThread'],
  ...['NtDelayExecution', 'ZwDelayExecution', 'ZwYieldExecution', 'NtYieldExecution', 'ZwSetEvent', 'NtSetEvent'],
  ...['IoCallDriver', 'IofCallDriver', 'PoCallDriver', 'IoWMIRegistrationControl', 'CmUnRegisterCallback'],
  ...['PsRemoveLoadImageNotifyRoutine', 'PsRemoveCreateThreadNotifyRoutine', 'LdrUnloadDll', 'DbgPrint', 'DbgPrintEx'],
  ...['IoUnregisterPlugPlayNotification', 'IoUnregisterPlugPlayNotificationEx', 'ExInitializeResourceLite'],
  ...['ExDeleteResourceLite', 'RtlAppendUnicodeToString', 'RtlAppendUnicodeStringToString'],
  ...['RtlInitializeCriticalSection', 'RtlEnterCriticalSection', 'RtlLeaveCriticalSection', 'RtlDeleteCriticalSection'],
]);

/** Waits, with the index of the time limit. */
const WAITS: ReadonlyMap<string, number> = new Map([
  ['KeWaitForSingleObject', 4],
  ['KeWaitForMutexObject', 4],
  ['KeWaitForMultipleObjects', 6],
  ['ZwWaitForSingleObject', 2],
  ['NtWaitForSingleObject', 2],
]);

/** Routines that fill or copy: the arguments that are addresses of the data, and the one that is its size. */
const MEMORY: ReadonlyMap<string, { data: readonly number[]; size: number }> = new Map([
  ['memset', { data: [0], size: 2 }],
  ['memcpy', { data: [0, 1], size: 2 }],
  ['memmove', { data: [0, 1], size: 2 }],
  ['memcmp', { data: [0, 1], size: 2 }],
  ['strncpy', { data: [0], size: 2 }],
  ['strncat', { data: [0], size: 2 }],
  ['snprintf', { data: [0], size: 1 }],
  ['_snprintf', { data: [0], size: 1 }],
  ['RtlZeroMemory', { data: [0], size: 1 }],
  ['RtlSecureZeroMemory', { data: [0], size: 1 }],
  ['RtlFillMemory', { data: [0], size: 1 }],
  ['RtlCopyMemory', { data: [0, 1], size: 2 }],
  ['RtlMoveMemory', { data: [0, 1], size: 2 }],
]);

export function checkHabits(c: Context, defs: readonly FunctionDef[]): void {
  for (const def of defs) {
    const comparisons: Extract<Expr, { kind: 'binary' }>[] = [];
    const expression = (e: Expr): void => {
      if (e.kind === 'call') warnSizeOfPointer(c, e);
      else if (e.kind === 'binary' && signedAndUnsigned(e)) comparisons.push(e);
    };
    const root = (e: Expr): void => walkExpressions(e, expression);
    walkStatements(def.body, (s) => {
      warnDropped(c, s);
      visitRoots(s, root);
    });
    if (comparisons.length > 0) warnComparisons(c, def, comparisons);
  }
}

// ---------------------------------------------------------------- a status that is dropped

function warnDropped(c: Context, s: Stmt): void {
  if (s.kind !== 'expr-stmt' || s.expr.kind !== 'call') return;
  const { expr } = s;
  const sym = calledFunction(expr);
  if (!sym || DROPPED_BY_HABIT.has(sym.name) || /^RtlStringC[bc]h?[A-Z]/.test(sym.name)) return;
  if (isBlamed(c, expr)) return;
  const limit = WAITS.get(sym.name);
  if (limit !== undefined && expr.args[limit] && isZero(expr.args[limit])) return;
  if (sym.mustInspect) {
    c.warn('unused-result', `the result of '${sym.name}' must be looked at, and it is dropped here`, expr);
  } else if (returnsStatus(sym) && !(sym.def && tellsNothing(sym.def))) {
    c.warn('unused-status', `the NTSTATUS of '${sym.name}' is dropped: if it fails, nobody notices`, expr);
  }
}

/** Something is wrong with the call itself: one finding is enough. */
function isBlamed(c: Context, e: Expr): boolean {
  const { file, start, end } = c.span(e);
  return c.diags.list.some(({ span }) => span.file === file && span.start >= start && span.start < end);
}

function calledFunction(e: Call): Sym | undefined {
  const { callee } = e;
  if (callee.kind !== 'cast' || callee.castKind !== 'function-decay' || callee.operand.kind !== 'name')
    return undefined;
  return callee.operand.sym;
}

function returnsStatus(sym: Sym): boolean {
  return sym.type.kind === 'function' && isStatus(sym.type.returns);
}

function isStatus(t: CType): boolean {
  return t.kind === 'int' && t.alias === 'NTSTATUS';
}

/** A function that returns success always, or what it was given: the caller learns nothing from it. */
function tellsNothing(def: FunctionDef): boolean {
  let news = false;
  walkStatements(def.body, (s) => {
    if (s.kind === 'return' && s.value) news ||= !isKnown(s.value);
  });
  return !news;
}

function isKnown(value: Expr): boolean {
  if (value.constant !== undefined) return BigInt.asIntN(32, value.constant) >= 0n;
  if (value.kind !== 'cast') return value.kind === 'name' && value.sym?.storage === 'param';
  return isKnown(value.operand);
}

function isZero(e: Expr): boolean {
  return isNullConstant(e) || e.constant === 0n || (e.kind === 'cast' && isZero(e.operand));
}

// ---------------------------------------------------------------- signed against unsigned

function warnComparisons(c: Context, def: FunctionDef, found: Extract<Expr, { kind: 'binary' }>[]): void {
  const safe = nonNegativeLocals(def.body);
  const tested = testedForSign(c, def.body);
  for (const e of found) {
    const pair = signedAndUnsigned(e, safe);
    if (!pair || tested.has(textOf(c, pair.signed))) continue;
    c.warn(
      'sign-comparison',
      `'${e.op}' compares signed '${printType(typeOf(pair.signed))}' with unsigned '${printType(typeOf(pair.unsigned))}': a negative number counts as a huge one`,
      e,
    );
  }
}

/** An expression as it was written, without parentheses. */
export function textOf(c: Context, { first, last }: Expr): string {
  const words: string[] = [];
  for (let i = first; i <= last; i++) words.push(c.unit.tokens[i]?.text ?? '');
  return words.filter((word) => word !== '(' && word !== ')').join(' ');
}

// ---------------------------------------------------------------- sizeof of the pointer

function warnSizeOfPointer(c: Context, e: Call): void {
  const name = calledFunction(e)?.name;
  const memory = name === undefined ? undefined : MEMORY.get(name);
  const size = memory && bare(e.args[memory.size]);
  if (!memory || size?.kind !== 'sizeof' || size.op !== 'sizeof' || size.arg.kind === 'type-name') return;
  if (typeOf(size.arg).kind !== 'pointer') return;
  const measured = textOf(c, size.arg);
  for (const index of memory.data) {
    const data = bare(e.args[index]);
    if (!data || typeOf(data).kind !== 'pointer' || textOf(c, data) !== measured) continue;
    c.warn('sizeof-pointer', `this is the size of the pointer '${measured}' (8), not of what it points to`, size);
    return;
  }
}

/** Without the conversions around it. */
function bare(e: Expr | undefined): Expr | undefined {
  return e?.kind === 'cast' && (e.implicit || e.castKind === 'pointer') ? bare(e.operand) : e;
}
