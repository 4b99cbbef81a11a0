/**
 * `kernel/layouts.generated.ts`: a class of typed accessors for every structure of the private headers, and for the public ones that they
 * reach by value or by pointer. The driver's `Irp->CurrentLocation` and the kernel's `irp.CurrentLocation` are the same bytes.
 */
import type { TranslationUnit } from '../c/ast.ts';
import { type CType, type Field, isSigned, type RecordDef, sizeOf } from '../c/types.ts';
import type { GuestFiles } from './build.ts';
import { generateConstants } from './generate-constants.ts';
import { checkedHeaders, GENERATED } from './generate-source.ts';

/** Public structures that no private one reaches, and that TypeScript reads or writes. */
const ALSO = [
  'CONTEXT',
  'EXCEPTION_POINTERS',
  'EXCEPTION_RECORD',
  'KUSER_SHARED_DATA',
  'LIST_ENTRY',
  'SINGLE_LIST_ENTRY',
  'UNICODE_STRING',
  'STRING',
  'OBJECT_ATTRIBUTES',
  'IO_STATUS_BLOCK',
  'LARGE_INTEGER',
  'CLIENT_ID',
  'NT_TIB',
  'IRP',
  'IO_STACK_LOCATION',
  'DEVICE_OBJECT',
  'DRIVER_OBJECT',
  'DRIVER_EXTENSION',
  'DEVOBJ_EXTENSION',
  'FILE_OBJECT',
  'MDL',
  'VPB',
  'KEVENT',
  'KSEMAPHORE',
  'KMUTANT',
  'KTIMER',
  'KDPC',
  'KAPC',
  'KAPC_STATE',
  'KWAIT_BLOCK',
  'KQUEUE',
  'KDEVICE_QUEUE',
  'FAST_MUTEX',
  'ERESOURCE',
  'IO_CSQ',
  'IO_REMOVE_LOCK',
  'WORK_QUEUE_ITEM',
  'SLIST_HEADER',
  'GENERAL_LOOKASIDE',
  'DISPATCHER_HEADER',
  'TEB',
  'PEB',
  'PEB_LDR_DATA',
  'LDR_DATA_TABLE_ENTRY',
  'RTL_USER_PROCESS_PARAMETERS',
];

export function generateLayouts(files: GuestFiles): string {
  const analysis = checkedHeaders(files);
  const [unit] = analysis.units;
  const records = new Records(unit);
  for (const name of ALSO) records.addNamed(name);
  for (const { def, token } of records.tagged()) {
    const file = analysis.sources.files[unit.tokens[token]?.file]?.name ?? '';
    if (file.startsWith('ntoskrnl/')) records.add(def);
  }
  for (const symbol of unit.names?.values() ?? []) {
    const file = analysis.sources.files[unit.tokens[symbol.token]?.file]?.name ?? '';
    if (symbol.kind === 'typedef' && file.startsWith('ntoskrnl/')) records.addType(symbol.type);
  }
  const { classes, aliases } = records.text();
  return (
    `${GENERATED}import type { VirtAddr } from '../base/numbers.ts';\nimport type { GuestMemory } from '../machine/guest-memory.ts';\n\n` +
    `${classes}${aliases}\n${generateConstants(files)}`
  );
}

/** One member with its name, its type and its place in the record that it is read through. */
interface Member {
  field: Field;
  name: string;
  offset: number;
}

class Records {
  private readonly names = new Map<RecordDef, string>();
  private readonly unit: TranslationUnit;

  constructor(unit: TranslationUnit) {
    this.unit = unit;
  }

  *tagged(): Iterable<{ def: RecordDef; token: number }> {
    for (const entry of this.unit.tags?.values() ?? []) if (entry.kind === 'record') yield entry;
  }

  addNamed(name: string): void {
    const symbol = this.unit.names?.get(name);
    if (symbol?.kind !== 'typedef' || symbol.type.kind !== 'record')
      throw new Error(`no structure ${name} in the headers`);
    this.add(symbol.type.def);
  }

  /** A record by its typedef name, or its tag without the underscore; a record without either by its place in `outer`. */
  add(def: RecordDef, outer?: string): void {
    if (!def.fields || this.names.has(def)) return;
    const name = def.typedefName ?? def.tag?.replace(/^_/, '') ?? outer;
    if (name === undefined) return;
    this.names.set(def, name);
    for (const { field, name: member } of members(def)) this.addType(field.type, `${name}_${member}`);
  }

  /** The records that a type leads to. */
  addType(type: CType, outer?: string): void {
    if (type.kind === 'record') this.add(type.def, outer);
    else if (type.kind === 'array') this.addType(type.of, outer);
    else if (type.kind === 'pointer') this.addType(type.to);
  }

  text(): { classes: string; aliases: string } {
    const sorted = [...this.names].sort(([, a], [, b]) => (a < b ? -1 : 1));
    for (let i = 1; i < sorted.length; i++) {
      if (sorted[i][1] === sorted[i - 1][1]) throw new Error(`two structures are called ${sorted[i][1]}`);
    }
    const used = new Set(this.names.values());
    const aliases: string[] = [];
    for (const symbol of [...(this.unit.names?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (symbol.kind !== 'typedef' || symbol.type.kind !== 'record' || used.has(symbol.name)) continue;
      const name = this.names.get(symbol.type.def);
      if (name !== undefined) aliases.push(`export { ${name} as ${symbol.name} };\n`);
    }
    return { classes: sorted.map(([def, name]) => this.classText(def, name)).join(''), aliases: aliases.join('') };
  }

  private classText(def: RecordDef, name: string): string {
    const list = members(def);
    const offsets = list.map(({ name: member, offset }) => `${member}: ${hex(offset)}`);
    return (
      `export class ${name} {\n` +
      `  static readonly size = ${hex(def.size)};\n` +
      `  static readonly off = { ${offsets.join(', ')} } as const;\n` +
      '  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}\n' +
      `${list.map((member) => this.accessors(member)).join('')}}\n\n`
    );
  }

  private accessors({ field, name, offset }: Member): string {
    const at = offset === 0 ? 'this.va' : `this.va + ${hex(offset)}`;
    const { type, bits } = field;
    const get = (result: string, value: string) => `  get ${name}(): ${result} { return ${value}; }\n`;
    const set = (argument: string, body: string) => `  set ${name}(v: ${argument}) { ${body}; }\n`;
    switch (type.kind) {
      case 'record':
        return get(this.names.get(type.def) ?? 'never', `new ${this.names.get(type.def)}(this.m, ${at})`);
      case 'array':
        return get('VirtAddr', at);
      case 'pointer':
        return get('VirtAddr', `this.m.ptr(${at})`) + set('VirtAddr', `this.m.setPtr(${at}, v)`);
      case 'int':
      case 'enum': {
        const width = sizeOf(type) * 8;
        const read = `this.m.${isSigned(type) ? 'i' : 'u'}${width}(${at})`;
        const unsigned = `this.m.u${width}(${at})`;
        const write = (value: string) => `this.m.setU${width}(${at}, ${value})`;
        if (bits) return bitField(get, set, width, bits, isSigned(type), unsigned, write);
        if (width === 64) return get('bigint', read) + set('bigint', write('v'));
        return get('number', read) + set('number', write('v'));
      }
      default:
        throw new Error(`field ${name}: ${type.kind}`);
    }
  }
}

/** A bit-field is a number whatever its unit is; one of more than 53 bits a bigint. */
function bitField(
  get: (result: string, value: string) => string,
  set: (argument: string, body: string) => string,
  width: number,
  bits: { shift: number; width: number },
  signed: boolean,
  read: string,
  write: (value: string) => string,
): string {
  const { shift } = bits;
  if (width <= 32) {
    const mask = bits.width === 32 ? -1 : (1 << bits.width) - 1;
    const up = 32 - bits.width - shift;
    const down = 32 - bits.width;
    const value = signed ? `(${read} << ${up}) >> ${down}` : `(${read} >>> ${shift}) & ${mask}`;
    const unsigned = bits.width === 32 ? `${read} >>> 0` : value;
    return (
      get('number', signed ? value : unsigned) +
      set('number', write(`(${read} & ${~(mask << shift)}) | ((v & ${mask}) << ${shift})`))
    );
  }
  const mask = (1n << BigInt(bits.width)) - 1n;
  const rest = BigInt.asUintN(64, ~(mask << BigInt(shift)));
  const field = `(${read} >> ${shift}n) & 0x${mask.toString(16)}n`;
  const value = signed ? `BigInt.asIntN(${bits.width}, ${field})` : field;
  const small = bits.width <= 53;
  return (
    get(small ? 'number' : 'bigint', small ? `Number(${value})` : value) +
    set(
      small ? 'number' : 'bigint',
      write(
        `(${read} & 0x${rest.toString(16)}n) | ((${small ? 'BigInt(v)' : 'v'} & 0x${mask.toString(16)}n) << ${shift}n)`,
      ),
    )
  );
}

/** The named members; those of anonymous records as if they were the record's own. */
function members(def: RecordDef, base = 0): Member[] {
  return (def.fields ?? []).flatMap((field) => {
    const offset = base + field.offset;
    if (field.name !== undefined) return [{ field, name: field.name, offset }];
    return field.type.kind === 'record' ? members(field.type.def, offset) : [];
  });
}

function hex(value: number): string {
  return value > 9 ? `0x${value.toString(16)}` : `${value}`;
}
