/**
 * How the learner moves through time: chosen once and kept over visits. What an earlier visit left is taken only as far as it is still understood.
 */
import { create } from 'zustand';
import { GROUP_IDS, GROUPS, type GroupId } from './groups';

export const UNITS = ['statement', 'line', 'instruction'] as const;
export const SCOPES = ['own', 'everything'] as const;
export const FOLLOWS = ['thread', 'cpu'] as const;
/** What Play goes by. */
export const STRIDES = ['step', 'event', 'change'] as const;
/** Steps a second. */
export const PACES = [0.5, 1, 2, 5, 10, 30] as const;
export const AXES = ['instants', 'time'] as const;

export interface Prefs {
  readonly unit: (typeof UNITS)[number];
  readonly scope: (typeof SCOPES)[number];
  readonly follow: (typeof FOLLOWS)[number];
  readonly stride: (typeof STRIDES)[number];
  readonly pace: number;
  /** What the event buttons go to: all kinds that the timeline shows, a group, or one kind. */
  readonly goal: 'shown' | GroupId | string;
  /** Groups of events that the timeline shows. */
  readonly groups: readonly GroupId[];
  readonly axis: (typeof AXES)[number];
}

const KEY = 'ring-zero-lab.transport';

export const DEFAULT_PREFS: Prefs = {
  unit: 'statement',
  scope: 'own',
  follow: 'thread',
  stride: 'step',
  pace: 5,
  goal: 'shown',
  groups: ['syscalls', 'irps', 'faults', 'interrupts', 'output'],
  axis: 'instants',
};

export const usePrefs = create<Prefs>(() => prefsFrom(kept()));

usePrefs.subscribe((prefs) => keep(JSON.stringify(prefs)));

/** What a kept text says, with defaults for the rest. */
export function prefsFrom(text: string | null): Prefs {
  let read: Record<string, unknown>;
  try {
    read = Object(JSON.parse(text ?? '{}'));
  } catch {
    return DEFAULT_PREFS;
  }
  const oneOf = <T>(values: readonly T[], value: unknown, otherwise: T): T =>
    values.find((v) => v === value) ?? otherwise;
  const groups = Array.isArray(read.groups)
    ? GROUP_IDS.filter((id) => (read.groups as unknown[]).includes(id))
    : undefined;
  return {
    unit: oneOf(UNITS, read.unit, DEFAULT_PREFS.unit),
    scope: oneOf(SCOPES, read.scope, DEFAULT_PREFS.scope),
    follow: oneOf(FOLLOWS, read.follow, DEFAULT_PREFS.follow),
    stride: oneOf(STRIDES, read.stride, DEFAULT_PREFS.stride),
    pace: oneOf<number>(PACES, read.pace, DEFAULT_PREFS.pace),
    goal: typeof read.goal === 'string' && isGoal(read.goal) ? read.goal : DEFAULT_PREFS.goal,
    groups: groups ?? DEFAULT_PREFS.groups,
    axis: oneOf(AXES, read.axis, DEFAULT_PREFS.axis),
  };
}

/** The kinds of events that the event buttons go to. */
export function goalKinds({ goal, groups }: Pick<Prefs, 'goal' | 'groups'>): readonly string[] {
  if (goal === 'shown') return GROUPS.filter(({ id }) => groups.includes(id)).flatMap(({ kinds }) => kinds);
  return GROUPS.find(({ id }) => id === goal)?.kinds ?? [goal];
}

/** In a few words, for buttons. */
export function goalName(goal: Prefs['goal']): string {
  if (goal === 'shown') return 'event';
  return GROUPS.find(({ id }) => id === goal)?.title.toLowerCase() ?? goal;
}

export function toggleGroup(id: GroupId): void {
  usePrefs.setState(({ groups }) => ({
    groups: GROUP_IDS.filter((one) => (one === id ? !groups.includes(one) : groups.includes(one))),
  }));
}

function isGoal(goal: string): boolean {
  return goal === 'shown' || GROUPS.some(({ id, kinds }) => id === goal || kinds.includes(goal));
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing: the choice holds for this visit.
  }
}
