/**
 * Names of headers: as a directive writes them, and spelling help: what people mean, tried against what the build can really find.
 */
import type { PpToken } from './lexer.ts';
import { literalBody } from './literals.ts';
import { editDistance } from './spelling.ts';

const KNOWN = (
  'ntddk.h wdm.h ntifs.h ntdef.h ntstatus.h wdmsec.h windows.h windef.h winbase.h winioctl.h winternl.h winsvc.h stdio.h stdlib.h ' +
  'string.h stdint.h stddef.h stdarg.h stdbool.h wchar.h ctype.h limits.h assert.h errno.h time.h math.h intrin.h ntstrsafe.h ' +
  'strsafe.h tchar.h conio.h process.h initguid.h devioctl.h basetsd.h excpt.h minwindef.h winnt.h labtag.h labsyscall.h inttypes.h setjmp.h signal.h'
).split(' ');

/** A header that exists and whose name is near, or the same name without its directory. */
export function nearHeader(name: string, exists: (name: string) => boolean): string | undefined {
  const wanted = name.replace(/\\/g, '/').toLowerCase();
  const base = wanted.slice(wanted.lastIndexOf('/') + 1);
  const near = KNOWN.map((known) => ({ known, distance: editDistance(known, base, 2) })).filter((k) => k.distance <= 2);
  near.sort((a, b) => a.distance - b.distance);
  const candidates = [base, `${base}.h`, ...near.map((k) => k.known)];
  return candidates.find((candidate) => candidate !== wanted && exists(candidate));
}

/** `"x.h"` or `<x.h>` out of the tokens of an include or __has_include. */
export function headerName(line: PpToken[]): { name: string; quoted: boolean; end: number } | undefined {
  const first = line[0];
  if (!first) return undefined;
  if (first.kind === 'header') return { name: first.text.slice(1, -1).trim(), quoted: false, end: 1 };
  if (first.kind === 'string' && first.text.startsWith('"')) {
    return { name: literalBody(first.text).trim(), quoted: true, end: 1 };
  }
  if (first.text !== '<') return undefined;
  let name = '';
  for (let i = 1; i < line.length; i++) {
    if (line[i].text === '>') return { name, quoted: false, end: i + 1 };
    name += (i > 1 && line[i].space ? ' ' : '') + line[i].text;
  }
  return undefined;
}
