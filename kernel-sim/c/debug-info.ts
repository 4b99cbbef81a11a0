/**
 * The debugger's type table: C types of several units as one list of entries that refer to each other by index. Equal records of different units
 * become one entry.
 */
import type { TypeInfo } from './image.ts';
import type { CType, EnumDef, RecordDef } from './types.ts';
import { isSigned, sizeOf } from './types.ts';

export class TypeTable {
  readonly types: TypeInfo[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly records = new Map<RecordDef, number>();
  private readonly enums = new Map<EnumDef, number>();

  add(t: CType): number {
    switch (t.kind) {
      case 'void':
      case 'error':
        return this.keyed('void', () => ({ kind: 'void' }));
      case 'int':
        return this.keyed(`${t.int} ${t.alias ?? ''}`, () => {
          const info: TypeInfo = { kind: 'int', int: t.int, size: sizeOf(t), signed: isSigned(t) };
          return t.alias === undefined ? info : { ...info, name: t.alias };
        });
      case 'float':
        return this.keyed(t.float, () => ({ kind: 'float', float: t.float, size: sizeOf(t) }));
      case 'pointer': {
        const to = this.add(t.to);
        return this.keyed(`*${to}`, () => ({ kind: 'pointer', to }));
      }
      case 'array': {
        const of = this.add(t.of);
        const length = t.length ?? 0;
        return this.keyed(`[${length}]${of}`, () => ({ kind: 'array', of, length, size: sizeOf(t) }));
      }
      case 'function': {
        const returns = this.add(t.returns);
        const params = t.params.map((p) => this.add(p.type));
        return this.keyed(`(${params.join()}${t.variadic ? '...' : ''})${returns}`, () => ({
          kind: 'function',
          returns,
          params,
          variadic: t.variadic,
        }));
      }
      case 'record':
        return this.record(t.def);
      case 'enum':
        return this.enumeration(t.def);
    }
  }

  private keyed(key: string, make: () => TypeInfo): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.types.push(make()) - 1;
    this.byKey.set(key, index);
    return index;
  }

  private record(def: RecordDef): number {
    const known = this.records.get(def);
    if (known !== undefined) return known;
    const name = def.tag ?? def.typedefName ?? '';
    const shape = (def.fields ?? []).map(
      (f) => `${f.name ?? ''}@${f.offset}${f.bits ? `:${f.bits.shift}.${f.bits.width}` : ''}`,
    );
    const key = `${def.union ? 'union' : 'struct'} ${name} ${def.size} ${shape.join()}`;
    const same = name ? this.byKey.get(key) : undefined;
    if (same !== undefined) {
      this.records.set(def, same);
      return same;
    }
    const info: Extract<TypeInfo, { kind: 'record' }> = {
      kind: 'record',
      name,
      union: def.union,
      size: def.size,
      align: def.align,
      fields: [],
    };
    const index = this.types.push(info) - 1;
    this.records.set(def, index);
    if (name) this.byKey.set(key, index);
    for (const f of def.fields ?? []) {
      const field = { name: f.name ?? '', type: this.add(f.type), offset: f.offset };
      info.fields.push(f.bits ? { ...field, shift: f.bits.shift, width: f.bits.width } : field);
    }
    return index;
  }

  private enumeration(def: EnumDef): number {
    const known = this.enums.get(def);
    if (known !== undefined) return known;
    const name = def.tag ?? def.typedefName ?? '';
    const members = (def.members ?? []).map((m) => ({ name: m.name, value: m.value }));
    const index = this.keyed(`enum ${name} ${members.map((m) => `${m.name}=${m.value}`).join()}`, () => ({
      kind: 'enum',
      name,
      members,
    }));
    this.enums.set(def, index);
    return index;
  }
}
