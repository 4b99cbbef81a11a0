/** Answers about the past as text. Pure. */
import type {
  CallRecord,
  Calls,
  CodePlace,
  Deed,
  ExpressionHistory,
  IrpHistory,
  LastWrites,
  PoolBlock,
  PoolHistory,
  Suspect,
  WriteRecord,
} from '../protocol/questions.ts';

export function lastWritesText({ writes, origin, unmapped, length, address, physical }: LastWrites): string {
  const what = `${length} byte${length === 1 ? '' : 's'} at ${address ?? `physical ${physical}`}`;
  const gone = unmapped ? [`no page is there now: ${deedText(unmapped)}`] : [];
  const list = writes.map((write) => [writeText(write), ...details(write)].join('\n'));
  const none = writes.length === 0 ? [`nothing has written the ${what}`] : [];
  return [...gone, ...none, ...list, originText(origin)].filter((line) => line !== '').join('\n');
}

/** `#1234 cpu 0 tid 8: thermo!Control+0x8 (driver.c:41): store of 4 bytes: 00 00 00 00 -> 05 00 00 00` */
function writeText(write: WriteRecord): string {
  const change = write.same ? `the same ${bytesText(write.after)} again` : valueChange(write.before, write.after);
  return `${deedText(write)}: ${write.how}: ${change}`;
}

function valueChange(before: string, after: string): string {
  return `${bytesText(before)} -> ${bytesText(after)}`;
}

const SHOWN_BYTES = 16;

/** `0500` as `05 00`. */
function bytesText(hex: string): string {
  const bytes = hex.match(/[0-9a-fA-F]{2}/g) ?? [];
  const more = bytes.length > SHOWN_BYTES ? ` ... (${bytes.length} bytes)` : '';
  return `${bytes.slice(0, SHOWN_BYTES).join(' ')}${more}`;
}

function deedText({ instant, cpu, tid, place }: Deed): string {
  return `#${instant} cpu ${cpu} tid ${tid}: ${place.text}`;
}

/** Where in the learner's own code it came from, if that is another place. */
function details({ own, place }: { readonly own: CodePlace | undefined; readonly place: CodePlace }): string[] {
  return own && own.text !== place.text ? [`    for ${own.text}`] : [];
}

function originText(origin: LastWrites['origin']): string {
  switch (origin.kind) {
    case 'more':
      return '';
    case 'boot':
      return origin.text;
    case 'mapped':
      return `before #${origin.instant}: ${origin.text}`;
  }
}

export function historyText({ expression, from, to, changes, truncated, frame }: ExpressionHistory): string {
  const scope = frame ? `, in the frame entered at #${frame.entered}` : '';
  const left = frame?.left === undefined ? [] : [`#${frame.left}: the frame is left`];
  return [
    `${expression} from #${from} to #${to}${scope}:`,
    ...(truncated ? ['... older changes are left out'] : []),
    ...changes.map(({ instant, by, value }) => {
      const deed = by
        ? `  ${by.place.text}${by.own && by.own.text !== by.place.text ? ` for ${by.own.text}` : ''}`
        : '';
      return `#${instant} ${value}${deed}`;
    }),
    ...left,
  ].join('\n');
}

export function callsText({ routine, calls, truncated }: Calls): string {
  if (calls.length === 0) return `${routine} was not called`;
  return [...calls.map(callText), ...(truncated ? ['... later calls are left out'] : [])].join('\n');
}

function callText({ instant, cpu, tid, routine, args, caller, returned }: CallRecord): string {
  const list = args.map(({ name, value }) => `${name} = ${value}`).join(', ');
  const from = caller ? ` from ${caller.text}` : '';
  const value = returned && returned.value !== '' ? ` ${returned.value}` : '';
  const result = returned ? `, returned${value} at #${returned.instant}` : ', not returned';
  return `#${instant} cpu ${cpu} tid ${tid}: ${routine}(${list})${from}${result}`;
}

export function poolHistoryText({ address, block, offset, text }: PoolHistory): string {
  return [
    block ? `${address}: byte ${offset} of ${blockText(block)}` : `${address} was in no pool block`,
    ...text,
  ].join('\n');
}

function blockText({ address, bytes, tag, pool, state }: PoolBlock): string {
  return `the ${state} block ${address}, ${bytes} bytes, tag '${tag}', ${pool}`;
}

export function irpHistoryText({ irp, events, state }: IrpHistory): string {
  if (state === 'never') return `there never was an IRP at ${irp}`;
  return [
    `IRP ${irp}: ${state}`,
    ...events.map((event) => `${deedText(event)}: ${event.event}${event.text === '' ? '' : `: ${event.text}`}`),
  ].join('\n');
}

/** What in the past led to the end of a run, likeliest first; nothing if there is nothing to say. */
export function suspectLines(suspects: readonly Suspect[]): string[] {
  if (suspects.length === 0) return [];
  return ['', 'WHAT LED TO IT', ...suspects.map(({ instant, text }) => `  #${instant}  ${text}`)];
}
