/**
 * What the generators read: the private headers of the kernel, checked by our own front end.
 */
import { type Analysis, analyze } from '../c/analyze.ts';
import { type GuestFiles, guestInclude } from './build.ts';

/** Private headers of the kernel in an order that compiles: `ki.h` brings the public ones. Bodies are text of one source, not headers. */
export function privateHeaders(files: GuestFiles): string[] {
  const names = Object.keys(files)
    .filter((path) => /^ntoskrnl\/[^/]+\.h$/.test(path) && !path.endsWith('-body.h'))
    .map((path) => path.slice('ntoskrnl/'.length))
    .sort();
  return ['ki.h', ...names.filter((name) => name !== 'ki.h')];
}

/** The headers as one unit, with `more` behind them. */
export function analyzeHeaders(files: GuestFiles, more = ''): Analysis {
  const includes = privateHeaders(files).map((name) => `#include "${name}"\n`);
  return analyze({
    sources: [{ name: SOURCE, text: `${includes.join('')}${more}`, system: true }],
    include: guestInclude(files, ['ntoskrnl']),
    defines: [],
    profile: 'guest',
  });
}

/** Name of the source that `analyzeHeaders` makes up. */
export const SOURCE = 'generate.c';

/** Errors as `file:line:col: text`, and those in `SOURCE` by line. */
export function errorsOf({ diagnostics, sources }: Analysis): { text: string; line: number; own: boolean }[] {
  return diagnostics.list
    .filter(({ severity }) => severity === 'error')
    .map(({ span, text }) => {
      const { line, col } = sources.lineCol(span.file, span.start);
      const name = sources.files[span.file]?.name;
      return { text: `${name}:${line}:${col}: ${text}`, line, own: name === SOURCE };
    });
}

/** The checked headers; throws with every message if they have an error. */
export function checkedHeaders(files: GuestFiles): Analysis {
  const analysis = analyzeHeaders(files);
  const errors = errorsOf(analysis);
  if (errors.length > 0) throw new Error(`the private headers have errors:\n${errors.map((e) => e.text).join('\n')}`);
  return analysis;
}

export const GENERATED = '/** Made by `npm run generate` from the headers of the guest. Do not edit. */\n';
