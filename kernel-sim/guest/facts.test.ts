/**
 * The public headers against the published facts, through our own front end: every structure that the headers declare has the size,
 * alignment and field offsets of real x64 Windows, and every constant its value. The facts lie beside the repository
 * (`../shared/facts`); without them there is nothing to compare with and the tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../c/analyze.ts';
import { type RecordDef, sizeOf } from '../c/types.ts';
import { guestInclude } from './build.ts';
import { guestSources } from './sources.ts';

const FACTS = fileURLToPath(new URL('../../../shared/facts/', import.meta.url));
const haveFacts = existsSync(`${FACTS}layouts-x64.json`);
const readFacts = (name: string) => JSON.parse(readFileSync(`${FACTS}${name}`, 'utf8'));

const DRIVER = ['ntifs.h', 'wdmsec.h', 'ntstrsafe.h', 'ntintsafe.h', 'winerror.h', 'setjmp.h', 'stdlib.h'];
const USER = [
  'windows.h',
  'winioctl.h',
  'setupapi.h',
  'psapi.h',
  'strsafe.h',
  'intsafe.h',
  'winternl.h',
  'stdlib.h',
  'setjmp.h',
];

function parsed(profile: 'driver' | 'user' | 'plain', headers: string[], more = '', defines: string[] = []): Analysis {
  const text = headers.map((header) => `#include <${header}>\n`).join('') + more;
  return analyze({ sources: [{ name: 'facts.c', text }], include: guestInclude(guestSources, []), defines, profile });
}

function findings({ diagnostics, sources }: Analysis): string[] {
  return diagnostics.list.map(({ span, text, id }) => {
    const { line, col } = sources.lineCol(span.file, span.start);
    return `${sources.files[span.file]?.name}:${line}:${col}: ${text} [${id}]`;
  });
}

// ---------------------------------------------------------------- every header by itself

describe('each header', () => {
  const kernelOnly = /^(ntddk|wdm|wdmsec|ntifs|ntstrsafe|ntintsafe)\.h$/;
  const names = Object.keys(guestSources)
    .filter((path) => path.startsWith('include/') && path.endsWith('.h'))
    .map((path) => path.slice('include/'.length));
  // Parts of other headers, and the two halves of a pack pragma.
  const alone = names.filter((name) => !/^(lab_|pshpack|poppack)/.test(name));

  it.each(alone)('%s compiles alone, without a finding', (name) => {
    expect(findings(parsed(kernelOnly.test(name) ? 'driver' : 'user', [name]))).toEqual([]);
  });

  it('all user headers go together, with UNICODE and without, and in plain C', () => {
    const all = alone.filter((name) => !kernelOnly.test(name) && name !== 'ntdef.h' && name !== 'iso646.h');
    expect(findings(parsed('user', all))).toEqual([]);
    expect(findings(parsed('user', all, '', ['UNICODE', '_UNICODE']))).toEqual([]);
    expect(findings(parsed('plain', all))).toEqual([]);
  });

  it('all driver headers go together, in checked and free builds', () => {
    expect(findings(parsed('driver', DRIVER))).toEqual([]);
    expect(findings(parsed('driver', [...DRIVER].reverse(), '', ['DBG=0']))).toEqual([]);
  });
});

// ---------------------------------------------------------------- structures

interface Layout {
  tag: string | null;
  size: number;
  align: number;
  fields: Record<string, [number, number]>;
  bitfields?: Record<string, [number, string]>;
}

/** The facts come from older headers; where the notes in them name the newer layout, that one holds. */
const NEWER: Record<string, { align?: number; fields?: Record<string, [number, number]>; gone?: RegExp }> = {
  KWAIT_BLOCK: {
    gone: /./,
    fields: {
      WaitListEntry: [0, 16],
      WaitType: [0x10, 1],
      BlockState: [0x11, 1],
      WaitKey: [0x12, 2],
      SpareLong: [0x14, 4],
      Thread: [0x18, 8],
      Object: [0x20, 8],
      SparePtr: [0x28, 8],
    },
  },
  KDPC: { gone: /^DpcListEntry/, fields: { DpcListEntry: [8, 8], ProcessorHistory: [0x10, 8] } },
  DEVICE_OBJECT: {
    gone: /^Dpc\.DpcListEntry/,
    fields: { 'Dpc.DpcListEntry': [208, 8], 'Dpc.ProcessorHistory': [216, 8] },
  },
  KTIMER: { gone: /^Processor$/, fields: { Processor: [0x38, 2], TimerType: [0x3a, 2] } },
  IRP: {
    align: 16,
    gone: /^Tail\.Overlay$/,
    fields: { 'Tail.Overlay': [120, 88], AllocationProcessorNumber: [4, 2], 'Tail.Overlay.IrpExtension': [0xc8, 8] },
  },
  MDL: { fields: { AllocationProcessorNumber: [0xc, 2] } },
};

interface Place {
  bit: number;
  bits: number;
}

/** All members by dotted name; those of anonymous members as if they were the record's own. */
function places(def: RecordDef, out = new Map<string, Place>(), prefix = '', base = 0): Map<string, Place> {
  for (const field of def.fields ?? []) {
    const at = base + field.offset * 8 + (field.bits?.shift ?? 0);
    const path = prefix + (field.name ?? '');
    if (field.name !== undefined) out.set(path, { bit: at, bits: field.bits?.width ?? sizeOf(field.type) * 8 });
    if (field.type.kind === 'record') places(field.type.def, out, field.name === undefined ? prefix : `${path}.`, at);
  }
  return out;
}

function recordNamed({ units: [unit] }: Analysis, name: string, tag: string | null): RecordDef | undefined {
  const typedef = unit.names?.get(name);
  if (typedef?.kind === 'typedef' && typedef.type.kind === 'record' && typedef.type.def.fields) return typedef.type.def;
  const entry = tag === null ? undefined : unit.tags?.get(tag);
  return entry?.kind === 'record' && entry.def.fields ? entry.def : undefined;
}

describe.skipIf(!haveFacts)('headers and facts (skipped without ../shared/facts)', () => {
  const driver = parsed('driver', DRIVER);
  const user = parsed('user', USER);

  it('structures have the layout of x64 Windows', () => {
    const wrong: string[] = [];
    const missing: string[] = [];
    let structures = 0;
    let fields = 0;
    for (const [name, fact] of Object.entries<Layout>(readFacts('layouts-x64.json'))) {
      if (name.startsWith('@')) continue;
      const defs = [driver, user]
        .map((analysis) => recordNamed(analysis, name, fact.tag))
        .filter((def) => def !== undefined);
      if (defs.length === 0) {
        missing.push(name);
        continue;
      }
      structures++;
      const newer = NEWER[name];
      const wanted = new Map<string, Place>();
      for (const [path, [offset, size]] of Object.entries(fact.fields)) {
        if (!newer?.gone?.test(path)) wanted.set(path, { bit: offset * 8, bits: size * 8 });
      }
      for (const [path, [offset, range]] of Object.entries(fact.bitfields ?? {})) {
        const [low, high] = range.split('-').map(Number);
        if (!newer?.gone?.test(path)) wanted.set(path, { bit: offset * 8 + low, bits: high - low + 1 });
      }
      for (const [path, [offset, size]] of Object.entries(newer?.fields ?? {}))
        wanted.set(path, { bit: offset * 8, bits: size * 8 });
      fields += wanted.size;
      for (const def of defs) {
        const align = newer?.align ?? fact.align;
        if (def.size !== fact.size) wrong.push(`${name}: size ${def.size}, not ${fact.size}`);
        if (def.align !== align) wrong.push(`${name}: alignment ${def.align}, not ${align}`);
        const ours = places(def);
        for (const [path, { bit, bits }] of wanted) {
          const place = ours.get(path);
          if (!place) wrong.push(`${name}.${path}: not declared`);
          else if (place.bit !== bit || place.bits !== bits) {
            wrong.push(`${name}.${path}: bit ${place.bit}, ${place.bits} bits, not bit ${bit}, ${bits} bits`);
          }
        }
      }
    }
    console.log(
      `structures equal: ${structures}, fields equal: ${fields - wrong.length}, structures not declared: ${missing.length}`,
    );
    expect(wrong).toEqual([]);
    expect(structures).toBeGreaterThan(240);
  });

  it('constants have their values', () => {
    const facts: Record<string, Record<string, number>> = readFacts('constants.json');
    const wanted = new Map<string, bigint>();
    for (const [group, values] of Object.entries(facts)) {
      if (group.startsWith('@') || group === 'SAMPLE_IOCTL') continue;
      for (const [name, value] of Object.entries(values)) wanted.set(name, BigInt(value));
    }

    const macros = new Set<string>();
    for (const { name, text } of driver.sources.files) {
      if (name !== 'facts.c')
        for (const [, macro] of text.matchAll(/^[ \t]*#[ \t]*define[ \t]+(\w+)(?!\()/gm)) macros.add(macro);
    }
    const names = driver.units[0].names;
    const isEnum = (name: string) => names?.get(name)?.kind === 'enum-const';
    const missing = [...wanted.keys()].filter((name) => !macros.has(name) && !isEnum(name));

    // Macros are read back as initialisers, so that any constant expression will do. An enum constant wins: pool types are
    // both, and the macro over NonPagedPool is a variable.
    const asked = [...wanted.keys()].filter((name) => macros.has(name) && !isEnum(name));
    const text = asked
      .map((name) => `const unsigned long long facts_${name} = (unsigned long long)(${name});\n`)
      .join('');
    const { units, ...rest } = parsed('driver', DRIVER, text);
    expect(findings({ units, ...rest })).toEqual([]);

    const wrong: string[] = [];
    for (const [name, value] of wanted) {
      const symbol = isEnum(name) ? names?.get(name) : units[0].names?.get(`facts_${name}`);
      if (!symbol) continue;
      const initial = symbol.flat?.[0]?.expr;
      // A zero may be left out of the flattened initialiser.
      const ours = symbol.kind === 'enum-const' ? symbol.value : initial ? initial.constant : 0n;
      const width = value >= -(2n ** 31n) && value < 2n ** 32n ? 32 : 64;
      if (ours === undefined || BigInt.asUintN(width, ours) !== BigInt.asUintN(width, value))
        wrong.push(`${name}: ${ours}, not ${value}`);
    }
    console.log(`constants equal: ${wanted.size - missing.length - wrong.length}, not declared: ${missing.length}`);
    expect(wrong).toEqual([]);
    expect(missing.length).toBeLessThan(10);
  });

  it('every routine of the first two tiers is declared', () => {
    const tiers = readFacts('ddi-tiers.json');
    const win32 = readFacts('win32-tiers.json');
    const macros = new Set<string>();
    for (const path of Object.keys(guestSources)) {
      if (!path.startsWith('include/')) continue;
      for (const [, macro] of guestSources[path].matchAll(/^[ \t]*#[ \t]*define[ \t]+(\w+)/gm)) macros.add(macro);
    }
    const absent = (analyses: Analysis[], routines: { name: string; tier: number }[]) =>
      routines
        .filter(({ tier }) => tier <= 2)
        .map(({ name }) => name)
        .filter((name) => !macros.has(name) && !analyses.some(({ units: [unit] }) => unit.names?.has(name)));
    const crt = parsed('user', [
      'stdio.h',
      'conio.h',
      'time.h',
      'ctype.h',
      'assert.h',
      'tchar.h',
      'stddef.h',
      'cfgmgr32.h',
    ]);
    // WMI and HID libraries are not part of the lab.
    expect(absent([driver], [...tiers.tier1, ...tiers.tier2]).sort()).toEqual([
      'HidRegisterMinidriver',
      'WmiCompleteRequest',
      'WmiSystemControl',
    ]);
    expect(absent([user, crt], [...win32.win32, ...win32.crt])).toEqual([]);
  });
});
