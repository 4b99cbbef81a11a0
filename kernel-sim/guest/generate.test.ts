/**
 * The committed generated files are what the headers give, and the generators do what they promise on a small header.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateConstants } from './generate-constants.ts';
import { generateLayouts } from './generate-layouts.ts';
import { generatePrimitives } from './generate-primitives.ts';
import { guestSources } from './sources.ts';

const committed = (name: string) => readFileSync(new URL(`../kernel/${name}`, import.meta.url), 'utf8');

describe('generated files (npm run generate)', () => {
  it('layouts are not stale', () => {
    expect(generateLayouts(guestSources) === committed('layouts.generated.ts'), 'stale: npm run generate').toBe(true);
  });

  it('primitives are not stale', () => {
    expect(generatePrimitives(guestSources) === committed('primitives.generated.ts'), 'stale: npm run generate').toBe(
      true,
    );
  });
});

describe('generators', () => {
  const include = Object.fromEntries(Object.entries(guestSources).filter(([path]) => path.startsWith('include/')));
  const files = {
    ...include,
    'ntoskrnl/ki.h': `#pragma once
      #define _NTOSKRNL_
      #include <ntddk.h>
      #define KI_SEVEN 7
      #define KI_BIG 0x7FFFFFFFFFFFFFFFLL /* not exact as a number */
      #define KI_TEXT "text"
      #define KI_PLACE ((PVOID)0x1000)
      typedef struct _KI_THING {
        LIST_ENTRY Links;
        union { ULONG Flags; struct { ULONG Low : 3; LONG High : 4; }; };
        CHAR Letter;
        struct { PVOID Pointer; LONGLONG Wide; } Inner;
        USHORT Table[4];
      } KI_THING, *PKI_THING;
      __declspec(primitive) BOOLEAN KiDo(PKI_THING Thing, CHAR Small, ULONG64 Wide);
      __declspec(primitive) VOID KiRest(VOID);
    `,
  };

  it('accessors: records, pointers, integers, bit-fields, arrays, anonymous and unnamed members', () => {
    const text = generateLayouts(files);
    const body = text.slice(text.indexOf('export class KI_THING {'));
    expect(body.slice(0, body.indexOf('\n}\n') + 3)).toBe(`export class KI_THING {
  static readonly size = 0x30;
  static readonly off = { Links: 0, Flags: 0x10, Low: 0x10, High: 0x10, Letter: 0x14, Inner: 0x18, Table: 0x28 } as const;
  constructor(readonly m: GuestMemory, readonly va: VirtAddr) {}
  get Links(): LIST_ENTRY { return new LIST_ENTRY(this.m, this.va); }
  get Flags(): number { return this.m.u32(this.va + 0x10); }
  set Flags(v: number) { this.m.setU32(this.va + 0x10, v); }
  get Low(): number { return (this.m.u32(this.va + 0x10) >>> 0) & 7; }
  set Low(v: number) { this.m.setU32(this.va + 0x10, (this.m.u32(this.va + 0x10) & -8) | ((v & 7) << 0)); }
  get High(): number { return (this.m.u32(this.va + 0x10) << 25) >> 28; }
  set High(v: number) { this.m.setU32(this.va + 0x10, (this.m.u32(this.va + 0x10) & -121) | ((v & 15) << 3)); }
  get Letter(): number { return this.m.i8(this.va + 0x14); }
  set Letter(v: number) { this.m.setU8(this.va + 0x14, v); }
  get Inner(): KI_THING_Inner { return new KI_THING_Inner(this.m, this.va + 0x18); }
  get Table(): VirtAddr { return this.va + 0x28; }
}
`);
    expect(text).toContain('export class KI_THING_Inner {');
    expect(text).toContain('get Wide(): bigint { return this.m.i64(this.va + 8); }');
  });

  it('constants: integers of any type, no texts and no addresses', () => {
    const text = generateConstants(files);
    expect(text).toContain('\n  KI_SEVEN: 7,\n');
    expect(text).toContain('\n  KI_BIG: 9223372036854775807n,\n');
    expect(text).toContain('\n  STATUS_UNSUCCESSFUL: -1073741823,\n');
    expect(text).toContain('\n  KernelMode: 0,\n');
    expect(text).not.toMatch(/KI_TEXT|KI_PLACE/);
  });

  it('primitives: signatures and decoders', () => {
    const text = generatePrimitives(files);
    expect(text).toContain('  KiDo(k: Kernel, Thing: VirtAddr, Small: number, Wide: bigint): number | undefined;\n');
    expect(text).toContain(
      'const r = p.KiDo(k, cpu.argPtr(0), (cpu.arg32s(1) << 24) >> 24, cpu.arg64(2));\n    if (r !== undefined) cpu.setRax32(r);',
    );
    expect(text).toContain('  KiRest(p, k) {\n    p.KiRest(k);\n  },\n');
  });

  it('say what is wrong with a header', () => {
    expect(() => generatePrimitives({ ...files, 'ntoskrnl/ki.h': '#include <ntddk.h>\nNOTHING x;\n' })).toThrow(
      /ki\.h:2:1/,
    );
  });
});
