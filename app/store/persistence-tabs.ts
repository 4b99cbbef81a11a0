/**
 * Which browser tab may write a project: the one that holds its lock. Another tab that opens it waits in line and becomes the writer when the first one
 * closes or hands it over. Tabs tell each other what they have written. Where a browser has no locks, every tab may write.
 */

export type TabMessage =
  /** The record of this project in the storage is another one now. */
  | { readonly kind: 'written'; readonly key: string }
  /** Whoever has the lock of this project is asked to write it down and give it away. */
  | { readonly kind: 'hand-over'; readonly key: string };

export interface TabsOptions {
  readonly locks: LockManager | undefined;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined;
  readonly onMessage: (message: TabMessage) => void;
  /** This tab got the lock of the project it waits for, or lost it to another. */
  readonly onChange: (isWriter: boolean) => void;
}

/** A page that is just being reloaded may hold its lock for a moment longer. */
const PATIENCE_MS = 400;
const HAND_OVER_MS = 1500;
const PREFIX = 'ring-zero-lab.project:';

export class TabLock {
  readonly #options: TabsOptions;
  #key: string | undefined;
  #release: (() => void) | undefined;
  #waiting: AbortController | undefined;

  constructor(options: TabsOptions) {
    this.#options = options;
    options.channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => options.onMessage(data));
  }

  tell(message: TabMessage): void {
    this.#options.channel?.postMessage(message);
  }

  /** Goes for the lock of this project, away from the one before; whether this tab has it now. If not, it waits for it. */
  async hold(key: string): Promise<boolean> {
    this.release();
    this.#key = key;
    if (!this.#options.locks) return true;
    const isHeld = await this.#request(key, { patience: PATIENCE_MS });
    if (!isHeld && this.#key === key) void this.#request(key, {});
    return isHeld;
  }

  /** Asks the tab that has the lock for it, and takes it if that does not answer. */
  async takeOver(key: string): Promise<void> {
    this.release();
    this.#key = key;
    if (!this.#options.locks) return;
    const asked = this.#request(key, { patience: HAND_OVER_MS });
    this.tell({ kind: 'hand-over', key });
    if (!(await asked) && this.#key === key) await this.#request(key, { steal: true });
  }

  /** Lets go of the lock, and waits to have it back. */
  giveAway(key: string): void {
    if (this.#key !== key || !this.#release) return;
    this.release();
    this.#key = key;
    this.#options.onChange(false);
    // The one that asked was in line before.
    void this.#request(key, {});
  }

  release(): void {
    this.#key = undefined;
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.#release?.();
    this.#release = undefined;
  }

  /** Settles when the lock is there, or when that can no longer be. */
  #request(key: string, { patience, steal = false }: { patience?: number; steal?: boolean }): Promise<boolean> {
    const { locks, onChange } = this.#options;
    if (!locks) return Promise.resolve(true);
    const waiting = new AbortController();
    this.#waiting = waiting;
    const timer = patience === undefined ? undefined : setTimeout(() => waiting.abort(), patience);
    return new Promise((resolve) => {
      const held = () =>
        new Promise<void>((release) => {
          clearTimeout(timer);
          if (this.#key !== key || waiting.signal.aborted) {
            release();
            resolve(false);
            return;
          }
          this.#release = release;
          onChange(true);
          resolve(true);
        });
      // A lock cannot be stolen and waited for at once.
      const options = steal ? { steal } : { signal: waiting.signal };
      locks.request(PREFIX + key, options, held).catch(() => {
        // Stolen by another tab, or given up.
        const isStolen = this.#key === key && this.#release !== undefined && this.#waiting === waiting;
        resolve(false);
        if (!isStolen) return;
        this.#release = undefined;
        onChange(false);
        void this.#request(key, {});
      });
    });
  }
}
