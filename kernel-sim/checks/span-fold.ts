/** Follows a run in and out of a span. Remembers the threads that are inside, which are at most the living ones. */
import type { TraceEvent } from '../protocol/lab-api.ts';
import type { RunSpan } from './language.ts';

/** The kinds of events that a span must hear of. */
export const SPAN_EVENTS = ['tag', 'mark', 'thread_exit'] as const;

export class SpanFold {
  private readonly threads = new Set<number>();
  private state: 'before' | 'inside' | 'after';
  /** The tag or first mark was there. */
  began: boolean;

  constructor(private readonly span: RunSpan | undefined) {
    const waits = span?.kind === 'tag' || (span?.kind === 'marks' && span.from !== undefined);
    this.state = waits ? 'before' : 'inside';
    this.began = !waits;
  }

  /** True if the event lies in the span. Must see every event of `SPAN_EVENTS`. */
  admits(event: TraceEvent): boolean {
    const { span } = this;
    if (span?.kind === 'tag') return this.follow(span.name, event);
    if (span?.kind === 'marks' && event.event === 'mark') this.pass(span.from, span.to, String(event.name));
    return this.state === 'inside';
  }

  private follow(name: string, event: TraceEvent): boolean {
    const { tid } = event;
    if (event.event === 'thread_exit') this.threads.delete(Number(event.thread));
    if (event.event === 'tag') {
      if (event.name === name) {
        this.threads.add(tid);
        this.began = true;
      } else this.threads.delete(tid);
    }
    return this.threads.has(tid);
  }

  private pass(from: string | undefined, to: string | undefined, name: string): void {
    if (this.state === 'inside' && name === to) this.state = 'after';
    else if (this.state === 'before' && name === from) {
      this.state = 'inside';
      this.began = true;
    }
  }
}
