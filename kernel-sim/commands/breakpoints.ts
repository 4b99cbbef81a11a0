/** Commands that set, list and take away breakpoints. */
import { parse } from '../debugger/expression.ts';
import type { BreakpointInfo, BreakpointSpec, BreakpointWhere } from '../protocol/time.ts';
import type { Answer, Call, Command } from './command.ts';
import { blaming, pointing, routinesMatching } from './evaluate.ts';
import { eventIn } from './events.ts';
import type { CommandHost } from './host.ts';
import { type Input, numberOf, type Piece, textOf } from './input.ts';
import { placeIn } from './places.ts';

const OPTIONS = {
  '/w "CONDITION"': 'only where this C expression, in the scope of the place, is not 0',
  '/log "TEXT"': 'does not stop: says TEXT, with {EXPRESSION} replaced by its value',
  '/p N | =N | %N': 'only from the Nth hit on; only at the Nth; at every Nth (hits count from boot)',
  '/t TID': 'only in this thread',
  '/c CPU': 'only on this processor',
  '/off': 'is set but disabled',
} as const;

const OPTIONS_SYNTAX = '[/w "CONDITION"] [/log "TEXT"] [/p [=|%]N] [/t TID] [/c CPU] [/off]';
const IS_OPTION = /^\/[a-z]+$/i;
const MAX_ID = 1_000_000;
const MAX_MATCHES = 200;

const BP: Command = {
  name: 'bp',
  aliases: ['bu'],
  group: 'stops',
  syntax: `bp PLACE [PASSES] ["CONDITION"] ${OPTIONS_SYNTAX}`,
  summary: 'Sets a breakpoint at a routine, a line or an address',
  details:
    'PLACE: a routine (DispatchControl, thermo!DispatchControl), file:line, or an expression for an address. In a driver that is not loaded yet the\n' +
    'breakpoint waits for it. Backwards it stops at the same instants. A condition knows a local from the line that declares it on.\n' +
    'Example: bp thermo!Control /w "Irp->Cancel"        bp driver.c:41 3 "Code == 0x222000"        bp driver.c:41 /log "code {Code}"',
  completes: ['place'],
  options: OPTIONS,
  run: ({ input, host }) => {
    const before = input.until(IS_OPTION, true);
    if (before.text === '') throw input.mistake('bp needs a place: a routine, file:line or an address');
    const { place, passes } = placeAndPasses(before);
    return add(host, place, { where: placeIn(host, place), ...passes, ...optionsIn(input) });
  },
};

const BA: Command = {
  name: 'ba',
  group: 'stops',
  syntax: `ba r|ro|w|c|e SIZE ADDRESS [/phys] ${OPTIONS_SYNTAX}`,
  summary: 'Sets a breakpoint on data: where bytes are read, written or changed',
  details:
    'r: read or written, ro: only read, w: written, c: written with another value, e: executed. ADDRESS is an expression that is evaluated now; it\n' +
    'means the address space that is current now. It stops right after the access.\n' +
    'Example: ba w 4 &g_Count        ba c4 Extension+0x10 /w "g_Count > 3"        ba w 8 0x1FF000 /phys',
  completes: ['expression'],
  options: { ...OPTIONS, '/phys': 'ADDRESS is a physical one' },
  run: ({ input, host }) => {
    const { access, length } = accessIn(input);
    const address = input.until(IS_OPTION, true);
    if (address.text === '') throw input.mistake('ba needs the address of the data, for example &g_Count');
    const physical = input.take(/^\/phys$/) !== undefined;
    if (access === 'execute') return add(host, address, { where: placeIn(host, address), ...optionsIn(input) });
    const where: BreakpointWhere = {
      kind: 'data',
      address: address.text,
      length,
      access,
      ...(physical && { physical }),
    };
    return add(host, address, { where, ...optionsIn(input) });
  },
};

const BM: Command = {
  name: 'bm',
  group: 'stops',
  syntax: `bm [MODULE!]PATTERN ${OPTIONS_SYNTAX}`,
  summary: 'Sets a breakpoint at every routine whose name matches',
  details:
    'In PATTERN * stands for any characters and ? for one. Without MODULE only your own code counts.\nExample: bm thermo!Dispatch*',
  completes: ['place'],
  options: OPTIONS,
  run: ({ input, host }) => {
    const pattern = input.needWord('a pattern of routine names');
    const options = optionsIn(input);
    const names = routinesMatching(host, pattern.text);
    if (names.length === 0) throw input.mistake(`no routine matches ${pattern.text}; x lists what there is`, pattern);
    if (names.length > MAX_MATCHES) {
      throw input.mistake(
        `${names.length} routines match ${pattern.text}, ${MAX_MATCHES} are allowed at once`,
        pattern,
      );
    }
    const infos = names.map((name) => host.breakpoints.add({ where: { kind: 'routine', name }, ...options }));
    return { text: infos.map(breakpointLine).join('\n'), records: infos };
  },
};

const BEV: Command = {
  name: 'bev',
  group: 'stops',
  syntax: `bev EVENT ["TEXT"] ${OPTIONS_SYNTAX}`,
  summary: 'Sets a breakpoint on an event of the machine',
  details:
    'Stops right after each event of this kind in whose line of words TEXT is found. `.help events` lists the kinds.\n' +
    'Example: bev irp_call "IRP_MJ_CREATE"        bev bugcheck        bev pool_free /log "freed"',
  completes: ['event'],
  options: OPTIONS,
  run: ({ input, host }) => {
    const word = input.needWord('the kind of event');
    const event = eventIn(word);
    const text = input.until(IS_OPTION);
    const match = text.text === '' ? undefined : textOf(text);
    return add(host, word, {
      where: { kind: 'event', event, ...(match !== undefined && { match }) },
      ...optionsIn(input),
    });
  },
};

/** WinDbg's codes for what its `sxe` stops at. */
const EXCEPTION_CODES: Readonly<Record<string, string>> = {
  ld: 'drv_load',
  ud: 'drv_unload',
  cpr: 'process_create',
  epr: 'user_exit',
  ct: 'thread_create',
  et: 'thread_exit',
  out: 'dbg',
  eh: 'exception',
  av: 'fault',
};

const CODE_WORDS = Object.entries(EXCEPTION_CODES)
  .map(([code, event]) => `${code} is bev ${event}`)
  .join(', ');

const SXE: Command = {
  name: 'sxe',
  group: 'stops',
  syntax: 'sxe ld|ud|cpr|epr|ct|et|out|eh|av[:TEXT]',
  summary: "Sets an event breakpoint by WinDbg's code for it",
  details: `${CODE_WORDS}.\nExample: sxe ld:thermo`,
  run: ({ input, host }) => {
    const word = input.needWord('a code');
    input.done();
    const [code = '', match] = word.text.split(/:(.*)/s, 2);
    const event = Object.hasOwn(EXCEPTION_CODES, code) ? EXCEPTION_CODES[code] : undefined;
    if (event === undefined) {
      throw input.mistake(
        `sxe knows ${Object.keys(EXCEPTION_CODES).join(', ')}, not '${code}'; bev takes every event`,
        word,
      );
    }
    return add(host, word, { where: { kind: 'event', event, ...(match && { match }) } });
  },
};

const BL: Command = {
  name: 'bl',
  group: 'stops',
  syntax: 'bl',
  summary: 'Lists the breakpoints',
  details: 'Number, e(nabled) or d(isabled), where it stands, and what it asks for.\nExample: bl',
  run: ({ input, host }) => {
    input.done();
    const infos = host.breakpoints.list();
    return { text: infos.length === 0 ? 'no breakpoints' : infos.map(breakpointLine).join('\n'), records: infos };
  },
};

const EACH: readonly Command[] = [
  each('bc', 'Takes breakpoints away', 'gone', (host, id) => void host.breakpoints.remove(id)),
  each('bd', 'Disables breakpoints', 'disabled', (host, id) => void host.breakpoints.enable(id, false)),
  each('be', 'Enables breakpoints', 'enabled', (host, id) => void host.breakpoints.enable(id, true)),
];

export const BREAKPOINT_COMMANDS: readonly Command[] = [BP, BA, BM, BEV, SXE, BL, ...EACH];

function each(name: string, summary: string, done: string, act: (host: CommandHost, id: number) => void): Command {
  return {
    name,
    group: 'stops',
    syntax: `${name} NUMBER... | FIRST-LAST | *`,
    summary,
    details: `Example: ${name} 1 3        ${name} 2-4        ${name} *`,
    completes: ['breakpoint'],
    run: ({ input, host }) => {
      const ids = idsIn(input, host);
      for (const id of ids) act(host, id);
      return { text: ids.length === 0 ? 'no breakpoints' : `${done}: ${ids.join(', ')}` };
    },
  };
}

function idsIn(input: Call['input'], host: CommandHost): number[] {
  const known = host.breakpoints.list().map(({ id }) => id);
  const ids = new Set<number>();
  for (let word = input.needWord('the number of a breakpoint, or *'); ; ) {
    const range = /^(\d+)-(\d+)$/.exec(word.text);
    const found = range
      ? known.filter((id) => id >= Number(range[1]) && id <= Number(range[2]))
      : known.filter((id) => word.text === '*' || id === numberOf(word, 'the number of a breakpoint', 0, MAX_ID));
    if (found.length === 0 && word.text !== '*') {
      if (!range) numberOf(word, 'the number of a breakpoint', 0, MAX_ID);
      throw input.mistake(`there is no breakpoint ${word.text}; there are: ${known.join(', ') || 'none'}`, word);
    }
    for (const id of found) ids.add(id);
    const next = input.word();
    if (!next) return [...ids];
    word = next;
  }
}

/** `place`: what is wrong if it cannot be set. */
function add(host: CommandHost, place: Piece, spec: BreakpointSpec): Answer {
  const info = blaming(place, () => host.breakpoints.add(spec));
  return { text: breakpointLine(info), records: [info] };
}

/** `1 e thermo!Control+0x8 (driver.c:41), if Code == 3` */
export function breakpointLine({ id, spec, enabled, resolved }: BreakpointInfo): string {
  const { where, condition, hits, log, tid, cpu } = spec;
  const parts = [
    whereText(where, resolved),
    ...(condition === undefined ? [] : [`if ${condition}`]),
    ...(hits ? [HIT_TEXTS[hits.kind](hits.count)] : []),
    ...(tid === undefined ? [] : [`in thread ${tid}`]),
    ...(cpu === undefined ? [] : [`on cpu ${cpu}`]),
    ...(log === undefined ? [] : [`says "${log}"`]),
  ];
  return `${id} ${enabled ? 'e' : 'd'} ${parts.join(', ')}`;
}

const HIT_TEXTS = {
  equal: (n: number) => `at hit ${n} alone`,
  multiple: (n: number) => `at every ${n}th hit`,
  from: (n: number) => `from hit ${n} on`,
} as const;

/** Of data also what was written for its address. */
function whereText(where: BreakpointWhere, resolved: string): string {
  return where.kind === 'data' ? `${resolved} (${where.address})` : resolved;
}

function optionsIn(input: Input): Partial<BreakpointSpec> {
  let spec: Partial<BreakpointSpec> = {};
  while (!input.isEmpty) {
    const word = input.needWord('an option');
    if (word.text.startsWith('"')) spec = { ...spec, condition: conditionIn(word) };
    else spec = { ...spec, ...optionIn(input, word) };
  }
  return spec;
}

function optionIn(input: Input, word: Piece): Partial<BreakpointSpec> {
  switch (word.text) {
    case '/w':
      return { condition: conditionIn(input.needWord('a condition in quotes behind /w')) };
    case '/log':
      return { log: textOf(input.needWord('a text in quotes behind /log')) };
    case '/p':
      return { hits: hitsIn(input.needWord('a number behind /p')) };
    case '/t':
      return { tid: numberOf(input.needWord('a thread id behind /t'), 'a thread id', 0, 0xffffffff) };
    case '/c':
      return { cpu: numberOf(input.needWord('a processor behind /c'), 'a processor', 0, 7) };
    case '/off':
      return { enabled: false };
    default:
      throw input.mistake(`there is no option ${word.text} here; there are: ${Object.keys(OPTIONS).join(', ')}`, word);
  }
}

/** What it names is looked for where it is evaluated. */
function conditionIn(piece: Piece): string {
  const text = textOf(piece);
  const inner = /^"/.test(piece.text) ? { text, start: piece.start + 1, end: piece.end - 1 } : piece;
  pointing(inner, () => parse(text));
  return text;
}

function hitsIn(piece: Piece): NonNullable<BreakpointSpec['hits']> {
  const sign = /^[=%]/.exec(piece.text)?.[0];
  const count = numberOf({ ...piece, text: piece.text.slice(sign ? 1 : 0) }, 'a number of hits', 1, 1e9);
  return { kind: sign === '=' ? 'equal' : sign === '%' ? 'multiple' : 'from', count };
}

/** WinDbg's `bp PLACE PASSES`. */
function placeAndPasses(piece: Piece): { place: Piece; passes: Partial<BreakpointSpec> } {
  const parts = /^(\S+)(\s+)(\d+|0x[0-9a-f]+)$/i.exec(piece.text);
  if (!parts) return { place: piece, passes: {} };
  const [, text = '', blanks = '', digits = ''] = parts;
  const end = piece.start + text.length;
  const count = { text: digits, start: end + blanks.length, end: piece.end };
  return { place: { text, start: piece.start, end }, passes: { hits: hitsIn(count) } };
}

type Access = Extract<BreakpointWhere, { kind: 'data' }>['access'] | 'execute';

const ACCESSES: Readonly<Record<string, Access>> = { r: 'access', ro: 'read', w: 'write', c: 'change', e: 'execute' };

/** `w 4` and `w4`. */
function accessIn(input: Input): { access: Access; length: number } {
  const word = input.needWord('the kind of access: r, ro, w, c or e');
  const [, letters = '', digits = ''] = /^([a-z]*)(.*)$/i.exec(word.text) ?? [];
  const access = Object.hasOwn(ACCESSES, letters) ? ACCESSES[letters] : undefined;
  if (!access) throw input.mistake(`'${word.text}' is no kind of access; there are: r, ro, w, c, e`, word);
  const size = digits === '' ? input.needWord('the number of bytes') : { ...word, text: digits };
  return { access, length: numberOf(size, 'the number of bytes', 1, 0x10000) };
}
