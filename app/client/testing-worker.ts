/**
 * For tests: the lab's real worker, as built for Node, in a real thread, used like a browser's Worker. The bundle is made once per state of the
 * sources (`.ci/bundle.mjs`).
 */
import { pathToFileURL } from 'node:url';
import { Worker as Thread } from 'node:worker_threads';
import type { LabMessage } from '../../kernel-sim/protocol/messages';
import type { WorkerLike } from './lab-connection';

/**
 * What a browser gives its workers, over the thread's port; one message more, at which the thread dies of an exception. A channel of Node's that
 * posts to itself is served up to a thousand times before any other port is looked at; a browser's loop takes turns, as this one does.
 */
const ENTRY = `
const { parentPort, workerData } = require('node:worker_threads');
globalThis.MessageChannel = class {
  port1 = { onmessage: undefined };
  port2 = { postMessage: (data) => setImmediate(() => this.port1.onmessage({ data })) };
};
globalThis.self = { onmessage: undefined, postMessage: (message, { transfer }) => parentPort.postMessage(message, transfer) };
import(workerData.bundle).then(() => {
  parentPort.on('message', (data) => {
    if (data === 'throw') throw new Error('a test threw this');
    self.onmessage({ data });
  });
});
`;

export class ThreadWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly #thread: Thread;

  constructor(bundle: string) {
    this.#thread = new Thread(ENTRY, { eval: true, workerData: { bundle: pathToFileURL(bundle).href } });
    this.#thread.on('message', (data) => this.onmessage?.({ data }));
    this.#thread.on('error', (error: Error) => this.onerror?.({ message: error.message }));
  }

  /** Anything, also what is no message of the protocol. */
  postMessage(message: LabMessage | unknown): void {
    this.#thread.postMessage(message);
  }

  terminate(): Promise<number> {
    return this.#thread.terminate();
  }

  /** Dies without a word, as a browser's worker does when memory is short. */
  async die(): Promise<void> {
    await this.#thread.terminate();
    this.onerror?.({ message: 'the thread was ended' });
  }
}

/** Path of the worker's bundle. */
export async function workerBundle(): Promise<string> {
  const { nodeBundle } = await import(/* @vite-ignore */ new URL('../../.ci/bundle.mjs', import.meta.url).href);
  return nodeBundle('kernel-sim/worker.ts');
}
