/**
 * Whether the key of an `order` step is what the simulator does: from the event of the first block to that of the last, a run admits the blocks in one
 * order only, the author's; and what a distractor stands for never happens.
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
    const chosen = placesOf(key, this.places);
    const [from = 0, to = Number.POSITIVE_INFINITY] = chosen ? [chosen[0], chosen.at(-1)] : [];
    const between = this.places.map((places) => places.filter((place) => place >= from && place <= to));
    const other = admittedOrders(key, between, 2).find((order) => order.some((block, k) => block !== key[k]));
    const names = other?.map((i) => this.blocks[i]?.block.id).join(', ');
    if (!chosen) return [`the run does not have the blocks in this order${names ? `, but as ${names}` : ''}`];
    return names ? [`the run also admits the order ${names}`] : [];
  }
}

/** The earliest increasing places of the blocks in this order; undefined if there are none. */
function placesOf(order: readonly number[], places: readonly (readonly number[])[]): number[] | undefined {
  const chosen: number[] = [];
  for (const block of order) {
    const next = places[block]?.find((place) => place > (chosen.at(-1) ?? 0));
    if (next === undefined) return undefined;
    chosen.push(next);
  }
  return chosen;
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
