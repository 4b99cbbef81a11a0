/**
 * The integer constants of the headers as one object, `C`: macros and enum constants of the private headers, and from the public ones
 * what the kernel speaks: NTSTATUS and bug check codes, flags and functions of the I/O manager, limits.
 */
import type { Expr } from '../c/ast.ts';
import type { GuestFiles } from './build.ts';
import { analyzeHeaders, checkedHeaders, errorsOf, privateHeaders } from './generate-source.ts';

/** Public headers whose macros are constants of the kernel too. */
const PUBLIC = [
  'ntstatus.h',
  'bugcodes.h',
  'lab_ioconst.h',
  'lab_io.h',
  'lab_fileinfo.h',
  'lab_ntshared.h',
  'lab_shareddata.h',
  'wdm.h',
  'devioctl.h',
];

/** An object-like macro whose body can be an integer expression: names, numbers, casts, operators. */
const MACRO =
  /^[ \t]*#[ \t]*define[ \t]+([A-Za-z]\w*)(?!\()[ \t]+((?:[\w \t()|&~<>+\-*'?:]|\\.|\/(?![/*]))+?)[ \t]*(?:\/[/*].*)?$/gm;

export function generateConstants(files: GuestFiles): string {
  const { names } = checkedHeaders(files).units[0];
  const private_ = privateHeaders(files).map((name) => `ntoskrnl/${name}`);

  const macros = new Set<string>();
  for (const path of [...private_, ...PUBLIC.map((name) => `include/${name}`)]) {
    for (const [, name] of files[path].matchAll(MACRO)) macros.add(name);
  }
  const candidates = [...macros].filter((name) => !names?.has(name));

  // One variable of the macro's own type for each; those that do not compile were no expressions.
  const declare = (list: string[]) =>
    list.map((name) => `__typeof__(${name}) constant_${name} = (${name});\n`).join('');
  const headerLines = privateHeaders(files).length;
  const failed = new Set(
    errorsOf(analyzeHeaders(files, declare(candidates)))
      .filter(({ own }) => own)
      .map(({ line }) => candidates[line - 1 - headerLines]),
  );
  const sound = candidates.filter((name) => !failed.has(name));
  const analysis = analyzeHeaders(files, declare(sound));
  const errors = errorsOf(analysis);
  if (errors.length > 0) throw new Error(`macros cannot be told apart:\n${errors.map((e) => e.text).join('\n')}`);

  const values = new Map<string, bigint>();
  const all = analysis.units[0].names;
  for (const name of sound) {
    const symbol = all?.get(`constant_${name}`);
    const expr: Expr | undefined = symbol?.flat?.[0]?.expr;
    const kind = symbol?.type.kind;
    if (kind !== 'int' && kind !== 'enum') continue;
    if (!expr) values.set(name, 0n);
    else if (expr.constant !== undefined) values.set(name, expr.constant);
  }
  for (const [name, symbol] of names ?? []) {
    if (symbol.kind === 'enum-const' && symbol.value !== undefined) values.set(name, symbol.value);
  }

  const lines = [...values]
    .filter(([name]) => !name.endsWith('_H_'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `  ${name}: ${literal(value)},\n`);
  return `/** Integer constants of the headers; beyond 2^53 bigints. */\nexport const C = {\n${lines.join('')}};\n`;
}

function literal(value: bigint): string {
  const exact = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  if (!exact) return `${value}n`;
  return value > 0xffffn ? `0x${value.toString(16)}` : `${value}`;
}
