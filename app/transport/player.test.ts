import { describe, expect, test } from 'vitest';
import type { StopReason, StopReport } from '../../kernel-sim/protocol/time';
import { Player } from './player';

function stop(instant: number, reason: StopReason): StopReport {
  return {
    ...{ at: { branch: 0, instant }, reason, cpu: 0, tid: 4, pid: 4, place: '', file: undefined, line: 0 },
    ...{ breakpoints: [], text: '', end: undefined, log: [] },
  };
}

/** A player over given stops, with a clock that only waiting and stepping move. */
function playerOver(stops: readonly (StopReport | undefined)[], { stepMs = 0, pace = 5 } = {}) {
  const left = [...stops];
  const waits: number[] = [];
  const told: (string | undefined)[] = [];
  let now = 0;
  let during: (() => void) | undefined;
  const player = new Player({
    step: async () => {
      now += stepMs;
      during?.();
      return left.shift();
    },
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    now: () => now,
    pace: () => pace,
    changed: (direction) => told.push(direction),
  });
  return { player, waits, told, left, during: (act: () => void) => (during = act) };
}

const STEPS = [1, 2, 3].map((instant) => stop(instant, 'step'));

describe('play', () => {
  test.each(['breakpoint', 'end', 'beginning', 'input', 'paused'] as const)('stops at %s', async (reason) => {
    const { player, told, left } = playerOver([...STEPS, stop(4, reason), stop(5, 'step')]);
    await player.play('forward');
    expect(left).toHaveLength(1);
    expect(told).toEqual(['forward', undefined]);
    expect(player.direction).toBeUndefined();
  });

  test('stops where a step is refused or leads nowhere', async () => {
    const refused = playerOver([...STEPS, undefined, stop(5, 'step')]);
    await refused.player.play('back');
    expect(refused.left).toHaveLength(1);
    const stuck = playerOver([stop(7, 'sought'), stop(7, 'sought'), stop(8, 'sought')]);
    await stuck.player.play('forward');
    expect(stuck.left).toHaveLength(1);
  });

  test('keeps its pace, whatever a step takes', async () => {
    const quick = playerOver([...STEPS, undefined], { stepMs: 50, pace: 5 });
    await quick.player.play('forward');
    expect(quick.waits).toEqual([150, 150, 150]);
    const slow = playerOver([...STEPS, undefined], { stepMs: 500, pace: 5 });
    await slow.player.play('forward');
    expect(slow.waits).toEqual([0, 0, 0]);
  });

  test('ends at once when told, and another direction takes its place', async () => {
    const paused = playerOver(STEPS);
    paused.during(() => paused.player.stop());
    await paused.player.play('forward');
    expect(paused.left).toHaveLength(2);
    expect(paused.told).toEqual(['forward', undefined]);

    const turned = playerOver([...STEPS, undefined]);
    const first = turned.player.play('forward');
    await Promise.all([first, turned.player.play('back')]);
    expect(turned.told).toEqual(['forward', 'back', undefined]);
  });
});
