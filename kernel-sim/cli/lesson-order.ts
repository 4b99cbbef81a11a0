/**
 * Whether the key of an `order` step is what the simulator does: the events of a run admit the blocks in one order only, the author's, and what a
 * distractor stands for never happens.
 */
import type { Block } from '../../lessons/schema.ts';
import { isOf } from '../checks/condition.ts';
import type { Rule } from '../checks/language.ts';
import { SpanFold } from '../checks/span-fold.ts';
import type { TraceEvent } from '../protocol/lab-api.ts';

export interface OrderedBlock {
  readonly block: Block;
  /** Of the kind `some`. */
  readonly rule: Rule;
}

/** Where in the stream of events each block's event comes; give it every event of a run. */
export class OrderFold {
  private readonly places: number[][];
  private readonly spans: readonly SpanFold[];
  private count = 0;

  constructor(private readonly blocks: readonly OrderedBlock[]) {
    this.places = blocks.map(() => []);
    this.spans = blocks.map(({ rule }) => new SpanFold(rule.span));
  }

  see(event: TraceEvent): void {
    this.count++;
    this.blocks.forEach(({ rule: { body } }, i) => {
      const isInside = this.spans[i]?.admits(event);
      if (isInside && body.kind === 'some' && isOf(body.of, event)) this.places[i]?.push(this.count);
    });
  }

  /** What is wrong with the key; nothing if the run has exactly this order. */
  mistakes(): string[] {
    const found: string[] = [];
    this.blocks.forEach(({ block: { id, distractor } }, i) => {
      const happens = this.places[i]?.length ?? 0;
      if (distractor && happens > 0) found.push(`the distractor ${id} happens, ${happens} times`);
      if (!distractor && happens === 0) found.push(`block ${id} never happens`);
    });
    if (found.length > 0) return found;
    const key = this.blocks.flatMap(({ block }, i) => (block.distractor ? [] : [i]));
    const other = admittedOrders(key, this.places, 2).find((order) => order.some((block, k) => block !== key[k]));
    const names = other?.map((i) => this.blocks[i]?.block.id).join(', ');
    if (!isAdmitted(key, this.places)) {
      return [`the run does not have the blocks in this order${names ? `, but as ${names}` : ''}`];
    }
    return names ? [`the run also admits the order ${names}`] : [];
  }
}

function isAdmitted(order: readonly number[], places: readonly (readonly number[])[]): boolean {
  let after = 0;
  for (const block of order) {
    const next = places[block]?.find((place) => place > after);
    if (next === undefined) return false;
    after = next;
  }
  return true;
}

/** Orders of `blocks` in which an increasing place can be chosen for each, at most `limit` of them. */
function admittedOrders(blocks: readonly number[], places: readonly (readonly number[])[], limit: number): number[][] {
  const found: number[][] = [];
  const extend = (order: readonly number[], rest: readonly number[], after: number) => {
    if (found.length >= limit) return;
    if (rest.length === 0) found.push([...order]);
    for (const block of rest) {
      const next = places[block]?.find((place) => place > after);
      if (next === undefined) continue;
      extend(
        [...order, block],
        rest.filter((other) => other !== block),
        next,
      );
    }
  };
  extend([], blocks, 0);
  return found;
}
