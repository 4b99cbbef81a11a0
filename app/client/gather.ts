/**
 * A worker's messages, given on together: what it says of one stop (output, the stop, its views, the answer) comes as messages of their own, and the page would
 * lay itself out after each of them. Order and content stay; only the task in which they are heard is another one.
 */
import type { LabEvent } from '../../kernel-sim/protocol/messages';
import type { WorkerLike } from './lab-connection';

export function gathered(worker: WorkerLike, channel = new MessageChannel()): WorkerLike {
  let waiting: { readonly data: LabEvent }[] = [];
  const together: WorkerLike = {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => {
      waiting = [];
      channel.port1.close();
      worker.terminate();
    },
    onmessage: null,
    onerror: null,
    onmessageerror: null,
  };
  channel.port1.onmessage = () => {
    const all = waiting;
    waiting = [];
    for (const event of all) together.onmessage?.(event);
  };
  worker.onmessage = ({ data }) => {
    waiting.push({ data });
    if (waiting.length === 1) channel.port2.postMessage(undefined);
  };
  worker.onerror = (event) => together.onerror?.(event);
  worker.onmessageerror = () => together.onmessageerror?.();
  return together;
}
