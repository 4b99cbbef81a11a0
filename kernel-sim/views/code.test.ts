/** The code views over a request that stands in a driver: what they show, and that showing changes nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import { contextOf, withFrame } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import { evaluateNumber } from '../debugger/expression.ts';
import { appWith, driverWith } from '../lab-testing.ts';
import { type Stopped, stopAt } from '../lab-testing-marker.ts';
import type { FieldView, MemoryView } from '../protocol/views-code.ts';
import { disassemblyView, functionView } from './disassembly.ts';
import { memoryView } from './memory.ts';
import { registersView } from './registers.ts';
import { sourceText, sourceView } from './source.ts';
import { localsView, stackView, withChanges } from './stack.ts';
import { typeView } from './types.ts';
import { watchView } from './value.ts';

const DRIVER = driverWith(
  `
    PENTRY e = &g_Table[1];
    ULONG count = 3;
    e->Low = 2; e->High = 7; e->Speed = Fast; RtlCopyMemory(e->Name, "thermo", 7); e->Next = e;
    for (ULONG i = 0; i < 2; i++)
        /*HERE*/ count += i + 1;
    return Complete(Irp, STATUS_SUCCESS, count);
`,
  {
    globals: `typedef enum _SPEED { Slow, Fast = 4 } SPEED;
typedef struct _ENTRY { ULONG Low : 4; ULONG High : 28; SPEED Speed; CHAR Name[8]; union { ULONG64 Whole; struct { ULONG Lo, Hi; }; }; struct { struct _ENTRY *Link; } Inner; struct _ENTRY *Next; } ENTRY, *PENTRY;
static ENTRY g_Table[2];`,
  },
);
const APP = appWith('char in[4] = "abc"; DeviceIoControl(h, IOCTL_LAB(1), in, 4, 0, 0, &got, 0);');
const line = (text: string) => DRIVER.slice(0, DRIVER.indexOf(text)).split('\n').length;

let at: Stopped;
let hash: string;
beforeAll(() => {
  at = stopAt({ driver: DRIVER, app: APP }, 2);
  hash = at.k.machine.stateHash();
});

describe('stack and variables', () => {
  test('frames of both rings in one list, with arguments, places and the trap between', () => {
    const { frames, cpu, thread, tid, pid, chosen } = stackView(at.context);
    const short = frames.map((f) => `${f.ring} ${f.symbol.replace(/\+.*/, '')}${f.trap ? ` <${f.trap.cause}>` : ''}`);
    expect(short[0]).toBe('kernel lab!Control');
    expect(short).toContain('kernel nt!KiSystemServiceEntry <system call>');
    expect(short.at(-3)).toBe('user app!main');
    expect(frames[0]).toMatchObject({ file: 'lab.c', line: line('/*HERE*/'), learner: true, index: 0 });
    expect(frames[1]).toMatchObject({ learner: false });
    expect(frames[0].args.map((a) => `${a.type} ${a.name}`)).toEqual(['_DEVICE_OBJECT * DeviceObject', '_IRP * Irp']);
    const stub = frames.find((f) => f.symbol.startsWith('kernel32!DeviceIoControl'));
    expect(stub?.args.find((a) => a.name === 'nInBufferSize')?.value).toBe('4');
    expect(new Set(frames.slice(frames.findIndex((f) => f.ring === 'user')).map((f) => f.ring))).toEqual(
      new Set(['user']),
    );
    expect(cpu).toBe(at.k.machine.currentCpu);
    expect([BigInt(thread), BigInt(tid), BigInt(pid), chosen]).toEqual([
      evaluateNumber('$thread', at.context),
      evaluateNumber('$tid', at.context),
      evaluateNumber('$pid', at.context),
      0,
    ]);
  });

  test('locals have values, homes and members; those of two instants are compared', () => {
    const before = localsView(at.context);
    expect(before.routine).toBe('lab!Control');
    const count = before.variables.find((v) => v.name === 'count');
    expect(count).toMatchObject({ value: '4', kind: 'local', shadowed: false, changed: false, expandable: false });
    const e = before.variables.find((v) => v.name === 'e');
    expect(e?.children.map((c) => `${c.name}=${c.value}`).slice(0, 4)).toEqual([
      'Low=2',
      'High=7',
      'Speed=Fast (4)',
      'Name="thermo"',
    ]);
    const other = stopAt({ driver: DRIVER, app: APP }, 1);
    const changed = withChanges(localsView(other.context), before);
    expect(changed.variables.filter((v) => v.changed).map((v) => v.name)).toEqual(['count', 'i']);
    const outer = localsView(withFrame(at.context, 1));
    expect(withChanges(before, outer).variables.some((v) => v.changed)).toBe(false);
  });

  test('a watched expression opens as deep as it is asked to', () => {
    const view = watchView(at.context, 'g_Table', 2);
    expect(view).toMatchObject({ type: '_ENTRY [2]', expandable: true, more: false });
    expect(view.children.map((c) => c.name)).toEqual(['[0]', '[1]']);
    expect(view.children[1].children.find((c) => c.name === 'Name')?.value).toBe('"thermo"');
    expect(view.children[1].children[0].children).toEqual([]);
    expect(watchView(at.context, 'e->Next->Next', 1).children.find((c) => c.name === 'High')?.value).toBe('7');
    expect(watchView(at.context, '(int *)0x10', 1).children).toMatchObject([
      { name: '*', value: '<cannot read 0x0000000000000010: not mapped>' },
    ]);
    expect(watchView(at.context, 'e', 0).children).toEqual([]);
    expect(() => watchView(at.context, 'nothing')).toThrow(DebugError);
  });
});

describe('registers', () => {
  test('of the running frame, with the variables of its window', () => {
    const view = registersView(at.context);
    expect(view).toMatchObject({ mode: 'kernel', irql: 0, running: true, interruptsEnabled: true, halted: false });
    const rip = view.registers.find((r) => r.name === 'rip');
    expect(rip).toMatchObject({ note: expect.stringMatching(/^lab!Control\+0x/) });
    expect(view.slots.slice(0, 2).map((r) => r.note)).toEqual(['DeviceObject', 'Irp']);
    expect(view.slots.some((r) => r.note === 'count')).toBe(true);
    expect(view.place).toMatchObject({ file: 'lab.c', learner: true });
  });

  test('of an outer frame only what is still known', () => {
    const main = at.context.frames.findIndex((f) => f.place?.name.startsWith('app!main'));
    const view = registersView(withFrame(at.context, main));
    expect(view.mode).toBe('user');
    expect(view.registers.map((r) => r.name)).toEqual(['rip', 'rsp', 'fp', 'cr0', 'cr2', 'cr3', 'cr4']);
  });
});

describe('memory', () => {
  const rows = (view: MemoryView) => view.rows.map((r) => `${r.items.join(' ')}|${r.ascii}${r.symbol}`);

  test('as bytes, words, pointers with names, text', () => {
    const e = evaluateNumber('e', at.context);
    expect(rows(memoryView(at.context, e + 8n, 'bytes', 8))).toEqual(['74 68 65 72 6D 6F 00 00|thermo..']);
    expect(rows(memoryView(at.context, e, 'dwords', 2))).toEqual(['00000072 00000004|r.......']);
    expect(rows(memoryView(at.context, e + 8n, 'words', 3))).toEqual(['6874 7265 6F6D|thermo']);
    expect(rows(memoryView(at.context, e + 8n, 'qwords', 1))).toEqual(['00006F6D72656874|thermo..']);
    expect(memoryView(at.context, evaluateNumber('&e->Next', at.context), 'pointers', 1).rows[0].symbol).toMatch(
      /^lab!g_Table\+0x/,
    );
    expect(rows(memoryView(at.context, e + 8n, 'ascii', 100))).toEqual(['thermo|']);
    const name = evaluateNumber('DeviceName.Buffer', at.context);
    expect(rows(memoryView(at.context, name, 'unicode', 100))).toEqual(['\\Device\\Lab|']);
  });

  test('what is not there is shown item by item; the end of the address space is no end', () => {
    const view = memoryView(at.context, 0xffff_ffff_ffff_fff8n, 'dwords', 3);
    expect(view.rows.map((r) => r.items.join(' '))).toEqual(['???????? ???????? ????????']);
    expect(view.next).toBe('0x0000000000000004');
    expect(memoryView(at.context, 0x1234n << 48n, 'bytes', 1).rows[0].items).toEqual(['??']);
    expect(memoryView(at.context, 0n, 'ascii', 5).rows[0].items).toEqual(['??']);
    expect(memoryView(at.context, 0n, 'bytes', -1).rows).toEqual([]);
  });

  test('user addresses are those of the process', () => {
    const main = at.context.frames.findIndex((f) => f.place?.name.startsWith('app!main'));
    const context = withFrame(at.context, main);
    expect(rows(memoryView(context, evaluateNumber('in', context), 'bytes', 4))).toEqual(['61 62 63 00|abc.']);
    const idle = contextOf(at.k, { cpu: 1 - at.k.machine.currentCpu });
    if (idle.process !== at.context.process) {
      expect(memoryView(idle, evaluateNumber('in', context), 'bytes', 1).rows[0].items).toEqual(['??']);
    }
  });
});

describe('code', () => {
  test('a function with its source, statement by statement, where the frame stands', () => {
    const view = functionView(at.context, at.context.frames[0].ip);
    expect(view?.routine).toBe('lab!Control');
    expect(view?.instructions[0].text).toMatch(/^ENTER /);
    const current = view?.instructions.filter((i) => i.current);
    expect(current).toMatchObject([{ source: '/*HERE*/ count += i + 1;', statement: true, line: line('/*HERE*/') }]);
    expect(view?.instructions.some((i) => i.operand === 'Complete' && i.text.startsWith('CALL '))).toBe(true);
    expect(functionView(at.context, 0x1234)).toBeUndefined();
  });

  test('from any address; what cannot be read is no instruction', () => {
    const { ip } = at.context.frames[0];
    expect(
      disassemblyView(at.context, ip + 3, 2).instructions.map((i) => Number(BigInt.asIntN(64, BigInt(i.address))) - ip),
    ).toEqual([0, 8]);
    expect(disassemblyView(at.context, 0x1000, 2).instructions).toMatchObject([
      { text: '??', bytes: '' },
      { text: '??' },
    ]);
  });

  test('the source around a frame, and whole files', () => {
    const view = sourceView(at.context, 1);
    expect(view).toMatchObject({
      file: 'lab.c',
      line: line('/*HERE*/'),
      from: line('/*HERE*/') - 1,
      system: false,
      image: 'lab.sys',
    });
    expect(view?.lines[1].trim()).toBe('/*HERE*/ count += i + 1;');
    expect(view?.column).toBe((view?.lines[1].indexOf('count') ?? 0) + 1);
    expect(sourceText(at.context, 'lab.c')).toBe(DRIVER);
    expect(sourceText(at.context, 'ntddk.h')).toContain('#');
    expect(sourceText(at.context, 'none.c')).toBeUndefined();
  });
});

describe('dt', () => {
  const row = (f: FieldView) =>
    `+${f.offset.toString(16)} ${f.name}${f.bits ? `:${f.bits.width}` : ''} ${f.type}${f.value === undefined ? '' : ` = ${f.value}`}`;

  test('the layout alone, and with values', () => {
    expect(typeView(at.context, '_ENTRY')).toMatchObject({
      kind: 'struct',
      name: '_ENTRY',
      address: undefined,
      size: 40,
    });
    const view = typeView(at.context, 'e');
    expect(view.fields.map(row).slice(0, 7)).toEqual([
      '+0 Low:4 ULONG = 2',
      '+0 High:28 ULONG = 7',
      '+4 Speed _SPEED = Fast (4)',
      '+8 Name CHAR [8] = "thermo"',
      '+10 Whole ULONG64 = 0',
      '+10 Lo ULONG = 0',
      '+14 Hi ULONG = 0',
    ]);
  });

  test('members of members by path and by depth', () => {
    expect(typeView(at.context, '_IRP Tail.Overlay.Thread Irp').fields.map((f) => `${f.offset} ${f.name}`)).toEqual([
      '152 Tail.Overlay.Thread',
    ]);
    expect(
      typeView(at.context, '_ENTRY', 1)
        .fields.find((f) => f.name === 'Inner')
        ?.children.map(row),
    ).toEqual(['+0 Link _ENTRY *']);
    expect(typeView(at.context, '_ENTRY', 0).fields.find((f) => f.name === 'Inner')?.children).toEqual([]);
    expect(() => typeView(at.context, '_IRP Tail.Nope Irp')).toThrow(/no member 'Nope'/);
  });

  test('enums and plain types', () => {
    expect(typeView(at.context, '_SPEED')).toMatchObject({
      kind: 'enum',
      enumerators: [
        { name: 'Slow', value: 0 },
        { name: 'Fast', value: 4 },
      ],
    });
    expect(typeView(at.context, 'ULONG &e->Speed')).toMatchObject({ kind: 'other', value: '4', size: 4 });
    expect(typeView(at.context, '_ENTRY 0x10').fields[0].value).toBe('<cannot read 0x0000000000000010: not mapped>');
  });
});

test('views are frozen, and no view has changed a byte', () => {
  for (const view of [
    stackView(at.context),
    localsView(at.context),
    registersView(at.context),
    typeView(at.context, 'Irp'),
  ])
    expect(Object.isFrozen(view)).toBe(true);
  expect(at.k.machine.stateHash()).toBe(hash);
});

test('views of trashed memory say what they can and never fail otherwise', () => {
  const { machine } = at.k;
  const saved = machine.save();
  const random = seededRandom();
  const { bytes } = machine.memory;
  const threads = [undefined, Number(BigInt.asIntN(64, evaluateNumber('$thread', at.context)))];
  for (let round = 0; round < 12; round++) {
    const dense = at.context.view.translate(at.context.frames[0].sp) & ~4095;
    for (let i = 0; i < 400; i++) bytes[random() % machine.ramBytes] = random();
    // The stack and its neighbours most of all.
    for (let i = 0; i < 60; i++) bytes[dense + (random() % 4096)] = random();
    for (const thread of threads) {
      for (const cpu of [0, 1]) {
        lookAtAll(thread === undefined ? { cpu } : { thread });
      }
    }
    machine.restore(saved);
  }
});

function lookAtAll(focus: { cpu?: number; thread?: number }): void {
  const tried = (look: () => unknown) => {
    try {
      look();
    } catch (e) {
      if (!(e instanceof DebugError)) throw e;
    }
  };
  tried(() => {
    const context = contextOf(at.k, focus);
    stackView(context);
    for (let i = 0; i < context.frames.length; i++) {
      const inFrame = withFrame(context, i);
      localsView(inFrame, 2);
      registersView(inFrame);
      sourceView(inFrame);
    }
    functionView(context, context.frames[0]?.ip ?? 0);
    memoryView(context, BigInt(context.frames[0]?.sp ?? 0), 'pointers', 64);
    for (const text of ['Irp', '*$thread', '*$process', 'nt!KiProcessorBlock'])
      tried(() => watchView(context, text, 3));
    tried(() => typeView(context, '_ETHREAD $thread', 2));
  });
}

function seededRandom(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 4;
  };
}
