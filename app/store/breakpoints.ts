/**
 * The learner's breakpoints, which outlive runs and belong to a project: set before each run, and in the running machine as they change
 * (client/breakpoint-sync.ts). Those in a file move with its lines, whoever edits it. What the machine says of each is `standing`.
 */
import { create } from 'zustand';
import type { BreakpointSpec } from '../../kernel-sim/protocol/time';
import { isAnother, type Project, useProject } from './project';
import { linesFromBuilt } from './project-built';
import { lineMap } from './project-lines';

export interface Breakpoint {
  /** Of the page's own; the worker numbers its own ones. */
  readonly id: number;
  readonly spec: BreakpointSpec;
  readonly isEnabled: boolean;
  /** Grows when the learner changes it; an edit that moves its line leaves it, as the machine still runs the text from before. */
  readonly revision: number;
}

/** What the machine says of a breakpoint: where it is, or why it cannot be. */
export interface Standing {
  readonly resolved: string;
  readonly isProblem: boolean;
  /** Its number in the machine; undefined: it is not there. */
  readonly worker: number | undefined;
}

interface BreakpointsState {
  readonly breakpoints: readonly Breakpoint[];
  /** By id; empty while there is no machine. */
  readonly standing: ReadonlyMap<number, Standing>;
  /** Of the projects that are not open, by key. */
  readonly shelf: ReadonlyMap<string, readonly Breakpoint[]>;
}

export const useBreakpoints = create<BreakpointsState>(() => ({
  breakpoints: [],
  standing: new Map(),
  shelf: new Map(),
}));

let lastId = 0;

/** What a run is to begin with. */
export function enabledSpecs(): readonly BreakpointSpec[] {
  return useBreakpoints.getState().breakpoints.flatMap(({ spec, isEnabled }) => (isEnabled ? [spec] : []));
}

export function made(spec: BreakpointSpec, isEnabled = true): Breakpoint {
  return { id: ++lastId, spec, isEnabled, revision: 0 };
}

export function addBreakpoint(spec: BreakpointSpec): Breakpoint {
  const breakpoint = made(spec);
  put([...useBreakpoints.getState().breakpoints, breakpoint]);
  return breakpoint;
}

export function changeBreakpoint(id: number, change: Partial<Pick<Breakpoint, 'spec' | 'isEnabled'>>): void {
  put(
    useBreakpoints
      .getState()
      .breakpoints.map((one) => (one.id === id ? { ...one, ...change, revision: one.revision + 1 } : one)),
  );
}

export function removeBreakpoint(id: number): void {
  put(useBreakpoints.getState().breakpoints.filter((one) => one.id !== id));
}

export function removeAllBreakpoints(): void {
  put([]);
}

/** Sets a breakpoint on the line, or removes those that stand there. */
export function toggleLine(file: string, line: number): void {
  const { breakpoints, standing } = useBreakpoints.getState();
  const there = breakpoints.filter((one) => linesIn(one, standing.get(one.id), file).includes(line));
  if (there.length === 0) addBreakpoint({ where: { kind: 'line', file, line } });
  else put(useBreakpoints.getState().breakpoints.filter((one) => !there.includes(one)));
}

export function isAt({ spec: { where } }: Breakpoint, file: string, line: number): boolean {
  return where.kind === 'line' && where.file === file && where.line === line;
}

/** Lines of a file, as its text is now, on which a breakpoint stands: its own, or where the machine has found its routine or address. */
export function linesIn(
  { spec: { where } }: Breakpoint,
  standing: Standing | undefined,
  file: string,
): readonly number[] {
  if (where.kind === 'line') return where.file === file ? [where.line] : [];
  if (!standing || standing.isProblem || where.kind === 'data' || where.kind === 'event') return [];
  const built = [...standing.resolved.matchAll(PLACES)].flatMap((match) =>
    match[1] === file ? [Number(match[2])] : [],
  );
  if (built.length === 0) return [];
  const now = linesFromBuilt(file);
  return built.flatMap((line) => now.moved(line) ?? []);
}

/** `mirror!DriverEntry+0x8 (driver.c:33)`. */
const PLACES = /\(([^()\s]+):(\d+)\)/g;

/** What kind a breakpoint is to the eye: each has a shape of its own. */
export type BreakpointLook = 'plain' | 'condition' | 'hits' | 'log' | 'data' | 'event';

export function lookOf({ where, log, condition, hits }: BreakpointSpec): BreakpointLook {
  if (log !== undefined) return 'log';
  if (where.kind === 'data' || where.kind === 'event') return where.kind;
  if (condition !== undefined) return 'condition';
  return hits ? 'hits' : 'plain';
}

/** In a few words: `driver.c:41`, `when g_Count changes`. */
export function placeOf({ where }: BreakpointSpec): string {
  if (where.kind === 'line') return `${where.file}:${where.line}`;
  if (where.kind === 'routine') return where.name;
  if (where.kind === 'address') return where.address;
  if (where.kind === 'event') return where.match ? `event ${where.event}: ${where.match}` : `event ${where.event}`;
  const verbs = { read: 'is read', write: 'is written', access: 'is read or written', change: 'changes' };
  return `when ${where.address.replace(/^&\((.*)\)$/, '$1').replace(/^&/, '')} ${verbs[where.access]}`;
}

/** What makes it more than a plain one; '' if nothing does. */
export function detailsOf({ condition, hits, log }: BreakpointSpec): string {
  const words = { equal: 'hit', multiple: 'every', from: 'from hit' };
  return [
    condition !== undefined && `if ${condition}`,
    hits && (hits.kind === 'multiple' ? `every ${hits.count} hits` : `${words[hits.kind]} ${hits.count}`),
    log !== undefined && `says "${log}" and goes on`,
  ]
    .filter(Boolean)
    .join(', ');
}

function put(breakpoints: readonly Breakpoint[]): void {
  useBreakpoints.setState({ breakpoints });
}

// ------------------------------------------------------------------ with the files

/** As they are after the files have changed: moved with their lines, and gone with them. */
export function movedWith(breakpoints: readonly Breakpoint[], before: Project, after: Project): readonly Breakpoint[] {
  const names = new Set(after.files.map(({ name }) => name));
  const known = new Set(before.files.map(({ name }) => name));
  let result = breakpoints;
  for (const file of before.files) {
    const same = after.files.find(({ name }) => name === file.name);
    if (same === file || same?.text === file.text) continue;
    const renamed = !names.has(file.name) && after.files.find((one) => !known.has(one.name) && one.text === file.text);
    const target = same ?? (renamed || undefined);
    const map = target && lineMap(file.text, target.text);
    result = result.flatMap((one) => {
      const { where } = one.spec;
      if (where.kind !== 'line' || where.file !== file.name) return [one];
      const line = map?.moved(where.line);
      if (!target || line === undefined) return [];
      if (line === where.line && target.name === where.file) return [one];
      return [{ ...one, spec: { ...one.spec, where: { ...where, file: target.name, line } } }];
    });
  }
  return result;
}

useProject.subscribe((state, previous) => {
  const { key, project } = state;
  const { breakpoints, shelf } = useBreakpoints.getState();
  if (isAnother(state, previous)) {
    const others = new Map(shelf).set(previous.key, breakpoints);
    const own = others.get(key) ?? [];
    others.delete(key);
    useBreakpoints.setState({ breakpoints: own, standing: new Map(), shelf: others });
  } else if (project !== previous.project) {
    const moved = movedWith(breakpoints, previous.project, project);
    if (moved !== breakpoints) put(moved);
  }
});
