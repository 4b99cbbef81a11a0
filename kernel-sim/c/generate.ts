/**
 * From a checked unit without errors to an object file. The unit decides what is emitted: every function of the program, inline functions and
 * statics of headers only where something refers to them, data that is defined here, stubs of system services.
 *
 *   generate-function   prologue, epilogue, state of one function     generate-statement, generate-switch, generate-seh
 *   generate-expr       values      generate-condition  jumping code  generate-address   lvalues, copies
 *   generate-assign     stores      generate-call, generate-intrinsics  generate-init    automatic initialisers
 *   generate-data       static data  generate-pins      addresses kept in registers      registers, emit  machine side
 */
import { Op, word0 } from '../vm/opcodes.ts';
import type { Expr, FlatInit, FunctionDef, Sym, TranslationUnit } from './ast.ts';
import type { Label } from './emit.ts';
import { dataOf, staticBytes } from './generate-data.ts';
import { type Fn, translateFunction } from './generate-function.ts';
import type { DataFixup, ObjectData, ObjectFile, ObjectFunction, ObjectLinkage } from './object.ts';
import type { Diagnostics, SourceManager, Span } from './source.ts';
import { alignOf, CHAR, type CType, type EnumDef, type RecordDef, UINT, USHORT } from './types.ts';

export interface GenerateOptions {
  /** Functions with buffers get a /GS cookie. */
  gs: boolean;
  /** Also the record types of headers go into the debugging facts. */
  allRecords: boolean;
}

type LabelAddress = Extract<Expr, { kind: 'label-address' }>;

/** What code generation of one unit shares. */
export class Unit {
  readonly object: ObjectFile;
  private readonly inlines = new Map<Sym, FunctionDef>();
  private readonly wanted: FunctionDef[] = [];
  private readonly emitted = new Set<FunctionDef>();
  private readonly wantedData: Sym[] = [];
  private readonly emittedData = new Set<Sym>();
  private readonly strings = new Map<string, string>();
  private counter = 0;
  readonly tree: TranslationUnit;
  readonly sm: SourceManager;
  readonly diags: Diagnostics;
  readonly options: GenerateOptions;

  constructor(tree: TranslationUnit, sm: SourceManager, diags: Diagnostics, options: GenerateOptions) {
    this.tree = tree;
    this.sm = sm;
    this.diags = diags;
    this.options = options;
    this.object = {
      file: tree.file,
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
  }

  span(token: number): Span {
    const found = this.tree.tokens[token];
    return found ? this.sm.spanOf(found) : { file: this.tree.file, start: 0, end: 0 };
  }

  isSystem(token: number): boolean {
    return this.sm.files[this.tree.tokens[token]?.file ?? this.tree.file]?.system === true;
  }

  nameOf(sym: Sym): string {
    return sym.assemblerName ?? sym.linkName ?? sym.name;
  }

  /** The name of `sym` for a fixup; makes sure that it is emitted, if that waits for a use. */
  reference(sym: Sym): string {
    const def = this.inlines.get(sym);
    if (def) this.want(def);
    if (sym.kind === 'var') this.wantedData.push(sym);
    if (sym.intrinsic && !sym.defined)
      this.diags.error(
        'intrinsic-address',
        `'${sym.name}' becomes instructions: it has no address`,
        this.span(sym.token),
      );
    return this.nameOf(sym);
  }

  definesFunction(sym: Sym): boolean {
    return sym.def !== undefined || sym.defined;
  }

  functionLinkage(sym: Sym): ObjectLinkage {
    if (sym.linkage === 'internal') return 'internal';
    return sym.inline || sym.selectany ? 'comdat' : 'external';
  }

  /** The data object of a string literal. */
  /** `object`: whose it is, if it is no literal but an object of its own, as `__func__` is of a function. */
  string(units: number[], unitSize: 1 | 2 | 4, object = ''): string {
    const key = `${object}${unitSize}:${String.fromCharCode(...units.slice(0, 2000))}:${units.length > 2000 ? units.join() : ''}`;
    const known = this.strings.get(key);
    if (known) return known;
    const name = `$string${this.strings.size}`;
    this.strings.set(key, name);
    const length = units.length + 1;
    const type: CType = { kind: 'array', of: unitSize === 1 ? CHAR : unitSize === 2 ? USHORT : UINT, length };
    this.readOnly(name, type, [], key, this.span(0), staticStringBytes(units, unitSize));
    return name;
  }

  /** Read-only bytes that an automatic variable is copied from. */
  template(type: CType, flat: FlatInit[], place: Span): string {
    const name = `$template${this.counter++}`;
    const { bytes, fixups } = staticBytes(this, type, flat);
    this.readOnly(name, type, fixups, undefined, place, bytes);
    return name;
  }

  /** The data behind a compound literal at file scope or in a static initialiser. */
  literal(e: Extract<Expr, { kind: 'compound-literal' }>): string {
    return this.reference(e.sym!);
  }

  /** Addresses of places in the code of `f`. The labels need not be placed yet. */
  jumpTable(f: Fn, labels: Label[]): string {
    const name = `$switch${this.counter++}`;
    const place = f.span(f.def);
    const data: ObjectData = {
      name,
      linkage: 'internal',
      dllexport: false,
      size: labels.length * 8,
      align: 8,
      bytes: undefined,
      readOnly: true,
      fixups: [],
      type: undefined,
      pool: undefined,
      place,
    };
    this.object.data.push(data);
    this.tables.push({ data, f, labels });
    return name;
  }
  private readonly tables: { data: ObjectData; f: Fn; labels: Label[] }[] = [];

  /** Slots of data that hold the address of a label, filled in when its function is there. */
  private readonly labelSlots: { fixup: DataFixup; label: LabelAddress; from?: LabelAddress }[] = [];
  private readonly labelPlaces = new Map<FunctionDef, (name: string) => number | undefined>();

  /** With `from`: the slot holds the distance from that label. */
  pointToLabel(fixup: DataFixup, label: LabelAddress, from?: LabelAddress): void {
    this.labelSlots.push({ fixup, label, from });
  }

  /** Where the labels of `def` are, once it is translated. */
  noteLabels(def: FunctionDef, indexOf: (name: string) => number | undefined): void {
    this.labelPlaces.set(def, indexOf);
  }

  private placeOfLabel(label: LabelAddress): number | undefined {
    return label.function && this.labelPlaces.get(label.function)?.(label.name);
  }

  private readOnly(
    name: string,
    type: CType,
    fixups: ObjectData['fixups'],
    pool: string | undefined,
    place: Span,
    bytes: Uint8Array,
  ): void {
    this.object.data.push({
      name,
      linkage: 'internal',
      dllexport: false,
      size: bytes.length,
      align: Math.max(alignOf(type), bytes.length >= 8 && !pool ? 8 : 1),
      bytes,
      readOnly: true,
      fixups,
      type: undefined,
      pool,
      place,
    });
  }

  private want(def: FunctionDef): void {
    if (this.emitted.has(def)) return;
    this.emitted.add(def);
    this.wanted.push(def);
  }

  run(): ObjectFile {
    const { tree } = this;
    for (const sym of tree.symbols ?? []) if (sym.dllimport) this.object.dllimports.add(sym.name);
    for (const decl of tree.decls) {
      if (decl.kind !== 'function' || !decl.sym) continue;
      const { sym } = decl;
      const waits = sym.inline || (sym.linkage === 'internal' && this.isSystem(decl.first) && !this.options.allRecords);
      if (waits) this.inlines.set(sym, decl);
      else this.want(decl);
    }
    for (const sym of tree.symbols ?? []) this.declare(sym);
    for (let more = true; more; ) {
      more = false;
      for (let def = this.wanted.shift(); def; def = this.wanted.shift()) {
        more = true;
        this.object.functions.push(...translateFunction(this, def));
        this.fillTables();
      }
      for (let sym = this.wantedData.shift(); sym; sym = this.wantedData.shift()) {
        more = true;
        this.emitData(sym);
      }
    }
    for (const { fixup, label, from } of this.labelSlots) {
      fixup.code = this.placeOfLabel(label);
      if (from && fixup.distance) fixup.distance.from = this.placeOfLabel(from);
    }
    this.collectRecords();
    this.collectNamed();
    return this.object;
  }

  private declare(sym: Sym): void {
    const name = this.nameOf(sym);
    const place = this.span(sym.token);
    if (sym.alias !== undefined && !sym.defined) this.object.aliases.push({ name, target: sym.alias, place });
    if (sym.startOrder !== undefined)
      this.object.starts.push({ name: this.reference(sym), order: sym.startOrder, place });
    if (sym.exitOrder !== undefined) this.object.exits.push({ name: this.reference(sym), order: sym.exitOrder, place });
    if (sym.kind === 'function' && !sym.defined) {
      if (sym.primitive) this.object.primitives.push({ name: sym.name, type: sym.type, place: this.span(sym.token) });
      if (sym.syscall !== undefined) this.object.functions.push(serviceStub(sym, this.span(sym.token)));
    }
    if (sym.kind !== 'var') return;
    // Constants that headers define for everyone are emitted when something uses them.
    const optional = this.isSystem(sym.token) && (sym.linkage === 'internal' || sym.selectany);
    if (!optional) this.emitData(sym);
  }

  private emitData(sym: Sym): void {
    if (!sym.defined || this.emittedData.has(sym) || sym.type.kind === 'error') return;
    this.emittedData.add(sym);
    this.object.data.push(dataOf(this, sym));
  }

  private fillTables(): void {
    for (const { data, f, labels } of this.tables.splice(0)) {
      data.fixups = labels.map((label, i) => ({
        offset: i * 8,
        target: f.name,
        addend: 0,
        code: f.code.indexOf(label),
        place: data.place,
      }));
    }
  }

  private collectRecords(): void {
    for (const entry of this.tree.tags?.values() ?? []) {
      if (entry.kind !== 'record' || !entry.def.fields) continue;
      if (this.options.allRecords || !this.isSystem(entry.token)) this.object.records.push(entry.def);
    }
    const seen = new Set<RecordDef>(this.object.records);
    for (const sym of this.tree.names?.values() ?? []) {
      if (sym.kind !== 'typedef' || sym.type.kind !== 'record' || seen.has(sym.type.def)) continue;
      if (this.options.allRecords || !this.isSystem(sym.token)) this.object.records.push(sym.type.def);
    }
  }

  private collectNamed(): void {
    const enums = new Set<EnumDef>();
    for (const sym of this.tree.names?.values() ?? []) {
      if (!this.options.allRecords && this.isSystem(sym.token)) continue;
      if (sym.kind === 'typedef') this.object.named.push({ name: sym.name, type: sym.type });
      else if (sym.enum) enums.add(sym.enum);
    }
    for (const def of enums) this.object.named.push({ name: '', type: { kind: 'enum', def } });
  }
}

function staticStringBytes(units: number[], unitSize: 1 | 2 | 4): Uint8Array {
  const out = new Uint8Array((units.length + 1) * unitSize);
  const view = new DataView(out.buffer);
  units.forEach((u, i) => {
    if (unitSize === 1) view.setUint8(i, u);
    else if (unitSize === 2) view.setUint16(i * 2, u, true);
    else view.setUint32(i * 4, u, true);
  });
  return out;
}

/** LDI r0, n; SYSCALL r0; the result is in RAX. */
function serviceStub(sym: Sym, place: Span): ObjectFunction {
  const window = 16;
  const words = Int32Array.of(
    word0(Op.ENTER, 1),
    0,
    word0(Op.LDI, 0),
    sym.syscall!,
    word0(Op.SYSCALL),
    window,
    word0(Op.GETRET, 0),
    0,
    word0(Op.RETV),
    window,
  );
  return {
    name: sym.name,
    linkage: 'comdat',
    dllexport: true,
    segment: '.text',
    words,
    branches: new Int32Array(0),
    fixups: [],
    lines: [{ at: 0, file: place.file, offset: place.start, statement: true }],
    variables: [],
    scopes: [],
    parent: undefined,
    registers: 2,
    params: 0,
    frameBytes: 0,
    outgoingBytes: 0,
    type: sym.type,
    place,
  };
}

export function generate(
  tree: TranslationUnit,
  sm: SourceManager,
  diags: Diagnostics,
  options: GenerateOptions = { gs: false, allRecords: false },
): ObjectFile {
  return new Unit(tree, sm, diags, options).run();
}
