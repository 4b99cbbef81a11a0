/** Events of the trace that name an address, newest first. The trace is read backwards piece by piece, and not further than makes sense. */
import type { EventRow } from '../../kernel-sim/protocol/views';

/** Events before an instant, newest first; at most `limit`. */
export type FetchEvents = (to: number, limit: number) => Promise<readonly EventRow[]>;

export interface EventsAbout {
  readonly rows: readonly EventRow[];
  /** The trace was read down to this instant; 0: all of it. */
  readonly from: number;
}

const PIECE = 1000;
const MOST_READ = 50_000;

export async function eventsAbout(
  address: string,
  to: number,
  fetch: FetchEvents,
  { most = 30, onProgress }: { readonly most?: number; readonly onProgress?: (done: number) => void } = {},
): Promise<EventsAbout> {
  const rows: EventRow[] = [];
  let read = 0;
  let end = to;
  while (end > 0) {
    const piece = await fetch(end, PIECE);
    const oldest = piece.at(-1)?.event.instant;
    if (oldest === undefined) return { rows, from: 0 };
    // The piece may end in the middle of an instant's events: that instant is read again as a whole, unless it is all there is.
    const isLast = piece.length < PIECE;
    const isWhole = isLast || oldest === piece[0]?.event.instant;
    const taken = isWhole ? piece : piece.filter(({ event }) => event.instant > oldest);
    for (const one of taken) if (names(one, address)) rows.push(one);
    read += taken.length;
    end = isLast ? 0 : isWhole ? oldest : oldest + 1;
    if (rows.length >= most || read >= MOST_READ) return { rows: rows.slice(0, most), from: end };
    onProgress?.(to === 0 ? 1 : (to - end) / to);
  }
  return { rows, from: 0 };
}

function names({ event }: EventRow, address: string): boolean {
  return Object.values(event).includes(address);
}
