/**
 * The commands over a real session: a driver whose pool block is overrun long before the crash, paused here and there.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { finish } from '../base/task.ts';
import { LabSession } from '../lab-session.ts';
import { DEFAULT_CONFIG } from '../protocol/lab-api.ts';
import type { CommandResult } from './command.ts';
import { COMMANDS } from './table.ts';

const SOURCES = fileURLToPath(new URL('../cli/testdata/overrun/', import.meta.url));
const session = new LabSession();

function execute(line: string): readonly CommandResult[] {
  return finish(session.execute(line));
}

/** What the commands of a line say, mistakes with their column. */
function say(line: string): string {
  return execute(line)
    .map(({ text, error }) => (error ? `error ${(error.span?.start ?? -1) + 1}: ${error.text}` : text))
    .join('\n');
}

/** The place where a motion stopped: `Control+0x8 (driver.c:50)`. */
function place(line: string): string {
  const stop = execute(line).at(-1)?.stop;
  return stop ? `${stop.place.replace(/^.*!/, '')} ${stop.reason}` : say(line);
}

function source(name: string) {
  return { name, text: readFileSync(`${SOURCES}${name}`, 'utf8') };
}

beforeAll(() => {
  const report = session.build({
    ...DEFAULT_CONFIG,
    drivers: [{ name: 'Overrun', sources: [source('driver.c')] }],
    apps: [{ name: 'app.exe', sources: [source('app.c')] }],
  });
  expect(report.messages).toEqual([]);
  session.start();
});

beforeEach(() => {
  say('bc *; l+t; !goto start');
});

describe('motions', () => {
  test('forwards and back again end where they began', () => {
    expect(place('g Control')).toBe('Control+0x8 (driver.c:50) place');
    const { instant } = session.at;
    expect(place('p')).toBe('Control+0x18 (driver.c:51) step');
    expect(place('p')).toBe('Control+0x20 (driver.c:53) step');
    expect(place('p')).toBe('Control+0x58 (driver.c:55) step');
    expect(place('t')).toBe('SetName+0x10 (driver.c:43) step');
    expect(place('gu')).toMatch(/^Control\+0x\w+ \(driver\.c:5[56]\) step$/);
    expect(place('gu-; t- 9')).toMatch(/step|beginning/);
    say(`!goto ${instant}`);
    expect(say('p 3; p- 3')).toContain(`#${instant} `);
    expect(session.at.instant).toBe(instant);
  });

  test('step by instruction or line if told, once or from now on', () => {
    say('g Control');
    const { instant } = session.at;
    expect(place('t -i -a')).toMatch(/^IoGetCurrentIrpStackLocation\+0x8 \(.*\) step$/);
    expect(say('l-t; t- -a').split('\n')[0]).toBe('p and t step by instruction');
    expect(session.at.instant).toBe(instant);
    expect(place('l+l; p')).toBe('Control+0x18 (driver.c:51) step');
  });

  test('print what came up on the way, in order, also when it comes up again', () => {
    const printed = () => execute('g').flatMap((result) => result.printed ?? []);
    const all = [
      { kind: 'debug', text: 'Overrun: the name is set\n' },
      { kind: 'console', text: 'counted\n' },
    ];
    expect(printed()).toEqual(all);
    say('!goto start');
    expect(printed()).toEqual(all);
    expect(execute('g-')[0]?.printed).toBeUndefined();
  });

  test('go to events both ways', () => {
    expect(say('!next drv_load')).toContain('event: drv_load: \\Driver\\Overrun: DriverEntry → STATUS_SUCCESS');
    expect(say('!next irp_call "DEVICE_CONTROL"')).toContain('0x00222004');
    expect(say('!prev irp_call')).toContain('IRP_MJ_CREATE');
  });

  test('stop at calls and returns', () => {
    say('g Control; p 3');
    expect(place('pc')).toBe('Control+0x68 (driver.c:55) step');
    expect(place('pt')).toMatch(/^Control\+0x\w+ \(driver\.c:57\) step$/);
    expect(place('pc-')).toMatch(/^Control\+0x\w+ \(driver\.c:57\) step$/);
  });

  test('show any instant, by number, name, distance or branch', () => {
    expect(say('!goto 1000; !goto .+500; !goto .-1; !position')).toMatch(/#1499 of \d+ recorded/);
    expect(say('!goto 0:77')).toMatch(/^#77 /);
    say('g');
    expect(say('!goto start; !goto end')).toContain('the run is over');
    expect(say('!goto 99999999')).toMatch(/^error 0: instant 99999999 lies beyond the end of branch 0/);
    expect(say('!goto .-999999999')).toMatch(/^error 0: .* before boot/);
    expect(say('!goto -1')).toMatch(/^error 7: instants begin at 0, which is boot; back from here by 1: \.-1$/);
    expect(say('!goto last')).toMatch(/^error 7: nothing was asked about the past yet/);
  });
});

describe('breakpoints', () => {
  test('stop, forwards and backwards, where their condition holds and their hits count', () => {
    say('bp Control; bp driver.c:53 /w "Code == 0x222008" /p =3');
    expect(place('g')).toBe('Control+0x8 (driver.c:50) breakpoint');
    say('bc 1');
    const [id] = session.breakpoints.list().map((info) => info.id);
    expect(say('bl')).toBe(`${id} e Overrun!Control+0x20 (driver.c:53), if Code == 0x222008, at hit 3 alone`);
    const stop = say('g');
    expect(stop).toContain('Overrun!Control+0x20 (driver.c:53) | switch (Code) { | breakpoint');
    expect(say('?? g_Count')).toBe('ULONG 2');
    expect(say('g')).toContain('the run is over');
    expect(say('g-')).toBe(stop);
    expect(say('g-')).toContain('the beginning of history');
  });

  test('say things instead of stopping', () => {
    say('bp driver.c:43 /log "{Length} bytes at {i + 1}" /p =1');
    expect(say('g').split('\n')[0]).toMatch(/^log \d+ #\d+: 53 \(0x35\) bytes at 1$/);
  });

  test('stop at data and at events', () => {
    say('g driver.c:86; ba c4 &g_Count; bev irp_call "IRP_MJ_CREATE" /off; be *');
    expect(say('g')).toContain('irp_call');
    expect(say('g')).toMatch(/Control\+0x\w+ \(driver\.c:60\).*breakpoint \d+: .*g_Count/);
    expect(say('g; ?? g_Count').split('\n')[1]).toBe('ULONG 2');
    expect(say('sxe epr').split(' ').slice(1).join(' ')).toBe('e event user_exit');
  });

  test('are listed, disabled and taken away by number, range or all', () => {
    const ids = () => session.breakpoints.list().map(({ id, enabled }) => (enabled ? id : -id));
    const names = say('bm Overrun!C*')
      .split('\n')
      .map((line) => line.split(' ')[2]);
    expect(names).toEqual(['Overrun!Complete+0x8', 'Overrun!CreateClose+0x8', 'Overrun!Control+0x8']);
    const [a = 0, b = 0, c = 0] = ids();
    expect(say(`bd ${a}-${b}`)).toBe(`disabled: ${a}, ${b}`);
    expect(ids()).toEqual([-a, -b, c]);
    expect(say(`be ${b}; bc ${a} ${c}`)).toBe(`enabled: ${b}\ngone: ${a}, ${c}`);
    expect(ids()).toEqual([b]);
    expect(say('bc *; bl; bc *')).toBe(`gone: ${b}\nno breakpoints\nno breakpoints`);
  });
});

describe('what stands where', () => {
  beforeEach(() => {
    say('g SetName; p 2');
  });

  test('stack, frames and variables', () => {
    expect(say('kp 2')).toBe(
      [
        '> 0 Overrun!SetName+0x20 (driver.c:44) (Text = 0xFFFFE00000003F40 "a name that is longer than the block it is copied to", Length = 53 (0x35))',
        '  1 Overrun!Control+0x68 (driver.c:55) (DeviceObject = 0xFFFFE000000047B0, Irp = 0xFFFFE00000005890)',
      ].join('\n'),
    );
    expect(say('k')).toMatch(/-- system call \(trap frame .*\) --\n {3}-- user mode --\n.*ntdll!NtDeviceIoControlFile/);
    expect(say('dv /t i')).toBe('  ULONG i = 0');
    expect(say('p 2; dv').split('\n').at(-1)).toBe('* i = 1');
    expect(say('.frame 1')).toBe('> 1 Overrun!Control+0x68 (driver.c:55)');
    expect(say('dv /v C*')).toMatch(/^ {2}local {5}r3 {7}[0-9A-F]{16} Code = 2236420 \(0x222004\)$/);
    expect(say('?? Code')).toBe('ULONG 2236420 (0x222004)');
    expect(say('p; .frame')).toContain('> 0 Overrun!SetName');
  });

  test('other processors, threads and processes', () => {
    expect(say('~0s; k 1')).toMatch(/^> 0 nt!KiIdleLoop.*\n> 0 nt!KiIdleLoop/);
    expect(say('.thread 12')).toMatch(/^> 0 nt!KiWaitForObjects/);
    expect(say('.process 4')).toMatch(/^> 0 nt!/);
    expect(say('~1s')).toContain('Overrun!SetName');
    expect(say('r rip tid')).toMatch(/^rip {4}[0-9A-F]{16}\ntid {4}000000000000001C$/);
    expect(say('r')).toMatch(/^cpu 1, kernel mode, IRQL 0, interrupts on\nrip /);
    expect(say('!irql; !irql 0')).toBe('cpu 1: IRQL 0 (PASSIVE_LEVEL)\ncpu 0: IRQL 0 (PASSIVE_LEVEL)');
  });

  test('expressions, types and memory', () => {
    expect(say('? Control + 8')).toMatch(/^-\d+ = 0x[0-9A-F]{16} Overrun!Control\+0x8$/);
    expect(say('?? g_Config->Flags + 1')).toBe('unsigned long 1');
    expect(say('dt CONFIG')).toBe('_CONFIG (16 bytes)\n   +0x000 Sensor : _SENSOR *\n   +0x008 Flags  : ULONG');
    expect(say('dt g_Config')).toMatch(
      /^_CONFIG at 0x\w+ \(16 bytes\)\n.*Sensor : 0x\w+ Overrun!g_Sensor\n.*Flags {2}: 0$/,
    );
    expect(say('da Text')).toMatch(/^[0-9A-F]{16} {2}a name that is longer/);
    const dump = say('db Text L16');
    expect(dump).toMatch(/^[0-9A-F]{13}F40 {2}61 20 6E 61 .* {2}a name that is l$/);
    expect(say('db L8')).toMatch(/^[0-9A-F]{13}F50 {2}6F 6E 67 65 72 20 74 68 {2}onger th$/);
    expect(say(`dd ${dump.split(' ')[0]} L1`)).toMatch(/ {2}616E2061 /);
    for (const command of ['db -1', 'dd -5', 'u -1'])
      expect(say(command)).toMatch(/the address space ends \d bytes? behind 0xFFFFFFFFFFFFFFF/);
    expect(say('db 8000000000000000')).toContain('0x8000000000000000 is no canonical address');
    expect(say('db -1 L1')).toMatch(/^F{16} {2}\?\?/);
    expect(say('dS &DeviceName').split('\n')[0]).toBe('_UNICODE_STRING "\\\\Device\\\\Overrun"');
  });

  test('code and symbols', () => {
    expect(say('u L3')).toMatch(/^Overrun!SetName:\ndriver\.c:44: g_Name\[i\] = Text\[i\];\n> /);
    expect(say('lsa 1')).toBe(
      [
        'driver.c:',
        '  43      for (i = 0; i < Length; i++) {',
        '> 44          g_Name[i] = Text[i];',
        '  45      }',
      ].join('\n'),
    );
    expect(say('uf Complete').split('\n').at(-1)).toMatch(/RETV r1/);
    expect(say('x Overrun!g_*')).toMatch(/^[0-9A-F]{16} _SENSOR Overrun!g_Sensor \(driver\.c:21\)\n/);
    expect(say('ln Control+16')).toMatch(
      /^[0-9A-F]{16} Overrun!Control \(driver\.c:48\) \+ 0x10\n.*Overrun!Unload.* comes next$/,
    );
    expect(say('lm')).toMatch(/ntoskrnl\.exe[\s\S]*Overrun\.sys[\s\S]*app\.exe/);
  });

  test('objects of the kernel', () => {
    say('.frame 1');
    expect(say('!irp Irp')).toMatch(/^IRP 0x\w+ .*at stack location 1 of 1\n[\s\S]*IRP_MJ_DEVICE_CONTROL/);
    expect(say('!devobj DeviceObject')).toContain('\\Device\\Overrun');
    expect(say('!drvobj overrun')).toMatch(/^DRIVER 0x\w+ {2}\\Driver\\Overrun\n/);
    expect(say('!drvobj')).toContain('\\Driver\\Overrun');
    expect(say('!object \\Device')).toContain('Overrun');
    expect(say('!object DeviceObject')).toContain('Device');
    expect(say('!handle')).toContain('\\Device\\Overrun');
    expect(say('!process 0 0')).toContain('app.exe');
    expect(say('!thread')).toContain('Overrun!SetName');
    expect(say('!poolused Name')).toContain("Tag 'Name', 24 bytes in use");
    expect(say('!pool g_Name')).toContain("tag 'Name'");
    expect(say('!pte g_Name')).toContain('PML4E');
    expect(say('!address g_Name')).toContain('pool');
    expect(say('!ioctldecode Code')).toContain('METHOD_BUFFERED');
    expect(say('!running')).toContain('CPU 1');
    expect(say('!queues')).toContain('Timers');
    expect(say('!analyze -v')).toContain('has not stopped');
  });

  test('asking changes nothing', () => {
    const { at } = session;
    const hash = session.kernel.machine.stateHash();
    const asking = COMMANDS.filter(
      ({ group, name }) => group !== 'motion' && !['!input', '!knob', '!drop-branch', 'q'].includes(name),
    );
    for (const { name } of asking) {
      for (const argument of ['', 'g_Name', '&g_Count', '_IRP', '0']) {
        expect(() => execute(`${name} ${argument}`)).not.toThrow();
        expect({ name, argument, at: session.at }).toEqual({ name, argument, at });
      }
    }
    expect(session.kernel.machine.stateHash()).toBe(hash);
  });
});

describe('the past', () => {
  beforeEach(() => {
    say('g');
  });

  test('events', () => {
    expect(say('!events irp_call,bugcheck 2 back').split('\n')).toEqual([
      expect.stringMatching(
        /^#\d+ {2}cpu \d tid 28 {2}irp_call {7}\\Driver\\Overrun ← IRP_MJ_DEVICE_CONTROL 0x0022200C/,
      ),
      expect.stringMatching(/^#\d+ {2}cpu \d tid 28 {2}bugcheck {7}0x00000050/),
    ]);
    expect(say('!events dbg')).toBe('no such event recorded after this instant');
    expect(say('!goto start; !events dbg 1').split('\n')[1]).toContain('Overrun: the name is set');
  });

  test('who wrote, what changed, who called, what became of a block', () => {
    const write = say('!last-write &g_Config->Sensor 2 2').split('\n');
    expect(write).toHaveLength(2);
    expect(write[0]).toMatch(/^#\d+ cpu \d tid 28: Overrun!SetName\+0x50 \(driver\.c:44\): store of 1 byte: /);
    expect(say('!goto last')).toContain('Overrun!SetName+0x58 (driver.c:43)');
    expect(`#${session.at.instant} `).toBe(write[0]?.slice(0, write[0].indexOf(' ') + 1));
    say('g');
    expect(say('!history g_Count').split('\n').at(-1)).toMatch(
      /^#\d+ 20 \(0x14\) {2}Overrun!Control\+0x\w+ \(driver\.c:59\)$/,
    );
    expect(say('!calls SetName')).toMatch(
      /^#\d+ .*Overrun!SetName\(Text = .*, Length = 53 \(0x35\)\) from Overrun!Control.*, returned at #\d+$/,
    );
    expect(say('!pool-history g_Config')).toMatch(
      /Overrun!SetName\+0x50 \(driver\.c:44\).* wrote past the end of the block of 24 bytes/,
    );
  });
});

describe('the session', () => {
  test('comments, several commands, help', () => {
    expect(say('* nothing; at all')).toBe('');
    expect(say('.echo a; .echo "b;c"')).toBe('a\nb;c');
    expect(execute('.echo a; .frobnicate; .echo b')).toHaveLength(2);
    for (const { name, aliases = [], syntax, summary } of COMMANDS) {
      expect(say('.help')).toContain(` ${name}`);
      for (const known of [name, ...aliases]) expect(say(`.help ${known}`)).toContain(`${syntax}\n${summary}.`);
    }
    expect(say('.help events')).toContain('irp_call ');
  });

  test('every example of the help parses', () => {
    say('g Control; p 2');
    const unfit = /there is no (command|option)|does not take|needs a|is a whole number/;
    for (const { details } of COMMANDS) {
      const examples = details.split('Example: ')[1]?.split(/ {8}/) ?? [];
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        if (/^(!goto|!input|!knob|!drop-branch|q$)/.test(example)) continue;
        say('g Control; p 2');
        expect(`${example}: ${say(example)}`).not.toMatch(unfit);
        say('bc *; l+t; !goto start');
      }
    }
  });

  test('assertions', () => {
    say('g');
    expect(execute('.assert g_Count == 20; .echo on')).toHaveLength(2);
    expect(execute('.assert g_Count == 21; .echo on')).toMatchObject([
      { failed: true, text: 'assertion failed: g_Count == 21' },
    ]);
    expect(execute('.assert g_Cuont')).toMatchObject([{ failed: true }]);
    expect(execute('q; .echo on')).toMatchObject([{ quit: true }]);
  });

  test('input and knobs in the past begin a branch', () => {
    say('g; !goto 50000');
    expect(say('!knob nsPerInstruction 20')).toMatch(/^branch \d+ begins here$/);
    const { branch } = session.at;
    expect(say('!branches')).toContain(`*${branch} from #50000`);
    expect(say('!input "x\\n"')).toBe(`on branch ${branch}`);
    expect(say('g')).toContain(`#${branch}:`);
    expect(say(`!drop-branch ${branch}`)).toMatch(/is the one that is shown/);
    expect(say('!goto 0:1; !branches')).toMatch(/\*0 from boot/);
    expect(say(`!drop-branch ${branch}`)).toBe(`branch ${branch} is gone`);
    expect(say(`!goto ${branch}:50001`)).toMatch(`branch ${branch} was dropped`);
    expect(say('!branches')).not.toContain(`${branch} from #50000`);
  });
});

describe('completion', () => {
  const texts = (line: string) => session.complete(line, line.length).candidates.map(({ text }) => text);

  test.each([
    ['!irp-', ['!irp-history']],
    ['k; .ass', ['.assert']],
    ['bev irp_ca', ['irp_call']],
    ['bp Overrun!Con', ['Overrun!Control']],
    ['bp Contr', ['Control']],
    ['bp x /l', ['/log']],
    ['p -', ['-i', '-l', '-s', '-a', '-c']],
    ['?? g_Conf', ['g_Config']],
    ['?? a + @ri', ['@rip']],
    ['r ri', ['rip']],
    ['dt CONF', ['CONFIG']],
    ['frob x', []],
    ['.help !last-', ['!last-write']],
  ])('%j', (line, wanted) => {
    say('g Control');
    expect(texts(line)).toEqual(expect.arrayContaining(wanted));
    if (wanted.length === 0) expect(texts(line)).toEqual([]);
  });

  test('knows locals, and what it takes the place of', () => {
    say('g SetName');
    expect(texts('?? Len')).toEqual(['Length']);
    expect(session.complete('?? Lengthy', 6)).toMatchObject({ span: { start: 3, end: 6 } });
    expect(session.complete('', 0).candidates.length).toBeGreaterThan(50);
  });
});

describe('bad input', () => {
  const NAMES = COMMANDS.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const ARGUMENTS = [
    ...[
      '',
      'nosuch',
      '-q',
      '/q',
      '0',
      '-1',
      '99999999999999999999',
      '0xFFFFFFFFFFFFFFFF',
      '0x8000000000000000',
      '"',
      '"x',
    ],
    ...[
      '1 2 3 4',
      'a b c',
      '((((',
      '))))',
      '*',
      '`',
      "'",
      '\\',
      '$',
      '@',
      '@nosuch',
      'nosuch!nosuch',
      'nosuch.c:1',
      ':',
      ',',
    ],
  ];

  test.each(NAMES)('%s gives plain words', (name) => {
    for (const argument of ARGUMENTS) {
      const results = execute(`${name} ${argument}`);
      for (const { text, error } of results) {
        if (!error) continue;
        expect(error.text).not.toBe('');
        expect(`${text}${error.text}`).not.toMatch(/undefined|NaN|\[object|TypeError/);
      }
    }
  });

  test('whatever is typed, the session goes on', () => {
    const words = fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...ARGUMENTS), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), fc.nat(60), (line, cursor) => {
        const text = line.join(' ');
        execute(text);
        session.complete(text, cursor);
      }),
      { numRuns: 300 },
    );
  });
});
