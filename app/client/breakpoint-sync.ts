/**
 * Keeps the running machine's breakpoints as the learner changes the page's. What a run begins with is set by whoever begins it; from then on each change
 * is told. The worker's list says where each one stands, and what commands did: those that they set, switched or cleared are so on the page, too. Lines are
 * those of the text now; the machine's are those of the text that was built.
 */
import type { BreakpointInfo, BreakpointSpec } from '../../kernel-sim/protocol/time';
import {
  type Breakpoint,
  changeBreakpoint,
  isAt,
  made,
  removeBreakpoint,
  type Standing,
  useBreakpoints,
} from '../store/breakpoints';
import { type LabState, useLab } from '../store/lab';
import { linesFromBuilt, linesToBuilt } from '../store/project-built';
import type { ask } from './lab-client';
import { LabError } from './lab-connection';

type Ask = typeof ask;

const NOT_BUILT = 'This line is not in the text that runs. Run again to stop here.';

export class BreakpointSync {
  /** As the machine knows them, by the page's id. */
  readonly #told = new Map<number, Breakpoint>();
  /** The worker's ids by the page's. */
  readonly #workers = new Map<number, number>();
  readonly #refused = new Map<number, string>();
  /** One ask after another: a breakpoint is not removed before it is there. */
  #line: Promise<void> = Promise.resolve();
  /** How many of them there are: the list is only compared while there is none. */
  #queued = 0;

  constructor(private readonly ask: Ask) {
    this.#begin();
    useLab.subscribe((state, previous) => {
      if (state.run !== previous.run) this.#begin();
      else if (hasMachine(state) && !hasMachine(previous)) this.#tellChanges();
      if (state.breakpoints !== previous.breakpoints) this.#match(state.breakpoints);
    });
    useBreakpoints.subscribe(({ breakpoints }, previous) => {
      if (breakpoints === previous.breakpoints) return;
      if (hasMachine(useLab.getState())) this.#tellChanges();
    });
  }

  /** The machine did not take one that a run was to begin with. */
  refused(spec: BreakpointSpec, problem: string): void {
    const one = useBreakpoints.getState().breakpoints.find((known) => sameSpec(known.spec, spec));
    if (one) this.#refused.set(one.id, problem);
    this.#publish(useLab.getState().breakpoints);
  }

  /** Settles when the machine has been told everything. */
  async settled(): Promise<void> {
    let line: Promise<void>;
    do {
      line = this.#line;
      await line;
    } while (line !== this.#line);
  }

  #begin(): void {
    this.#told.clear();
    this.#workers.clear();
    this.#refused.clear();
    for (const one of useBreakpoints.getState().breakpoints) this.#told.set(one.id, one);
    useBreakpoints.setState({ standing: new Map() });
  }

  #tellChanges(): void {
    const { breakpoints } = useBreakpoints.getState();
    const ids = new Set(breakpoints.map(({ id }) => id));
    for (const one of breakpoints) {
      const told = this.#told.get(one.id);
      this.#told.set(one.id, one);
      if (!told) this.#queue(() => this.#add(one));
      else if (told.revision !== one.revision) this.#queue(() => this.#change(told, one));
    }
    for (const id of [...this.#told.keys()].filter((id) => !ids.has(id))) {
      this.#told.delete(id);
      this.#queue(() => this.#remove(id));
    }
  }

  async #change(told: Breakpoint, one: Breakpoint): Promise<void> {
    const worker = this.#workers.get(one.id);
    if (worker !== undefined && sameSpec(told.spec, one.spec))
      await this.ask({ kind: 'enable-breakpoint', breakpoint: worker, enabled: one.isEnabled });
    else {
      const { run } = useLab.getState();
      await this.#remove(one.id);
      if (useLab.getState().run === run) await this.#add(one);
    }
  }

  async #add({ id, spec, isEnabled }: Breakpoint): Promise<void> {
    if (!isEnabled) return;
    const built = inBuiltText(spec);
    if (!built) {
      this.#refused.set(id, NOT_BUILT);
      this.#publish(useLab.getState().breakpoints);
      return;
    }
    const { run } = useLab.getState();
    try {
      const info = await this.ask({ kind: 'add-breakpoint', spec: built });
      if (useLab.getState().run !== run) return;
      this.#workers.set(id, info.id);
      this.#refused.delete(id);
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      if (useLab.getState().run === run) this.#refused.set(id, error.message);
    }
    this.#publish(useLab.getState().breakpoints);
  }

  async #remove(id: number): Promise<void> {
    this.#refused.delete(id);
    const worker = this.#workers.get(id);
    this.#workers.delete(id);
    if (worker !== undefined) await this.ask({ kind: 'remove-breakpoint', breakpoint: worker });
  }

  #queue(work: () => Promise<void>): void {
    this.#queued++;
    const { run } = useLab.getState();
    this.#line = this.#line
      // Another run has numbers of its own and was told everything when it began.
      .then(() => (useLab.getState().run === run ? work() : undefined))
      .catch((error: unknown) => {
        // The worker was lost or another run began: that one is told anew.
        if (!(error instanceof LabError)) throw error;
      })
      .finally(() => {
        this.#queued--;
        this.#takeOver(useLab.getState().breakpoints);
      });
  }

  /** Finds out which of the worker's are the page's: those that a run began with, or came back with. */
  #match(infos: readonly BreakpointInfo[]): void {
    const taken = new Set(this.#workers.values());
    for (const { id, spec } of useBreakpoints.getState().breakpoints) {
      if (this.#workers.has(id)) continue;
      const built = inBuiltText(spec);
      const info = infos.find((one) => !taken.has(one.id) && built && sameSpec(one.spec, built));
      if (!info) continue;
      this.#workers.set(id, info.id);
      taken.add(info.id);
    }
    this.#takeOver(infos);
    this.#publish(infos);
  }

  /** What the machine has and the page has not, and the other way round, was done by a command. The list comes before the reply to any ask. */
  #takeOver(infos: readonly BreakpointInfo[]): void {
    const state = useLab.getState();
    if (this.#queued > 0 || !hasMachine(state) || state.phase === 'building') return;
    const { breakpoints } = useBreakpoints.getState();
    const own = new Set(this.#workers.values());
    const kept = breakpoints.flatMap((one) => {
      const worker = this.#workers.get(one.id);
      if (worker === undefined) return [one];
      const info = infos.find(({ id }) => id === worker);
      if (!info) return [];
      return info.enabled === one.isEnabled ? [one] : [{ ...one, isEnabled: info.enabled }];
    });
    const added = infos
      .filter(({ id }) => !own.has(id))
      .map((info) => ({ info, one: made(inTextNow(info.spec), info.enabled) }));
    const all = [...kept, ...added.map(({ one }) => one)];
    if (all.length === breakpoints.length && all.every((one, i) => one === breakpoints[i])) return;
    // The machine knows it all already.
    this.#told.clear();
    for (const one of all) this.#told.set(one.id, one);
    for (const id of [...this.#workers.keys()]) if (!this.#told.has(id)) this.#workers.delete(id);
    for (const { info, one } of added) this.#workers.set(one.id, info.id);
    useBreakpoints.setState({ breakpoints: all });
    this.#publish(infos);
  }

  #publish(infos: readonly BreakpointInfo[]): void {
    const standing = new Map<number, Standing>();
    for (const { id } of useBreakpoints.getState().breakpoints) {
      const worker = this.#workers.get(id);
      const info = infos.find((one) => one.id === worker);
      const problem = this.#refused.get(id);
      if (problem !== undefined) standing.set(id, { resolved: problem, isProblem: true, worker: undefined });
      else if (info) standing.set(id, { resolved: info.resolved, isProblem: false, worker });
    }
    useBreakpoints.setState({ standing });
    snap(standing);
  }
}

/** A line without code cannot be stopped at: the breakpoint goes to the line that the machine has taken for it. */
function snap(standing: ReadonlyMap<number, Standing>): void {
  const { breakpoints } = useBreakpoints.getState();
  for (const { id, spec } of breakpoints) {
    const { where } = spec;
    const found = SNAPPED.exec(standing.get(id)?.resolved ?? '');
    if (where.kind !== 'line' || !found || found[1] !== where.file) continue;
    const line = linesFromBuilt(where.file).moved(Number(found[2]));
    if (line === undefined || line === where.line) continue;
    if (breakpoints.some((one) => isAt(one, where.file, line))) removeBreakpoint(id);
    else changeBreakpoint(id, { spec: { ...spec, where: { ...where, line } } });
  }
}

/** `mirror!DriverEntry+0x8 (driver.c:33), waits until ...; line 13 has no code`. */
const SNAPPED = /\(([^()\s]+):(\d+)\).*\bline \d+ has no code/;

/** There is something to set breakpoints in. */
function hasMachine({ phase, shown }: LabState): boolean {
  return phase === 'running' || shown !== undefined;
}

/** Undefined: the line is not there. */
function inBuiltText(spec: BreakpointSpec): BreakpointSpec | undefined {
  const { where } = spec;
  if (where.kind !== 'line') return spec;
  const line = linesToBuilt(where.file).moved(where.line);
  return line === undefined ? undefined : { ...spec, where: { ...where, line } };
}

/** As the machine was asked for it, in lines of the text now. */
function inTextNow({ enabled: _, ...spec }: BreakpointSpec): BreakpointSpec {
  const { where } = spec;
  if (where.kind !== 'line') return spec;
  return { ...spec, where: { ...where, line: linesFromBuilt(where.file).moved(where.line) ?? where.line } };
}

/** Whether two say the same, apart from being enabled. */
export function sameSpec(a: BreakpointSpec, b: BreakpointSpec): boolean {
  return canonical({ ...a, enabled: undefined }) === canonical({ ...b, enabled: undefined });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
