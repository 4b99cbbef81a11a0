/**
 * Keeping the learner's work: what is kept of a project, and the writer that brings it to a storage a moment after it changed. Knows no browser: the
 * storage is an interface (persistence-storage.ts), and what of the stores is kept is told by persistence-page.ts.
 *
 * **Nothing is lost.** A change is in the storage at most WRITE_MS later. What was not written when the page goes away is put into the journal, which is
 * written at once and read first at the next start; of two records of one project the one with the later stamp counts. When the storage fails, work goes on
 * in memory, the trouble is told, and every later change tries again.
 */
import type { RunRequest, SavedRun } from '../../kernel-sim/protocol/messages';
import type { BreakpointSpec } from '../../kernel-sim/protocol/time';
import type { OpenProject } from './project';
import type { Tabs } from './project-tabs';

export interface KeptProject extends OpenProject {
  readonly breakpoints: readonly { readonly spec: BreakpointSpec; readonly isEnabled: boolean }[];
  readonly tabs: Tabs;
  /** When it was changed; grows from change to change. */
  readonly stamp: number;
}

/** What brings a run back to the instant that was shown. */
export interface KeptSession {
  readonly key: string;
  readonly request: RunRequest;
  readonly saved: SavedRun;
}

export interface ProjectStorage {
  projects(): Promise<readonly KeptProject[]>;
  putProject(project: KeptProject): Promise<void>;
  /** With its session. */
  removeProject(key: string): Promise<void>;
  session(key: string): Promise<KeptSession | undefined>;
  putSession(session: KeptSession): Promise<void>;
  removeSession(key: string): Promise<void>;
}

/** Written and read at once, and small. */
export interface Journal {
  read(): readonly KeptProject[];
  /** False: there was no room for it. */
  write(project: KeptProject): boolean;
  drop(key: string): void;
}

/** A change is written at most this long after it was made. */
export const WRITE_MS = 250;

/** Of each project the latest record; what only the journal has is brought to the storage. */
export async function readAll(storage: ProjectStorage, journal: Journal): Promise<Map<string, KeptProject>> {
  const kept = new Map((await storage.projects()).map((project) => [project.key, project]));
  for (const late of journal.read()) {
    const known = kept.get(late.key);
    if (known && known.stamp >= late.stamp) continue;
    kept.set(late.key, late);
    await storage.putProject(late);
  }
  return kept;
}

export interface WriterOptions {
  readonly storage: ProjectStorage;
  readonly journal: Journal;
  /** The storage fails, in plain words; undefined: it works again. */
  readonly onTrouble: (trouble: string | undefined) => void;
  /** Something waits to be written, or nothing does any more. */
  readonly onBusy?: (isBusy: boolean) => void;
}

/** Writes behind, one thing at a time, the latest state of each. */
export class Writer {
  readonly #options: WriterOptions;
  readonly #projects = new Map<string, KeptProject>();
  readonly #sessions = new Map<string, KeptSession | undefined>();
  readonly #removed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;
  #isTroubled = false;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  project(project: KeptProject): void {
    this.#removed.delete(project.key);
    this.#projects.set(project.key, project);
    this.#schedule();
  }

  /** Undefined: there is none any more. */
  session(key: string, session: KeptSession | undefined): void {
    this.#sessions.set(key, session);
    this.#schedule();
  }

  remove(key: string): void {
    this.#projects.delete(key);
    this.#sessions.delete(key);
    this.#options.journal.drop(key);
    this.#removed.add(key);
    this.#schedule();
  }

  /** The page may be gone after this: the given project and whatever waits goes into the journal at once, and on its way to the storage. */
  leave(open: KeptProject | undefined): void {
    const { journal } = this.#options;
    for (const project of this.#projects.values()) journal.write(project);
    if (open) journal.write(open);
    void this.flush();
  }

  /** Settles when all that waited was written or has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#writing) await this.#writing;
    if (this.#isEmpty) {
      this.#options.onBusy?.(false);
      return;
    }
    this.#writing = this.#write();
    await this.#writing;
  }

  get #isEmpty(): boolean {
    return this.#projects.size + this.#sessions.size + this.#removed.size === 0;
  }

  #schedule(): void {
    this.#options.onBusy?.(true);
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_MS);
  }

  async #write(): Promise<void> {
    const { storage, onTrouble, onBusy } = this.#options;
    try {
      for (const key of this.#removed) {
        await storage.removeProject(key);
        this.#removed.delete(key);
      }
      for (const [key, project] of this.#projects) {
        await storage.putProject(project);
        // A later state may have come meanwhile: that one waits for its own turn.
        if (this.#projects.get(key) === project) this.#projects.delete(key);
      }
      for (const [key, session] of this.#sessions) {
        await (session ? storage.putSession(session) : storage.removeSession(key));
        if (this.#sessions.get(key) === session) this.#sessions.delete(key);
      }
      if (this.#isTroubled) onTrouble(undefined);
      this.#isTroubled = false;
    } catch (error) {
      this.#isTroubled = true;
      // A session is large and can be made again: it must not keep the files from being written.
      this.#sessions.clear();
      onTrouble(wordsFor(error));
    } finally {
      this.#writing = undefined;
      // What failed waits for the next change; trying again by itself would only fail again.
      if (this.#isTroubled || (this.#isEmpty && this.#timer === undefined)) onBusy?.(false);
      else if (!this.#isEmpty) this.#schedule();
    }
  }
}

function wordsFor(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'The browser has no room left to keep your files.';
  return 'The browser does not let this page keep your files.';
}
