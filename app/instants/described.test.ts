import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_NAMES } from '../../kernel-sim/trace/schema';
import { instantsFor } from './described';

const first = (text: string) => instantsFor(text)[0];

test.each([
  ['third irp completion', 'Third IRP completion', { kind: 'event', events: ['irp_complete'], nth: 3 }],
  ['last fault', 'Last fault', { kind: 'event', events: ['fault'], nth: -1 }],
  ['12th system call', '12th system call', { kind: 'event', events: ['syscall_enter'], nth: 12 }],
  ['dpc 2', 'Second DPC', { kind: 'event', events: ['dpc'], nth: 2 }],
  ['copy', 'First buffer copy', { kind: 'event', events: ['irp_copy'], nth: 1 }],
  ['second line of output', 'Second line of output', { kind: 'event', events: ['console'], nth: 2 }],
  ['last call of a driver', 'Last call of a driver', { kind: 'event', events: ['irp_call'], nth: -1 }],
  ['62,705', 'Instant 62,705', { kind: 'instant', instant: 62_705 }],
  ['end', 'The end of the run', { kind: 'end' }],
])('%s', (text, title, goal) => {
  expect(first(text)).toEqual({ title, goal });
});

test('what describes no instant offers none', () => {
  expect(instantsFor('')).toEqual([]);
  expect(instantsFor('theme')).toEqual([]);
});

test('any text is taken, and every event named exists', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { goal } of instantsFor(text)) {
        if (goal.kind === 'event') for (const event of goal.events) expect(EVENT_NAMES).toContain(event);
      }
    }),
  );
});
