/**
 * Objects to an image: resolves names (link-symbols), places code (link-code) and data, builds import table, unwind tables, header and debugging
 * facts. Undefined when something is wrong; the reasons are in the diagnostics. Deterministic: equal inputs give equal images, hash included.
 */
import { hashCodesInto, hashInto, hashText } from '../base/hash.ts';
import { Op, word0 } from '../vm/opcodes.ts';
import { TypeTable } from './debug-info.ts';
import { type DebugInfo, type FunctionInfo, IMAGE_MAGIC, type Image, type Section, type SehScope } from './image.ts';
import type { BuildOptions } from './index.ts';
import { emptySegment, PlacedFunction } from './link-code.ts';
import { runAround } from './link-start.ts';
import { type Definition, Symbols, type Target } from './link-symbols.ts';
import type { DataFixup, ObjectData, ObjectFile, ObjectFunction } from './object.ts';
import type { Diagnostics, SourceManager, Span } from './source.ts';

const PAGE = 4096;
const HEADER_BYTES = 32;
const COOKIE = '__security_cookie';
/** What the cookie is until the loader changes it. */
const DEFAULT_COOKIE = 0x00002b992ddfa232n;

interface PlacedData {
  object: ObjectFile;
  item: ObjectData;
  rva: number;
}

export function link(
  objects: ObjectFile[],
  sm: SourceManager,
  diags: Diagnostics,
  options: BuildOptions,
): Image | undefined {
  const own = linkerObject(objects, options);
  runAround(objects, own);
  return new Linker([...objects, own], sm, diags, options).run();
}

/** What the linker itself adds: stubs of primitives, the /GS cookie. */
function linkerObject(objects: ObjectFile[], options: BuildOptions): ObjectFile {
  const place: Span = { file: objects[0]?.file ?? 0, start: 0, end: 0 };
  const own: ObjectFile = {
    file: place.file,
    functions: [],
    data: [],
    primitives: [],
    aliases: [],
    starts: [],
    exits: [],
    records: [],
    named: [],
    dllimports: new Set(),
  };
  const seen = new Set<string>();
  const defined = new Set(objects.flatMap((o) => o.functions.map((f) => f.name)));
  for (const primitive of objects.flatMap((o) => o.primitives)) {
    if (seen.has(primitive.name) || defined.has(primitive.name) || options.profile !== 'guest') continue;
    own.functions.push(primitiveStub(primitive, seen.size));
    own.primitives.push(primitive);
    seen.add(primitive.name);
  }
  const usesCookie = objects.some((o) => o.functions.some((f) => f.fixups.some((x) => x.target === COOKIE)));
  if (usesCookie) {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, DEFAULT_COOKIE, true);
    own.data.push({
      name: COOKIE,
      linkage: 'comdat',
      dllexport: false,
      size: 8,
      align: 8,
      bytes,
      readOnly: false,
      fixups: [],
      type: { kind: 'int', int: 'uint64' },
      pool: undefined,
      place,
    });
  }
  return own;
}

function primitiveStub(p: ObjectFile['primitives'][number], index: number): ObjectFunction {
  return {
    name: p.name,
    linkage: 'external',
    dllexport: true,
    segment: '.text',
    words: Int32Array.of(word0(Op.ENTER), 0, word0(Op.PRIM), index, word0(Op.RET), 0),
    branches: new Int32Array(0),
    fixups: [],
    lines: [{ at: 0, file: p.place.file, offset: p.place.start, statement: true }],
    variables: [],
    scopes: [],
    parent: undefined,
    registers: 0,
    params: 0,
    frameBytes: 0,
    outgoingBytes: 0,
    type: p.type,
    place: p.place,
  };
}

class Linker {
  private readonly symbols: Symbols;
  private readonly functions: PlacedFunction[] = [];
  private readonly placedFunctions = new Map<ObjectFunction, PlacedFunction>();
  private readonly placedData = new Map<ObjectData, PlacedData>();
  private readonly slots = new Map<string, number>();
  private readonly relocations: number[] = [];
  private readonly dataImports: { name: string; slot: number }[] = [];
  private readonly objects: ObjectFile[];
  private readonly sm: SourceManager;
  private readonly diags: Diagnostics;
  private readonly options: BuildOptions;

  constructor(objects: ObjectFile[], sm: SourceManager, diags: Diagnostics, options: BuildOptions) {
    this.objects = objects;
    this.sm = sm;
    this.diags = diags;
    this.options = options;
    this.symbols = new Symbols(objects, sm, diags, options);
  }

  run(): Image | undefined {
    const before = this.diags.errorCount;
    const entry = this.findEntry();
    this.chooseFunctions();
    const data = this.chooseData();
    this.expandCode();
    this.resolveDataNames(data);
    if (this.diags.errorCount > before) return undefined;

    const sections: Section[] = [];
    let rva = PAGE;
    const segments = this.placeCode(rva);
    for (const s of segments) rva = s.rva + s.words.length * 4;
    const readOnly = data.filter((d) => d.item.readOnly);
    const filled = data.filter((d) => !d.item.readOnly && (d.item.bytes || d.item.fixups.length > 0));
    const empty = data.filter((d) => !d.item.readOnly && !d.item.bytes && d.item.fixups.length === 0);
    const functions = this.functionInfos();
    const tables = unwindTables(functions);

    const rdata = this.placeData(readOnly, rva, 0);
    const pdataAt = align(rdata, 8);
    const rdataBytes = new Uint8Array(pdataAt + tables.bytes - 0);
    const rdataRva = rva;
    rva += align(rdataBytes.length, PAGE);
    const dataRva = rva;
    this.symbols.imports.forEach((name, i) => {
      this.slots.set(name, dataRva + i * 8);
    });
    const dataSize = this.placeData(filled, dataRva, this.symbols.imports.length * 8);
    rva += align(dataSize, PAGE);
    const bssRva = rva;
    const bssSize = this.placeData(empty, bssRva, 0);
    rva += align(bssSize, PAGE);

    const dataBytes = new Uint8Array(dataSize);
    this.fill(readOnly, rdataBytes, rdataRva);
    this.fill(filled, dataBytes, dataRva);
    tables.write(rdataBytes, pdataAt, rdataRva + pdataAt);
    for (const segment of segments)
      for (const f of segment.functions) f.write(segment.words, (to, fixup) => this.addressOf(to, fixup.target));

    const header = new Uint8Array(HEADER_BYTES);
    sections.push(section('.header', 0, PAGE, header, {}));
    for (const s of segments)
      sections.push(
        section(s.name, s.rva, s.words.length * 4, new Uint8Array(s.words.buffer), {
          execute: true,
          discardable: s.name.startsWith('INIT'),
          paged: s.name.startsWith('PAGE'),
        }),
      );
    if (rdataBytes.length) sections.push(section('.rdata', rdataRva, align(rdataBytes.length, PAGE), rdataBytes, {}));
    if (dataSize) sections.push(section('.data', dataRva, align(dataSize, PAGE), dataBytes, { write: true }));
    if (bssSize) sections.push(section('.bss', bssRva, align(bssSize, PAGE), new Uint8Array(0), { write: true }));

    const image: Image = {
      name: this.options.name,
      kind: this.options.kind,
      hash: '',
      size: rva,
      sections,
      entry: entry ? this.placedFunctions.get(entry)!.begin : 0,
      functions,
      exports: this.exports(),
      imports: [...[...this.slots].map(([name, slot]) => ({ name, slot })), ...this.dataImports],
      relocations: this.relocations.sort((a, b) => a - b),
      primitives: this.objects[this.objects.length - 1].primitives.map((p) => p.name),
      debug: this.debugInfo(data),
    };
    image.hash = hashOf(image);
    const words = new DataView(header.buffer);
    [
      IMAGE_MAGIC,
      image.size,
      rdataRva + pdataAt,
      functions.length,
      image.entry,
      Number.parseInt(image.hash.slice(8), 16),
      Number.parseInt(image.hash.slice(0, 8), 16),
      0,
    ].forEach((value, i) => {
      words.setUint32(i * 4, value, true);
    });
    return image;
  }

  private findEntry(): ObjectFunction | undefined {
    const name = this.options.entry;
    if (name === undefined) return undefined;
    const found = this.symbols.globals.get(name);
    if (found?.kind === 'function') return found.item;
    const file = Math.max(
      0,
      this.sm.files.findIndex((f) => f.id === this.objects[0]?.file),
    );
    const text =
      this.options.kind === 'sys'
        ? `the driver has no '${name}': that is where the system calls it first${this.symbols.misspelt(name)}`
        : `there is no '${name}', where the program would begin${this.symbols.misspelt(name)}`;
    this.diags.error('no-entry', text, { file, start: 0, end: 0 });
    return undefined;
  }

  private chooseFunctions(): void {
    for (const object of this.objects)
      for (const item of object.functions) {
        if (!this.symbols.isChosen(object, item)) continue;
        const placed = new PlacedFunction(object, item);
        this.functions.push(placed);
        this.placedFunctions.set(item, placed);
      }
  }

  private chooseData(): PlacedData[] {
    const out: PlacedData[] = [];
    const pools = new Map<string, PlacedData>();
    for (const object of this.objects)
      for (const item of object.data) {
        if (!this.symbols.isChosen(object, item)) continue;
        const pooled = item.pool === undefined ? undefined : pools.get(item.pool);
        const placed = pooled ?? { object, item, rva: 0 };
        this.placedData.set(item, placed);
        if (pooled) continue;
        if (item.pool !== undefined) pools.set(item.pool, placed);
        out.push(placed);
      }
    return out;
  }

  private expandCode(): void {
    for (const f of this.functions)
      f.expand((fixup) => {
        const verb = fixup.kind === 'call' ? 'called in' : 'used in';
        return this.symbols.resolve(f.object, fixup.target, fixup.place, `${verb} ${f.item.parent ?? f.item.name}`);
      });
  }

  private resolveDataNames(data: PlacedData[]): void {
    for (const { object, item } of data)
      for (const fixup of item.fixups)
        this.symbols.resolve(object, fixup.target, fixup.place, `in the initialiser of ${item.name}`);
  }

  private placeCode(rva: number): { name: string; rva: number; words: Int32Array; functions: PlacedFunction[] }[] {
    const bySegment = new Map<string, PlacedFunction[]>();
    for (const f of this.functions) {
      const list = bySegment.get(f.item.segment);
      if (list) list.push(f);
      else bySegment.set(f.item.segment, [f]);
    }
    const rank = (name: string): number =>
      name === '.text' ? 0 : name.startsWith('PAGE') ? 1 : name.startsWith('INIT') ? 3 : 2;
    const names = [...bySegment.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    const out = [];
    let at = rva;
    const ordered: PlacedFunction[] = [];
    for (const name of names) {
      const functions = bySegment.get(name)!;
      let start = 0;
      for (const f of functions) {
        f.start = start;
        f.segmentRva = at;
        start += f.count;
      }
      const words = emptySegment(start);
      out.push({ name, rva: at, words, functions });
      ordered.push(...functions);
      at += words.length * 4;
    }
    this.functions.splice(0, this.functions.length, ...ordered);
    return out;
  }

  /** Gives each datum its RVA from `rva + offset` on; returns the offset behind the last. */
  private placeData(list: PlacedData[], rva: number, offset: number): number {
    let at = offset;
    for (const d of list) {
      at = align(at, d.item.align);
      d.rva = rva + at;
      at += d.item.size;
    }
    return at;
  }

  private fill(list: PlacedData[], bytes: Uint8Array, rva: number): void {
    const view = new DataView(bytes.buffer);
    for (const d of list) {
      if (d.item.bytes) bytes.set(d.item.bytes, d.rva - rva);
      for (const fixup of d.item.fixups) this.fillSlot(d, fixup, view, rva);
    }
  }

  private fillSlot(d: PlacedData, fixup: DataFixup, view: DataView, rva: number): void {
    const to = this.symbols.resolve(d.object, fixup.target, fixup.place, '')!;
    const slot = d.rva + fixup.offset;
    if (to.kind === 'import') {
      this.dataImports.push({ name: to.name, slot });
      return;
    }
    const code = fixup.code !== undefined && to.kind === 'function' ? this.placedFunctions.get(to.item) : undefined;
    if (fixup.distance) {
      const distance =
        code && fixup.distance.from !== undefined ? code.rva(fixup.code!) - code.rva(fixup.distance.from) : 0;
      for (let i = 0; i < fixup.distance.size; i++)
        view.setUint8(slot - rva + i, Math.floor(distance / 256 ** i) & 0xff);
      return;
    }
    const target = code ? code.rva(fixup.code!) : this.addressOf(to, fixup.target) + fixup.addend;
    view.setBigInt64(slot - rva, BigInt(target), true);
    this.relocations.push(slot);
  }

  /** RVA; of an import that of its slot. */
  private addressOf(to: Target, name: string): number {
    switch (to.kind) {
      case 'image-base':
        return 0;
      case 'import':
        return this.slots.get(to.name)!;
      case 'function':
        return this.placedFunctions.get(to.item)!.begin;
      case 'data': {
        const placed = this.placedData.get(to.item);
        if (!placed) throw new Error(`internal: '${name}' has no place in the image`);
        return placed.rva;
      }
    }
  }

  private functionInfos(): FunctionInfo[] {
    const index = new Map<PlacedFunction, number>();
    this.functions.forEach((f, i) => {
      index.set(f, i);
    });
    return this.functions.map((f) => {
      const { item } = f;
      const info: FunctionInfo = {
        name: item.name,
        begin: f.begin,
        end: f.end,
        registers: item.registers,
        params: item.params,
        frameBytes: item.frameBytes,
        outgoingBytes: item.outgoingBytes,
        scopes: item.scopes.map((s) => this.scope(f, s)),
      };
      if (item.parent !== undefined) {
        const parent = this.symbols.resolve(f.object, item.parent, item.place, '') as Extract<
          Definition,
          { kind: 'function' }
        >;
        info.parent = index.get(this.placedFunctions.get(parent.item)!)!;
      }
      return info;
    });
  }

  private scope(f: PlacedFunction, s: ObjectFunction['scopes'][number]): SehScope {
    const funclet = (name: string): number => {
      const found = this.symbols.resolve(f.object, name, f.item.place, '') as Extract<Definition, { kind: 'function' }>;
      return this.placedFunctions.get(found.item)!.begin;
    };
    return {
      begin: f.rva(s.begin),
      end: f.endRva(s.end),
      filter: typeof s.filter === 'string' ? funclet(s.filter) : s.filter,
      handler: typeof s.handler === 'string' ? funclet(s.handler) : f.rva(s.handler),
    };
  }

  private exports(): Record<string, number> {
    const all = this.options.profile === 'guest';
    const found: [string, number][] = [];
    for (const [name, d] of this.symbols.globals)
      if (all || d.item.dllexport) found.push([name, this.addressOf(d, name)]);
    found.sort((a, b) => (a[0] < b[0] ? -1 : 1));
    return Object.fromEntries(found);
  }

  private debugInfo(data: PlacedData[]): DebugInfo {
    const table = new TypeTable();
    const debug: DebugInfo = {
      files: this.sm.files.map((f) => ({ name: f.name, text: f.text, system: f.system })),
      lines: [],
      variables: [],
      globals: [],
      types: table.types,
      typedefs: {},
      functionPlaces: [],
      functionTypes: [],
    };
    this.functions.forEach((f, index) => {
      const { item } = f;
      for (const row of item.lines) {
        if (row.at >= item.words.length >> 1) continue;
        const { line, col } = this.sm.lineCol(row.file, row.offset);
        debug.lines.push({ rva: f.rva(row.at), file: row.file, line, col, statement: row.statement });
      }
      for (const v of item.variables)
        debug.variables.push({
          function: index,
          name: v.name,
          type: table.add(v.type),
          param: v.param,
          at: v.at,
          from: f.rva(v.from),
          to: f.endRva(v.to < 0 ? item.words.length >> 1 : v.to),
        });
      debug.functionPlaces.push({
        file: item.place.file,
        line: this.sm.lineCol(item.place.file, item.place.start).line,
      });
      debug.functionTypes.push(item.type ? table.add(item.type) : -1);
    });
    for (const d of data)
      if (d.item.type) {
        const { name, place, type } = d.item;
        const { line } = this.sm.lineCol(place.file, place.start);
        debug.globals.push({ name, rva: d.rva, type: table.add(type), file: place.file, line });
      }
    for (const object of this.objects) {
      for (const def of object.records) table.add({ kind: 'record', def });
      for (const { name, type } of object.named) {
        const index = table.add(type);
        if (name !== '') debug.typedefs[name] ??= index;
      }
    }
    return debug;
  }
}

function section(name: string, rva: number, size: number, bytes: Uint8Array, flags: Partial<Section>): Section {
  return { name, rva, size, bytes, write: false, execute: false, discardable: false, paged: false, ...flags };
}

function align(n: number, to: number): number {
  return Math.ceil(n / to) * to;
}

/** pdata and unwind records as image.ts describes them. */
function unwindTables(functions: FunctionInfo[]): {
  bytes: number;
  write: (out: Uint8Array, at: number, rva: number) => void;
} {
  const offsets: number[] = [];
  let size = functions.length * 12;
  for (const f of functions) {
    offsets.push(size);
    size += 20 + f.scopes.length * 16;
  }
  const write = (out: Uint8Array, at: number, rva: number): void => {
    const view = new DataView(out.buffer, out.byteOffset);
    const put = (offset: number, ...values: number[]): void =>
      values.forEach((v, i) => {
        view.setUint32(at + offset + i * 4, v, true);
      });
    functions.forEach((f, i) => {
      put(i * 12, f.begin, f.end, rva + offsets[i]);
      const funclet = f.parent !== undefined;
      put(
        offsets[i],
        f.registers * 8,
        f.outgoingBytes,
        funclet ? 1 : 0,
        funclet ? functions[f.parent!].begin : f.begin,
        f.scopes.length,
      );
      f.scopes.forEach((s, k) => {
        put(offsets[i] + 20 + k * 16, s.begin, s.end, s.filter, s.handler);
      });
    });
  };
  return { bytes: size, write };
}

/** Over every byte and table of the image. */
function hashOf(image: Image): string {
  const { sections, debug, ...rest } = image;
  const { files, ...facts } = debug;
  const tables = { ...rest, hash: '', sections: sections.map((s) => ({ ...s, bytes: s.bytes.length })), debug: facts };
  const lanes: number[] = [...hashOfText(JSON.stringify(tables))];
  for (const file of files) lanes.push(...hashOfText(file.name), ...hashOfKeptText(file.text));
  for (const { bytes } of sections) lanes.push(...hashOfWords(new Int32Array(bytes)));
  return hashText(hashOfWords(Int32Array.from(lanes)));
}

function hashOfWords(words: Int32Array): Int32Array {
  const lanes = new Int32Array(2);
  hashInto(lanes, 0, words, 0, words.length);
  return lanes;
}

function hashOfText(text: string): Int32Array {
  const lanes = new Int32Array(2);
  hashCodesInto(lanes, 0, text);
  return lanes;
}

/** Headers come back in every build: their hashes are kept, a bounded number of them. */
const KEPT = new Map<string, Int32Array>();
function hashOfKeptText(text: string): Int32Array {
  let lanes = KEPT.get(text);
  if (!lanes) {
    if (KEPT.size >= 500) KEPT.clear();
    lanes = hashOfText(text);
    KEPT.set(text, lanes);
  }
  return lanes;
}
