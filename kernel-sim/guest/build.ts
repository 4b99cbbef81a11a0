/**
 * Builds the images that live inside the machine: ntoskrnl.exe and the user-mode libraries. Pure: sources in, images out.
 * Runs when the app is built (the result is bundled) and in tests.
 */

import type { Image } from '../c/image.ts';
import { build } from '../c/index.ts';

/** Guest files by path below `guest/`: `include/wdm.h`, `ntoskrnl/ke-wait.c`, `user/ntdll/stubs.c` ... */
export type GuestFiles = Readonly<Record<string, string>>;

/** What the lab needs of the guest at run time. */
export interface GuestImages {
  ntoskrnl: Image;
  /** In load order: ntdll first. */
  libraries: Image[];
}

/** One image of the guest: where its sources are and what it may call. */
interface Recipe {
  name: string;
  kind: 'exe' | 'dll';
  folder: string;
  /** Further folders whose headers its sources include. */
  headers: string[];
  entry: string | undefined;
  uses: string[];
}

const RECIPES: Recipe[] = [
  { name: 'ntoskrnl.exe', kind: 'exe', folder: 'ntoskrnl', headers: [], entry: 'KiSystemStartup', uses: [] },
  { name: 'ntdll.dll', kind: 'dll', folder: 'user/ntdll', headers: ['ntoskrnl', 'user'], entry: undefined, uses: [] },
  {
    name: 'kernel32.dll',
    kind: 'dll',
    folder: 'user/kernel32',
    headers: ['ntoskrnl', 'user'],
    entry: undefined,
    uses: ['ntdll.dll'],
  },
  {
    name: 'msvcrt.dll',
    kind: 'dll',
    folder: 'user/msvcrt',
    headers: ['ntoskrnl', 'user'],
    entry: undefined,
    uses: ['ntdll.dll', 'kernel32.dll'],
  },
  {
    name: 'advapi32.dll',
    kind: 'dll',
    folder: 'user/advapi32',
    headers: ['ntoskrnl', 'user'],
    entry: undefined,
    uses: ['ntdll.dll', 'kernel32.dll'],
  },
];

/** Headers that on Windows are parts of windows.h, and that programs name one by one; here windows.h is one piece. */
const PARTS_OF_WINDOWS =
  /^(fileapi|handleapi|synchapi|processthreadsapi|processenv|errhandlingapi|memoryapi|heapapi|sysinfoapi|ioapiset|libloaderapi|consoleapi\d?|wincon|debugapi|profileapi|interlockedapi|stringapiset|namedpipeapi|timezoneapi|utilapiset|threadpoolapiset|winnls|minwinbase|sdkddkver|winapifamily|wtypes)\.h$/;

/** Resolves an include among guest files: the including file's folder, the given folders, then the public headers. */
export function guestInclude(files: GuestFiles, folders: string[]) {
  const byName = new Map<string, string>();
  for (const path of Object.keys(files)) byName.set(path.toLowerCase(), path);
  const lookup = (name: string, from: string): { name: string; text: string; system: true } | undefined => {
    const wanted = name.replaceAll('\\', '/').toLowerCase();
    const own = from.includes('/') ? [from.slice(0, from.lastIndexOf('/'))] : [];
    for (const folder of [...own, ...folders, 'include']) {
      const path = byName.get(normalize(`${folder}/${wanted}`));
      if (path !== undefined) return { name: displayName(path), text: files[path], system: true };
    }
    return PARTS_OF_WINDOWS.test(wanted) ? lookup('windows.h', from) : undefined;
  };
  return lookup;
}

/** Public headers are known by their own name, everything else by its path below `guest/`. */
export function displayName(path: string): string {
  return path.startsWith('include/') ? path.slice('include/'.length) : path;
}

function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Compiles all guest images. Throws with every message if the guest's own sources have an error: that is a defect of the lab. */
export function buildGuest(files: GuestFiles): GuestImages {
  const done: Image[] = [];
  for (const recipe of RECIPES) {
    const sources = Object.keys(files)
      .filter((path) => path.startsWith(`${recipe.folder}/`) && path.endsWith('.c'))
      .sort()
      .map((path) => ({ name: path, text: files[path] }));
    const result = build({
      name: recipe.name,
      kind: recipe.kind,
      sources,
      include: guestInclude(files, [recipe.folder, ...recipe.headers]),
      defines: [],
      profile: 'guest',
      libraries: done
        .filter((image) => recipe.uses.includes(image.name))
        .map((image) => ({ image: image.name, exports: Object.keys(image.exports) })),
      entry: recipe.entry,
    });
    if (!result.image) throw new Error(`${recipe.name} does not build:\n${describe(result)}`);
    done.push(result.image);
  }
  const [ntoskrnl, ...libraries] = done;
  return { ntoskrnl, libraries };
}

function describe({ diagnostics, sources }: ReturnType<typeof build>): string {
  return diagnostics.list
    .filter((d) => d.severity === 'error')
    .map((d) => {
      const { line, col } = sources.lineCol(d.span.file, d.span.start);
      return `${sources.files[d.span.file]?.name}:${line}:${col}: ${d.text} [${d.id}]`;
    })
    .join('\n');
}
