/** Commands that ask about the past: events, who wrote, how a value changed, what became of a block, an IRP, a routine. */
import { mapTask } from '../base/task.ts';
import { callsOf } from '../debugger/questions/calls.ts';
import { historyOf } from '../debugger/questions/history.ts';
import { irpHistory } from '../debugger/questions/irp-history.ts';
import { lastWrites } from '../debugger/questions/last-writes.ts';
import { poolHistory } from '../debugger/questions/pool-history.ts';
import { suspects } from '../debugger/questions/suspects.ts';
import type { TraceQuery } from '../timeline/trace-store.ts';
import type { EventName } from '../trace/schema.ts';
import { isProblem } from '../views/look.ts';
import { viewOf } from '../views/table.ts';
import { viewText } from '../views/text/table.ts';
import type { Command, Memory } from './command.ts';
import { contextIn } from './context.ts';
import { addressOf, addressText, blaming, pointeeSize, pointing } from './evaluate.ts';
import { eventLines, eventsIn } from './events.ts';
import type { CommandHost } from './host.ts';
import { numberOf } from './input.ts';
import { callsText, historyText, irpHistoryText, lastWritesText, poolHistoryText, suspectLines } from './past-text.ts';

const MAX_LENGTH = 0x10000;
const MAX_COUNT = 10_000;
const EVENTS_SHOWN = 20;

const EVENTS: Command = {
  name: '!events',
  group: 'past',
  syntax: '!events [KIND[,KIND...]] [COUNT] [back]',
  summary: 'Lists the next events of the machine from this instant on, or the last ones before it (back)',
  details:
    'Only what was recorded is listed: going on records more. A family goes by its common beginning: irp is every irp_... event. Without a\n' +
    'KIND: all. 20 if there is no COUNT. `.help events` lists the kinds.\nExample: !events irp        !events syscall_enter 5 back',
  completes: ['event'],
  run: ({ input, host, memory }) => {
    const word = input.take(/^(?!back$)[a-z]/i);
    const kinds = word && eventsIn(word);
    const limit = input.count('the number of events', MAX_COUNT) ?? EVENTS_SHOWN;
    const backward = input.take(/^back$/i) !== undefined;
    input.done();
    return mapTask(host.events(range(host, kinds, limit, backward)), (found) => {
      const events = backward ? [...found].reverse() : found;
      const where = backward ? 'before' : 'recorded after';
      remember(
        memory,
        host,
        events.map(({ instant }) => instant + 1),
      );
      return {
        text: events.length === 0 ? `no such event ${where} this instant` : eventLines(host.kernel, events),
        records: events,
      };
    });
  },
};

const ANALYZE: Command = {
  name: '!analyze',
  group: 'past',
  syntax: '!analyze [-v]',
  summary: 'Explains why the machine stopped: what, where, why, and what in the past led to it',
  details:
    'What led to it is found by going back through history; `!goto last` goes to the first instant it names. `!pool-history`, `!last-write`\n' +
    'and `!history` go on from there.\nExample: !analyze -v',
  run: ({ input, host, memory }) => {
    input.take(/^-v$/);
    input.done();
    const { at } = host;
    const end = viewOf(host.kernel, { kind: 'end' });
    const text = viewText('end', end);
    if (isProblem(end)) return { text, records: end };
    return mapTask(
      host.ask((timeline, cursor) => suspects(timeline, cursor, at)),
      ({ suspects: found }) => {
        if (found.length > 0) remember(memory, host, [found[0].instant]);
        return { text: [text, ...suspectLines(found)].join('\n'), records: { end, suspects: found } };
      },
    );
  },
};

const LAST_WRITE: Command = {
  name: '!last-write',
  aliases: ['!lastwrite'],
  group: 'past',
  syntax: '!last-write ADDRESS [LENGTH] [COUNT]',
  summary: 'Tells who wrote these bytes last, and before that',
  details:
    'ADDRESS is an expression without blanks, or in brackets; LENGTH may be left out if its type tells it (&g_Count). Each answer begins with the\n' +
    'instant right after a write; `!goto last` shows that of the newest.\n' +
    'Example: !last-write &g_Count        !last-write (Irp->UserIosb) 16 3',
  completes: ['expression'],
  run: ({ input, host, memory }) => {
    const piece = input.expression('an address');
    const address = addressOf(host, piece);
    const given = input.word();
    const length = given ? numberOf(given, 'a length', 1, MAX_LENGTH) : pointeeSize(host, piece);
    if (length === 0) {
      throw input.mistake(`the type of ${piece.text} does not tell how many bytes are meant: give their number`, piece);
    }
    const count = input.count('the number of writes', MAX_COUNT) ?? 1;
    input.done();
    const { process } = contextIn(host);
    const space = process === 0 ? {} : { process: addressText(process) };
    const request = { address, length, count, at: host.at, ...space };
    return mapTask(
      host.ask((timeline, cursor) => lastWrites(timeline, cursor, request)),
      (answer) => {
        remember(
          memory,
          host,
          answer.writes.map(({ instant }) => instant),
        );
        return { text: lastWritesText(answer), records: answer };
      },
    );
  },
};

const HISTORY: Command = {
  name: '!history',
  group: 'past',
  syntax: '!history EXPRESSION',
  summary: 'Tells when an expression changed, up to this instant, and by whom',
  details:
    'Names count in the chosen frame (`.frame`). `!goto last` shows the newest change.\n' +
    'Example: !history g_Count        !history Irp->IoStatus.Status',
  completes: ['expression'],
  run: ({ input, host, memory }) => {
    const expression = input.needRest('an expression');
    const { thread, frame } = contextIn(host);
    const scope = thread === 0 ? {} : { thread: addressText(thread), frame };
    const request = { expression: expression.text, at: host.at, ...scope };
    const task = pointing(expression, () => host.ask((timeline, cursor) => historyOf(timeline, cursor, request)));
    return mapTask(task, (answer) => {
      remember(memory, host, answer.changes.map(({ instant }) => instant).reverse());
      return { text: historyText(answer), records: answer };
    });
  },
};

const CALLS: Command = {
  name: '!calls',
  group: 'past',
  syntax: '!calls ROUTINE [COUNT]',
  summary: 'Lists the calls of a routine up to this instant, with arguments and results',
  details: 'Example: !calls thermo!DispatchControl        !calls IofCallDriver 10',
  completes: ['place'],
  run: ({ input, host, memory }) => {
    const routine = input.needWord('a routine');
    const limit = input.count('the number of calls', MAX_COUNT);
    input.done();
    const request = { routine: routine.text, at: host.at, ...(limit !== undefined && { limit }) };
    const task = blaming(routine, () => host.ask((timeline, cursor) => callsOf(timeline, cursor, request)));
    return mapTask(task, (answer) => {
      remember(memory, host, answer.calls.map(({ instant }) => instant).reverse());
      return { text: callsText(answer), records: answer };
    });
  },
};

const POOL_HISTORY: Command = {
  name: '!pool-history',
  group: 'past',
  syntax: '!pool-history ADDRESS',
  summary: 'Tells when the pool block at an address was allocated and freed, and who wrote beyond its bounds',
  details: 'Example: !pool-history Extension->Buffer',
  completes: ['expression'],
  run: ({ input, host, memory }) => {
    const address = addressOf(host, input.needRest('an address'));
    const request = { address, at: host.at };
    return mapTask(
      host.ask((timeline, cursor) => poolHistory(timeline, cursor, request)),
      (answer) => {
        const { damage, events } = answer;
        const deeds = [...damage.map(({ write }) => write), ...events.map(({ by }) => by).reverse()];
        remember(
          memory,
          host,
          deeds.map(({ instant }) => instant),
        );
        return { text: poolHistoryText(answer), records: answer };
      },
    );
  },
};

const IRP_HISTORY: Command = {
  name: '!irp-history',
  group: 'past',
  syntax: '!irp-history ADDRESS',
  summary: 'Tells the life of the IRP at an address: allocated, sent, pended, completed, freed',
  details: 'Example: !irp-history Irp',
  completes: ['expression'],
  run: ({ input, host, memory }) => {
    const irp = addressOf(host, input.needRest('the address of an IRP'));
    const request = { irp, at: host.at };
    return mapTask(
      host.ask((timeline, cursor) => irpHistory(timeline, cursor, request)),
      (answer) => {
        remember(memory, host, answer.events.map(({ instant }) => instant).reverse());
        return { text: irpHistoryText(answer), records: answer };
      },
    );
  },
};

export const PAST_COMMANDS: readonly Command[] = [
  ANALYZE,
  EVENTS,
  LAST_WRITE,
  HISTORY,
  CALLS,
  POOL_HISTORY,
  IRP_HISTORY,
];

/** So that `!goto last` leads to what was told first. */
function remember(memory: Memory, host: CommandHost, instants: readonly number[]): void {
  const [instant] = instants;
  if (instant !== undefined) memory.last = { branch: host.at.branch, instant };
}

/** What was recorded from this instant on; or what happened before it (an event of instant e is part of the step to e + 1). */
function range(
  { at }: CommandHost,
  kinds: readonly EventName[] | undefined,
  limit: number,
  backward: boolean,
): Omit<TraceQuery, 'branch'> {
  const span = backward ? { from: 0, to: at.instant, backward } : { from: at.instant, to: Number.POSITIVE_INFINITY };
  return { ...span, limit, ...(kinds && { kinds }) };
}
