/** The strip of modes and the switches of recorded runs. */
import { describe, expect, test } from 'vitest';
import type { ViewQuery, ViewResult } from '../../../kernel-sim/protocol/views.ts';
import { known } from '../shared/facts.ts';
import { AskedRun } from '../shared/testing-request.ts';
import { RecordedRun } from '../shared/testing-run.ts';
import { type CpuStrip, IRQL_KINDS, stripsOf, windowAround } from './strip.ts';
import { type CallFacts, callFacts, entryViews, lastEntry, SWITCH_KINDS, sideViews } from './switch.ts';
import { modesLines } from './twin.ts';

function ended(run: RecordedRun): AskedRun {
  run.toEnd();
  return new AskedRun(run);
}

function factsOf(asked: AskedRun, tid: number, shown: number): CallFacts | undefined {
  const events = asked.rows(SWITCH_KINDS).map(({ event }) => event);
  const place = lastEntry(events, tid, shown);
  if (!place) return undefined;
  const views = (instant: number, queries: readonly ViewQuery[]) =>
    queries.map((query) => ({ kind: query.kind, record: asked.viewAt(instant, query as never) }) as ViewResult);
  const { enter, leave, number } = place;
  return callFacts({
    place,
    beforeEnter: views(enter, sideViews(place.tid)),
    afterEnter: views(enter + 1, entryViews(place.tid, number)),
    beforeLeave: leave === undefined ? undefined : views(leave, sideViews(place.tid)),
    afterLeave: leave === undefined ? undefined : views(leave + 1, sideViews(place.tid)),
  });
}

function stripsAt(asked: AskedRun, shown: number, length: number): readonly CpuStrip[] {
  const window = windowAround(shown, length, asked.run.at.instant);
  return stripsOf({
    ...{ window, shown, lanes: asked.lanes(window.from, window.to) },
    processors: known(asked.viewAt(shown, { kind: 'processors' })),
    events: asked.rows(IRQL_KINDS, window.from, window.to).map(({ event }) => event),
  });
}

describe('the system call that makes a request (mirror)', () => {
  const asked = ended(RecordedRun.ofSample('mirror'));
  const request = asked.request(2);
  const facts = factsOf(asked, request.tid, request.allocated);
  if (!facts) throw new Error('no system call');
  const enter = (name: string) => facts.enter.rows.find((row) => row.name === name);
  const leave = (name: string) => facts.leave?.rows.find((row) => row.name === name);
  const field = (name: string) => facts.trapFrame.fields.find((one) => one.name === name)?.value;

  test('is found by its events', () => {
    expect(facts.place).toMatchObject({ name: 'NtDeviceIoControlFile', number: 7, status: 'STATUS_SUCCESS' });
    expect(facts.enter).toMatchObject({ before: request.from, after: request.from + 1 });
    expect(facts.leave?.after).toBe(request.to);
  });

  test('SYSCALL changes mode, instruction pointer and stack, and leaves the page tables', () => {
    expect(enter('mode')).toMatchObject({ before: 'user', after: 'kernel' });
    expect(enter('RIP')?.beforeNote).toBe('ntdll!NtDeviceIoControlFile+0x10');
    expect(enter('RIP')?.afterNote).toMatch(/^nt!KiSystemServiceEntry/);
    expect(enter('RAX')).toMatchObject({ after: '0x0000000000000007' });
    expect(enter('R10')?.after).toBe(enter('RCX')?.before);
    expect(enter('CR3')?.changed).toBe(false);
    expect(enter('RSP')?.after).toMatch(/^0xFFFF/);
  });

  test('the trap frame has what user mode needs to go on', () => {
    const behind = `0x${(BigInt(enter('RIP')?.before ?? 0) + 8n).toString(16).toUpperCase().padStart(16, '0')}`;
    expect(BigInt(field('Rip') ?? 0)).toBe(BigInt(behind));
    expect(BigInt(field('Rcx') ?? 0)).toBe(BigInt(behind));
    expect(BigInt(field('R11') ?? 0)).toBe(0x202n);
    expect(BigInt(field('Rsp') ?? 0)).toBe(BigInt(enter('RSP')?.before ?? 1));
    const [limit, base] = [facts.stacks[1].limit, facts.stacks[1].base].map(BigInt);
    expect(BigInt(facts.trapFrame.address)).toBeGreaterThan(limit);
    expect(BigInt(facts.trapFrame.address)).toBeLessThan(base);
  });

  test('SYSRET gives it back', () => {
    expect(leave('mode')).toMatchObject({ before: 'kernel', after: 'user' });
    expect(leave('RIP')?.after).toBe(
      `0x${BigInt(field('Rip') ?? 0)
        .toString(16)
        .toUpperCase()
        .padStart(16, '0')}`,
    );
    expect(leave('RSP')?.after).toBe(enter('RSP')?.before);
    expect(leave('RAX')?.after).toBe('0x0000000000000000');
  });

  test('the service table leads from the number to the routine', () => {
    expect(facts.service).toMatchObject({ number: 7, name: 'NtDeviceIoControlFile', args: '10' });
    expect(facts.service?.routine).toContain('nt!NtDeviceIoControlFile');
  });

  test('at the SYSCALL itself the call before is still the last one', () => {
    expect(factsOf(asked, request.tid, request.from)?.place.name).toBe('NtLabConsoleWrite');
    expect(factsOf(asked, request.tid, request.from + 1)?.place.enter).toBe(request.from);
    expect(factsOf(asked, request.tid, 10)).toBeUndefined();
  });

  test('the text twin says the same', () => {
    const text = modesLines(stripsAt(asked, request.allocated, 2000), facts, request.allocated).join('\n');
    expect(text).toMatch(/CPU 1, which the lab is at: kernel mode, thread 28, app\.exe, IRQL PASSIVE_LEVEL/);
    expect(text).toContain(
      'The last way of thread 28 into the kernel was a system call: NtDeviceIoControlFile; it is under way.',
    );
    expect(text).toMatch(/RAX: .*, then 0x7\. the number of the service/);
    expect(text).toContain('SYSRET, kernel to user mode');
  });
});

describe('an exception and an interrupt of a program', () => {
  const app = `
#include <windows.h>
#include <stdio.h>
int main(void)
{
    volatile int value = 0;
    __try {
        value = *(volatile int *)0xFFFFF78000000000;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        printf("refused\\n");
    }
    while (GetTickCount() < 100) value++;
    return 0;
}`;
  const asked = ended(
    new RecordedRun({ apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: app }] }], cpus: 1 }),
  );
  const fault = asked.rows(['fault']).map(({ event }) => event)[0];
  if (!fault) throw new Error('no fault');
  const at = fault.instant;
  const facts = factsOf(asked, fault.tid, at + 1);
  const row = (name: string) => facts?.enter.rows.find((one) => one.name === name);

  test('right after the fault it is the switch that is shown, and no system call before it', () => {
    expect(facts?.place).toMatchObject({ why: 'exception', enter: at, name: 'page fault', number: undefined });
    expect(facts?.place.cause).toMatch(/^read of 0xFFFFF78000000000 by app!main/);
    expect(facts?.enter).toMatchObject({ kind: 'exception', before: at, after: at + 1 });
    expect(row('mode')).toMatchObject({ before: 'user', after: 'kernel' });
    expect(row('RIP')?.beforeNote).toMatch(/^app!main/);
    expect(row('RIP')?.afterNote).toMatch(/^nt!KiPageFault/);
    expect(BigInt(row('CR2')?.after ?? 0)).toBe(0xfffff78000000000n);
    expect(row('RSP')?.after).toMatch(/^0xFFFF/);
  });

  test('the trap frame has the instruction that was broken off', () => {
    const field = (name: string) => facts?.trapFrame.fields.find((one) => one.name === name)?.value ?? '';
    expect(BigInt(field('Rip'))).toBe(BigInt(row('RIP')?.before ?? 1));
    expect(BigInt(field('FaultAddress'))).toBe(0xfffff78000000000n);
    expect(BigInt(field('Rsp'))).toBe(BigInt(row('RSP')?.before ?? 1));
  });

  test('at the fault itself it has not come yet', () => {
    expect(factsOf(asked, fault.tid, at)?.place.why).toBe('system call');
  });

  test('the way back leads to user mode, and not to the instruction', () => {
    expect(facts?.leave?.kind).toBe('return');
    const back = (name: string) => facts?.leave?.rows.find((one) => one.name === name);
    expect(back('mode')).toMatchObject({ before: 'kernel', after: 'user' });
    expect(back('RIP')?.after).not.toBe(row('RIP')?.before);
  });

  test('the text twin says what the CPU found', () => {
    const text = modesLines(stripsAt(asked, at + 1, 2000), facts, at + 1).join('\n');
    expect(text).toMatch(
      /into the kernel was an exception: page fault, read of 0xFFFFF78000000000 by app!main.*; it is being handled/,
    );
    expect(text).toContain('Exception, user to kernel mode');
  });

  test('a clock interrupt is a switch too, and goes back to where it came', () => {
    const tick = asked.rows(['mode']).find(({ event }) => event.why === 'interrupt' && event.tid === fault.tid)?.event;
    const shown = factsOf(asked, fault.tid, (tick?.instant ?? 0) + 1);
    expect(shown?.place).toMatchObject({ why: 'interrupt', name: 'interrupt at IRQL 13' });
    const [rip, back] = [shown?.enter, shown?.leave].map((side) => side?.rows.find(({ name }) => name === 'RIP'));
    expect(back?.after).toBe(rip?.before);
  });
});

describe('the strip', () => {
  const asked = ended(RecordedRun.ofSample('later'));
  const dpc = asked.rows(['dpc'])[0]?.event ?? { instant: Number.NaN, cpu: 0 };

  test('its pieces fill the window without a gap, one of each CPU is the current one', () => {
    const window = windowAround(dpc.instant + 1, 2000, asked.run.at.instant);
    for (const { pieces } of stripsAt(asked, dpc.instant + 1, 2000)) {
      expect(pieces[0]?.from).toBe(window.from);
      expect(pieces.at(-1)?.to).toBe(Math.min(window.to, asked.run.at.instant));
      pieces.slice(1).forEach((piece, i) => {
        expect(piece.from).toBe(pieces[i].to);
      });
      expect(pieces.filter(({ isNow }) => isNow)).toHaveLength(1);
    }
  });

  test('in the DPC its CPU is in an interrupt at DISPATCH_LEVEL, as the processor itself says', () => {
    const strip = stripsAt(asked, dpc.instant + 1, 2000)[dpc.cpu];
    expect(strip?.pieces.find(({ isNow }) => isNow)?.state).toBe('interrupt');
    expect(strip?.irql).toBe('DISPATCH_LEVEL');
    const there = strip?.irqls.find(({ from, to }) => from <= dpc.instant + 1 && dpc.instant + 1 < to);
    expect(there?.irql).toBe(2);
  });

  test('every IRQL that is drawn is the one that the processor had', () => {
    const window = windowAround(dpc.instant + 1, 2000, asked.run.at.instant);
    const strips = stripsAt(asked, dpc.instant + 1, 2000);
    let compared = 0;
    for (let instant = window.from; instant < Math.min(window.to, asked.run.at.instant); instant += 7) {
      const processors = known(asked.viewAt(instant, { kind: 'processors' }))?.processors ?? [];
      processors.forEach((record, cpu) => {
        const drawn = strips[cpu]?.irqls.find(({ from, to }) => from <= instant && instant < to);
        if (!drawn || 'problem' in record) return;
        compared++;
        expect(`CPU ${cpu} at ${instant}: ${drawn.irql}`).toBe(`CPU ${cpu} at ${instant}: ${record.irql.value}`);
      });
    }
    expect(compared).toBeGreaterThan(300);
  });

  test('the window stays the same for steps in its middle', () => {
    expect(windowAround(1000, 400, 5000)).toEqual(windowAround(1099, 400, 5000));
    expect(windowAround(1000, 400, 5000)).toEqual({ from: 800, to: 1300 });
    expect(windowAround(0, 400, 5000).from).toBe(0);
  });
});
