/** The lab in a Web Worker: the server, a clock, and a turn of the message loop after each slice of work. */
import type { LabEvent } from './protocol/messages.ts';
import { LabServer } from './worker-server.ts';

/** Wakes the server after the messages that wait have been heard; a timer would be throttled and rounded. */
const turn = new MessageChannel();
let turnAsked = false;

const server = new LabServer({
  now: () => performance.now(),
  post,
  askTurn: () => {
    if (turnAsked) return;
    turnAsked = true;
    turn.port2.postMessage(undefined);
  },
});

turn.port1.onmessage = () => {
  turnAsked = false;
  server.turn();
};

self.onmessage = ({ data }: MessageEvent<unknown>) => server.receive(data);

post({ kind: 'ready' });

function post(event: LabEvent, transfer: ArrayBuffer[] = []): void {
  self.postMessage(event, { transfer });
}
