/**
 * Names to addresses and back, over the images that are loaded and those that are only known ("on disk"). What can be said of an image alone is
 * worked out once and kept with it (images are immutable); which image stands where is read from the guest's loader entries every time it is
 * asked, or once per DebugContext.
 */
import { type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import type { FunctionInfo, Image } from '../c/image.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, EPROCESS, KLDR_DATA_TABLE_ENTRY } from '../kernel/layouts.generated.ts';
import { functionAt, isOurs, moduleName, type Place, placeIn } from '../kernel/symbols.ts';
import { GuestFault } from '../machine/faults.ts';
import { type ImageIndex, indexOf, lowerBound } from './image-index.ts';
import { suggest } from './suggest.ts';
import { sizeOf, type Type, typeAt } from './types.ts';

/** An image in an address space. */
export interface Module {
  /** What stands before the `!`: `thermo`, `nt`. */
  readonly name: string;
  readonly image: Image;
  readonly base: VirtAddr;
  readonly user: boolean;
  /** A driver that has gone; its addresses still have names. */
  readonly unloaded: boolean;
  /** Made of the learner's sources. */
  readonly learner: boolean;
}

/** What names are looked up in. A DebugContext is one. */
export interface SymbolScope {
  readonly kernel: Kernel;
  /** Process whose user images count; 0: none. */
  readonly process: VirtAddr;
  readonly modules: readonly Module[];
}

export interface DebugSymbol {
  readonly kind: 'function' | 'variable';
  /** Without module: `Control`. */
  readonly name: string;
  readonly module: string;
  readonly image: Image;
  readonly rva: number;
  /** Undefined: its image is not loaded. */
  readonly address: VirtAddr | undefined;
  readonly type: Type | undefined;
  /** Bytes. */
  readonly size: number;
  /** Where its name is declared. */
  readonly file: string | undefined;
  readonly line: number;
}

// ------------------------------------------------------------------- modules

/** What is loaded: drivers and kernel, then the images of the process. Unloaded drivers come after the loaded ones. */
export function modulesOf(k: Kernel, process: VirtAddr): readonly Module[] {
  const system = tableBytes(k, k.symbol('MmSystemModules'), C.KI_MAX_SYSTEM_MODULES);
  const user = process === 0 ? NOTHING : tableBytes(k, process + EPROCESS.off.Modules, C.KI_MAX_USER_MODULES);
  // The lists rarely change and are asked for at every stop: equal bytes mean the same modules.
  const kept = lastModules.get(k);
  if (kept && equalBytes(kept.system, system) && equalBytes(kept.user, user)) return kept.modules;
  const modules = [
    ...entriesIn(k, system, C.KI_IMAGE_LOADED | C.KI_IMAGE_UNLOADED, false),
    ...entriesIn(k, user, C.KI_IMAGE_USER, true),
  ].sort((a, b) => Number(a.unloaded) - Number(b.unloaded));
  lastModules.set(k, { system, user, modules });
  return modules;
}

const NOTHING = new Uint8Array(0);
const lastModules = new WeakMap<Kernel, { system: Uint8Array; user: Uint8Array; modules: readonly Module[] }>();

/** Empty if it cannot be read. */
function tableBytes(k: Kernel, table: VirtAddr, entries: number): Uint8Array {
  try {
    return k.view.bytes(table, entries * KLDR_DATA_TABLE_ENTRY.size);
  } catch (e) {
    if (e instanceof GuestFault) return NOTHING;
    throw e;
  }
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Entries that have one of the flags and name an image that is known, at an address that can be one. */
function entriesIn(k: Kernel, bytes: Uint8Array, flags: number, user: boolean): Module[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { off, size } = KLDR_DATA_TABLE_ENTRY;
  const out: Module[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    const found = view.getUint32(at + off.Flags, true);
    if ((found & flags) === 0) continue;
    const image = k.images.hashed(view.getBigUint64(at + off.Hash, true));
    const base = virtAddrOf(view.getBigUint64(at + off.DllBase, true));
    if (!image || base === undefined) continue;
    const unloaded = (found & C.KI_IMAGE_UNLOADED) !== 0;
    out.push({ name: moduleName(image), image, base, user, unloaded, learner: isLearners(image) });
  }
  return out;
}

/** Image, function and line of an address, as `placeOf` of the kernel, by modules that have been read. */
export function placeAt(modules: readonly Module[], va: VirtAddr): Place | undefined {
  const module = moduleAt(modules, va);
  return module && placeIn(module.image, module.base, va - module.base, module.unloaded);
}

/** The image at an address; an unloaded driver only if nothing else is there. */
export function moduleAt(modules: readonly Module[], va: VirtAddr): Module | undefined {
  return modules.find((m) => va >= m.base && va < m.base + m.image.size);
}

/** Images that are known and not loaded: breakpoints in them wait. */
export function unloadedImages(scope: SymbolScope): Image[] {
  const loaded = new Set(scope.modules.filter((m) => !m.unloaded).map((m) => m.image));
  return [...scope.kernel.images.all()].filter((image) => !loaded.has(image));
}

/** Made of the learner's sources (start-up code aside). */
export function isLearners(image: Image): boolean {
  return !isOurs(image, '');
}

/** The function is the learner's own, not start-up code or an inline function of a header. */
export function isLearnersFunction(image: Image, fn: FunctionInfo): boolean {
  return indexOf(image).isLearners(fn);
}

// ------------------------------------------------------------------- names -> addresses

interface Placed {
  readonly image: Image;
  readonly base: VirtAddr | undefined;
}

const orders = new WeakMap<readonly Module[], readonly Placed[]>();

/** Images in the order in which a bare name is looked for: `first`, the learner's, the lab's, those that are not loaded. */
function imagesInOrder(scope: SymbolScope, first?: Image): readonly Placed[] {
  let order = orders.get(scope.modules);
  if (!order) {
    const byRank = (a: Placed, b: Placed) => Number(isLearners(b.image)) - Number(isLearners(a.image));
    const loaded: Placed[] = scope.modules.filter((m) => !m.unloaded).map(({ image, base }) => ({ image, base }));
    const rest: Placed[] = unloadedImages(scope).map((image) => ({ image, base: undefined }));
    order = [...loaded.sort(byRank), ...rest.sort(byRank)];
    orders.set(scope.modules, order);
  }
  if (!first || order[0]?.image === first) return order;
  return [...order.filter((p) => p.image === first), ...order.filter((p) => p.image !== first)];
}

/** `thermo!Control` taken apart. */
export function splitName(name: string): { module: string | undefined; name: string } {
  const bang = name.indexOf('!');
  return bang < 0 ? { module: undefined, name } : { module: name.slice(0, bang), name: name.slice(bang + 1) };
}

function isModule(image: Image, name: string): boolean {
  const wanted = name.toLowerCase();
  return wanted === moduleName(image).toLowerCase() || wanted === image.name.toLowerCase() || wanted === stem(image);
}

function stem(image: Image): string {
  return image.name.replace(/\.[^.]*$/, '').toLowerCase();
}

/** Images that a module name means. */
export function imagesNamed(scope: SymbolScope, module: string): Image[] {
  return [...scope.kernel.images.all()].filter((image) => isModule(image, module));
}

/**
 * Functions and variables of a name (`Control`, `thermo!Control`), the likeliest first: those of `first`, of the learner's images, loaded ones.
 * Letters of the name count as C has them; if nothing has it so, their case does not.
 */
export function findSymbols(scope: SymbolScope, name: string, first?: { image: Image; file?: string }): DebugSymbol[] {
  const wanted = splitName(name);
  const places = imagesInOrder(scope, first?.image).filter(
    ({ image }) => wanted.module === undefined || isModule(image, wanted.module),
  );
  const found = places.flatMap(({ image, base }) => symbolsNamed(image, base, wanted.name, false));
  const all = found.length > 0 ? found : places.flatMap((p) => symbolsNamed(p.image, p.base, wanted.name, true));
  // Statics of several units: those of the file that is looked at come first.
  const isNear = (s: DebugSymbol) => s.image === first?.image && s.file !== undefined && s.file === first.file;
  return [...all.filter(isNear), ...all.filter((s) => !isNear(s))];
}

function symbolsNamed(image: Image, base: VirtAddr | undefined, name: string, anyCase: boolean): DebugSymbol[] {
  return indexOf(image)
    .named(name, anyCase)
    .map((index) => symbolOf(image, base, index));
}

function symbolOf(image: Image, base: VirtAddr | undefined, at: ImageIndex['symbols'][number]): DebugSymbol {
  const { debug } = image;
  const address = base === undefined ? undefined : base + at.rva;
  const common = { module: moduleName(image), image, rva: at.rva, address, name: at.name };
  if (at.fn === undefined) {
    const global = debug.globals[at.index];
    const type = typeAt(image, global.type);
    const file = debug.files[global.file]?.name;
    return { ...common, kind: 'variable', type, size: sizeOf(type), file, line: global.line };
  }
  const place = debug.functionPlaces[at.index];
  const typeIndex = debug.functionTypes[at.index];
  const type = typeIndex >= 0 ? typeAt(image, typeIndex) : undefined;
  const { file, line } = { file: debug.files[place?.file]?.name, line: place?.line ?? 0 };
  return { ...common, kind: 'function', type, size: at.fn.end - at.fn.begin, file, line };
}

/** Symbols whose names match a pattern with `*` and `?`, in any case: `thermo!*Dev*`, `nt!Ki*`, `g_*`. In order of module and address. */
export function matchSymbols(scope: SymbolScope, pattern: string): DebugSymbol[] {
  const wanted = splitName(pattern);
  const name = wildcard(wanted.name);
  const module = wanted.module === undefined ? undefined : wildcard(wanted.module);
  return imagesInOrder(scope)
    .filter(({ image }) => !module || module.test(moduleName(image)) || module.test(stem(image)))
    .flatMap(({ image, base }) =>
      indexOf(image)
        .symbols.filter((s) => name.test(s.name))
        .map((s) => symbolOf(image, base, s)),
    );
}

/** What a pattern with `*` and `?` matches, small or capital. */
export function wildcard(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i');
}

/** The name that was probably meant: by spelling, among the symbols of the module that was named, else of the learner's images and `first`. */
export function suggestSymbol(scope: SymbolScope, name: string, first?: Image): string | undefined {
  const wanted = splitName(name);
  const images = [...scope.kernel.images.all()].filter((image) =>
    wanted.module === undefined ? image === first || isLearners(image) : isModule(image, wanted.module),
  );
  const near = (list: Image[]) =>
    suggest(
      wanted.name,
      list.flatMap((image) => indexOf(image).symbols.map((s) => s.name)),
    );
  const found = near(images) ?? (wanted.module === undefined ? near([scope.kernel.ntoskrnl]) : undefined);
  return found === undefined || wanted.module === undefined ? found : `${wanted.module}!${found}`;
}

/** Names of modules, for suggestions. */
export function suggestModule(scope: SymbolScope, name: string): string | undefined {
  return suggest(name, [...scope.kernel.images.all()].map(moduleName));
}

// ------------------------------------------------------------------- addresses -> names

/** The symbol at or before an address in its image, and the one behind it: what `ln` shows. */
export function nearestSymbols(
  scope: SymbolScope,
  va: VirtAddr,
): { symbol: DebugSymbol | undefined; offset: number; next: DebugSymbol | undefined } | undefined {
  const module = moduleAt(scope.modules, va);
  if (!module) return undefined;
  const { image, base } = module;
  const { symbols } = indexOf(image);
  const rva = va - base;
  const behind = lowerBound(symbols, rva + 1, (s) => s.rva);
  const at = symbols[behind - 1];
  const next = symbols[behind];
  return {
    symbol: at && symbolOf(image, base, at),
    offset: rva - (at?.rva ?? 0),
    next: next && symbolOf(image, base, next),
  };
}

/** `thermo!Control+0x10`, the variable or function that contains an address; '' if none does. */
export function symbolText(scope: SymbolScope, va: VirtAddr): string {
  const found = nearestSymbols(scope, va);
  if (!found?.symbol || found.offset >= Math.max(found.symbol.size, 1)) return '';
  const offset = found.offset === 0 ? '' : `+0x${found.offset.toString(16)}`;
  return `${found.symbol.module}!${found.symbol.name}${offset}`;
}

// ------------------------------------------------------------------- lines

/** Where the code of a line begins: one entry per copy of it. */
export interface LineCode {
  readonly image: Image;
  readonly rva: number;
  /** Undefined: its image is not loaded. */
  readonly address: VirtAddr | undefined;
  readonly file: string;
  /** The line that has the code: the one asked for or the nearest after it. */
  readonly line: number;
  readonly fn: FunctionInfo;
}

/** Files of a name (`driver.c`, `ntoskrnl/io-irp.c`, the end of a path; any case), the learner's first. */
export function findFiles(
  scope: SymbolScope,
  name: string,
): { image: Image; base: VirtAddr | undefined; file: number }[] {
  const split = splitName(name);
  const wanted = split.name.replaceAll('\\', '/').toLowerCase();
  const all = imagesInOrder(scope).flatMap(({ image, base }) =>
    split.module !== undefined && !isModule(image, split.module)
      ? []
      : image.debug.files.map((f, file) => ({ image, base, file, name: f.name.replaceAll('\\', '/').toLowerCase() })),
  );
  const exact = all.filter((f) => f.name === wanted);
  return exact.length > 0 ? exact : all.filter((f) => f.name.endsWith(`/${wanted}`));
}

/** Where to stop for `file:line`: the first statement of the line, or of the nearest one after it that has code; all copies. */
export function codeOfLine(scope: SymbolScope, file: string, line: number): LineCode[] {
  const files = findFiles(scope, file).map((f) => ({ ...f, ...indexOf(f.image).codeOfLine(f.file, line) }));
  const nearestLine = Math.min(...files.map((f) => f.line));
  return files
    .filter((f) => f.line === nearestLine)
    .flatMap(({ image, base, file: index, line: at, rvas }) =>
      rvas.flatMap((rva) => {
        const fn = functionAt(image, rva);
        const address = base === undefined ? undefined : base + rva;
        return fn ? [{ image, rva, address, file: image.debug.files[index].name, line: at, fn }] : [];
      }),
    );
}

/** Is there a first instruction of a statement here? */
export function isStatement(image: Image, rva: number): boolean {
  return indexOf(image).isStatement(rva);
}

/** Is there a first instruction of a source line here: of a statement whose predecessor in the code is of another line? */
export function isLineStart(image: Image, rva: number): boolean {
  return indexOf(image).isLineStart(rva);
}

/** RVAs of all statements that begin in a range, ascending: to mark a page of code. */
export function statementsIn(image: Image, from: number, to: number): readonly number[] {
  return indexOf(image).statementsIn(from, to);
}

/** Source position of an RVA: file index, line, column. */
export function rowAt(image: Image, rva: number): Image['debug']['lines'][number] | undefined {
  return indexOf(image).rowAt(rva);
}
