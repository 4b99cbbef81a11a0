/**
 * What comes in as a message may be anything: here it is checked for the shape that the protocol promises, before anybody acts on it. Whether a
 * well-formed ask can be answered (a branch that is there, an expression that parses) is for those who answer.
 */
import type { AskKind, LabMessage } from './protocol/messages.ts';

/** What is wrong with a value, in plain words that begin with its name; undefined: nothing. */
type Check = (value: unknown, name: string) => string | undefined;
type Fields = Readonly<Record<string, Check>>;

export type CheckedMessage =
  | { readonly message: LabMessage }
  | { readonly id: number | undefined; readonly problem: string };

/** A message, or why it is none and whom to tell. */
export function checkMessage(data: unknown): CheckedMessage {
  const { kind, id, ask } = isRecord(data) ? data : {};
  if (typeof id !== 'number' || !Number.isSafeInteger(id))
    return { id: undefined, problem: 'a message without a number' };
  if (kind === 'cancel') return { message: { kind, id } };
  if (kind !== 'ask') return { id, problem: `there are no messages of the kind ${shown(kind)}: only ask and cancel` };
  const problem = askProblem(ask);
  return problem === undefined ? { message: data as LabMessage } : { id, problem };
}

function askProblem(ask: unknown): string | undefined {
  if (!isRecord(ask)) return `${shown(ask)} is nothing that can be asked`;
  const { kind } = ask;
  if (typeof kind !== 'string' || !Object.hasOwn(ASKS, kind)) return `nothing can be asked by the name ${shown(kind)}`;
  return fieldsProblem(ASKS[kind as AskKind], ask, kind);
}

// ------------------------------------------------------------------ values

const text: Check = (value, name) => (typeof value === 'string' ? undefined : `${name} is ${shown(value)}, not a text`);
const flag: Check = (value, name) =>
  typeof value === 'boolean' ? undefined : `${name} is ${shown(value)}, not true or false`;
const number: Check = (value, name) =>
  typeof value === 'number' && !Number.isNaN(value) ? undefined : `${name} is ${shown(value)}, not a number`;
const whole: Check = (value, name) =>
  Number.isSafeInteger(value) ? undefined : `${name} is ${shown(value)}, not a whole number`;
const natural: Check = (value, name) =>
  whole(value, name) ?? ((value as number) < 0 ? `${name} is ${value}: it cannot be below 0` : undefined);
/** An instant, or Infinity for whatever there is. */
const bound: Check = (value, name) => (value === Number.POSITIVE_INFINITY ? undefined : whole(value, name));
const plain: Check = (value, name) => (isRecord(value) ? undefined : `${name} is ${shown(value)}, not a record`);

function record(fields: Fields): Check {
  return (value, name) => plain(value, name) ?? fieldsProblem(fields, value as Record<string, unknown>, name);
}

function optional(check: Check): Check {
  return (value, name) => (value === undefined ? undefined : check(value, name));
}

function list(check: Check): Check {
  return (value, name) => {
    if (!Array.isArray(value)) return `${name} is ${shown(value)}, not a list`;
    for (const [i, entry] of value.entries()) {
      const problem = check(entry, `${name}[${i}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

function oneOf(...words: readonly string[]): Check {
  return (value, name) =>
    words.includes(value as string) ? undefined : `${name} is ${shown(value)}: it can be ${words.join(', ')}`;
}

/** Records that their kind tells apart. */
function kinds(cases: Readonly<Record<string, Fields>>): Check {
  return (value, name) => {
    const fields = record({ kind: oneOf(...Object.keys(cases)) })(value, name);
    return fields ?? record(cases[(value as { kind: string }).kind])(value, name);
  };
}

function fieldsProblem(fields: Fields, value: Readonly<Record<string, unknown>>, name: string): string | undefined {
  for (const [field, check] of Object.entries(fields)) {
    const problem = check(value[field], `${name}.${field}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a record' : String(value);
}

// ------------------------------------------------------------------ shapes

const at = record({ branch: whole, instant: whole });
const sources = list(record({ name: text, text }));
const parts = list(record({ name: text, sources }));
const request = record({
  drivers: parts,
  apps: parts,
  images: optional(parts),
  parallel: optional(flag),
  args: optional(list(text)),
  headers: optional(plain),
  defines: optional(list(text)),
  dialect: optional(oneOf('windows', 'plain', 'gnu')),
  cpus: optional(natural),
  seed: optional(natural),
  ramBytes: optional(natural),
  stackBytes: optional(natural),
  debugger: optional(flag),
  limitNs: optional(number),
  limitInstructions: optional(number),
  stdin: optional(text),
  interactive: optional(flag),
});
const run = { run: whole, request, until: oneOf('end', 'boot') };

const place = { line: { file: text, line: whole }, routine: { name: text }, address: { address: text } };
/** What a view wants beside its kind, the view itself says. */
const viewList = list(record({ kind: text }));
const follow = kinds({ thread: { tid: optional(whole) }, cpu: { cpu: optional(whole) } });
const motion = kinds({
  step: {
    unit: oneOf('instruction', 'statement', 'line'),
    how: oneOf('into', 'over', 'out'),
    everything: optional(flag),
    count: optional(whole),
  },
  call: {},
  return: {},
  run: {},
  event: { events: list(text), match: optional(text) },
  place: { place: kinds(place) },
  change: { views: viewList },
});
const where = kinds({
  ...place,
  event: { event: text, match: optional(text) },
  data: { address: text, length: whole, access: oneOf('read', 'write', 'access', 'change'), physical: optional(flag) },
});
const spec = record({
  where,
  condition: optional(text),
  hits: optional(record({ kind: oneOf('equal', 'multiple', 'from'), count: whole })),
  log: optional(text),
  tid: optional(whole),
  cpu: optional(whole),
  enabled: optional(flag),
});
/** Breakpoints are numbered one by one; a number that nobody reaches is none. */
const breakpointId: Check = (value, name) =>
  natural(value, name) ??
  ((value as number) > 100_000 ? `${name} is ${value}: no breakpoint has such a number` : undefined);
const breakpoints = list(record({ id: breakpointId, spec, enabled: flag }));
const check = record({
  ...{ id: text, title: text, rules: list(text) },
  after: optional(list(text)),
  help: optional(text),
});
const range = { branch: optional(whole), from: bound, to: bound, kinds: optional(list(text)) };

const ASKS: Readonly<Record<AskKind, Fields>> = {
  run,
  recover: { ...run, saved: record({ log: plain, breakpoints, at, goesOn: flag }) },
  stop: {},
  pause: {},
  move: { request: record({ motion, direction: oneOf('forward', 'back'), follow: optional(follow) }) },
  seek: { at },
  input: { text },
  knob: { knob: record({ name: text, value: number }) },
  'add-breakpoint': { spec },
  'remove-breakpoint': { breakpoint: whole },
  'enable-breakpoint': { breakpoint: whole, enabled: flag },
  'set-breakpoints': { specs: list(spec) },
  command: { line: text },
  'watch-views': { views: viewList },
  'drop-branch': { branch: whole },
  views: { at: optional(at), views: viewList },
  events: { ...range, limit: optional(natural), backward: optional(flag) },
  'trace-rows': { window: record({ preset: oneOf('story', 'all'), filter: text, from: natural, count: natural }) },
  'trace-place': { preset: oneOf('story', 'all'), filter: text, instant: natural },
  'trace-columns': range,
  output: { at: optional(at) },
  situation: { at: optional(at) },
  lanes: { branch: optional(whole), from: bound, to: bound, pieces: optional(natural) },
  stretch: { branch: optional(whole), from: natural, to: natural },
  'lines-run': { file: text, branch: optional(whole) },
  'source-files': {},
  'source-text': { file: text, image: optional(text) },
  judge: { request, checks: list(check), values: list(text), seeds: list(natural) },
  'last-writes': {
    request: record({
      ...{ at, length: natural, address: optional(text), process: optional(text), physical: optional(natural) },
      count: optional(natural),
    }),
  },
  'expression-history': {
    request: record({
      ...{ at, expression: text, thread: optional(text), frame: optional(natural) },
      ...{ from: optional(whole), to: optional(whole), limit: optional(natural) },
    }),
  },
  'pool-history': { request: record({ address: text, at }) },
  calls: {
    request: record({ routine: text, at, from: optional(whole), to: optional(whole), limit: optional(natural) }),
  },
  'irp-history': { request: record({ irp: text, at }) },
  'breakpoint-hits': { branch: optional(whole) },
  suspects: { at },
  completion: { line: text, cursor: natural },
  branches: {},
  breakpoints: {},
  position: {},
  saved: {},
  stats: {},
  'state-hash': { at: optional(at) },
};
