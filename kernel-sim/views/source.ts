/** Where code stands in its sources, and the sources themselves: images keep the text that they were built from. */
import type { VirtAddr } from '../base/numbers.ts';
import { chosenFrame, codeAddress, type DebugContext } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import { findFiles, rowAt, type SymbolScope } from '../debugger/symbols.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { describePlace, isOurs, moduleName, type Place } from '../kernel/symbols.ts';
import type { SourceFile, SourceText } from '../protocol/page-queries.ts';
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

/** Every source file of an image that is known, loaded or not; the learner's first. */
export function sourceFiles(k: Kernel): readonly SourceFile[] {
  const files = sourcesOf(k).map(({ file, image, system }) => ({ file, image, system }));
  return frozen([...files.filter(({ system }) => !system), ...files.filter(({ system }) => system)]);
}

/** A source file by its name, as `sourceFiles` gives it, and by its image if that is said; throws DebugError if there is none. */
export function sourceNamed(k: Kernel, file: string, image?: string): SourceText {
  const isMeant = (one: SourceText) =>
    one.file === file && (image === undefined || one.image.toLowerCase() === image.toLowerCase());
  const meant = sourcesOf(k).filter(isMeant);
  const found = meant.find(({ system }) => !system) ?? meant[0];
  if (found) return frozen(found);
  throw new DebugError(`there is no source file ${file}${image === undefined ? '' : ` of ${image}`}`);
}

function sourcesOf(k: Kernel): SourceText[] {
  return [...k.images.all()].flatMap((image) =>
    image.debug.files.map(({ name, text, system }) => ({
      ...{ file: name, image: moduleName(image), system: system || isOurs(image, name), text },
    })),
  );
}

export function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
