/** Where code stands in its sources, and the sources themselves: images keep the text that they were built from. */
import type { VirtAddr } from '../base/numbers.ts';
import { chosenFrame, codeAddress, type DebugContext } from '../debugger/context.ts';
import { findFiles, rowAt, type SymbolScope } from '../debugger/symbols.ts';
import { describePlace, type Place } from '../kernel/symbols.ts';
import type { CodePlace, SourceView } from '../protocol/views-code.ts';
import { frozen } from './look.ts';

/** Lines shown around the current one by default, on each side. */
const AROUND = 5;

export function codePlace(place: Place | undefined, address: VirtAddr): CodePlace {
  return {
    symbol: place?.name ?? describePlace(undefined, address),
    file: place?.file,
    line: place?.line ?? 0,
    learner: place?.learner ?? false,
  };
}

/** The source around the chosen frame's instruction; undefined where there is no source. */
export function sourceView(context: DebugContext, around = AROUND): SourceView | undefined {
  const frame = chosenFrame(context);
  const place = frame?.place;
  const row = place?.fn && rowAt(place.image, codeAddress(frame as NonNullable<typeof frame>) - place.base);
  const file = row && place?.image.debug.files[row.file];
  if (!frame || !place || !row || !file) return undefined;
  const all = linesOf(file.text);
  const from = Math.max(1, row.line - around);
  return frozen({
    ...codePlace(place, codeAddress(frame)),
    image: place.image.name,
    system: file.system,
    column: row.col,
    from,
    lines: all.slice(from - 1, row.line + around),
  });
}

/** The whole text of a source file (`driver.c`, `ntoskrnl/ioirp.c`), the learner's first; undefined if no image was built from one of that name. */
export function sourceText(scope: SymbolScope, name: string): string | undefined {
  const [found] = findFiles(scope, name);
  return found?.image.debug.files[found.file].text;
}

export function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
