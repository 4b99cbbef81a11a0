/** Spelling help for includes: names of headers that people mean, tried against what the build can really find. */
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
