/**
 * The blocks of an `order` step: shuffled the same way each time, moved, left out, and judged. The lesson lists them in the right order. Pure.
 */
import type { Block } from '../../../lessons/schema';

/** Ids in an order that is never the right one; the same for the same seed. */
export function shuffled(blocks: readonly Block[], seed: string): readonly string[] {
  const ids = blocks.map(({ id }) => id);
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = ids.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [ids[i], ids[j]] = [ids[j] as string, ids[i] as string];
  }
  const isRight = rightOrder(blocks).every((id, i) => ids.filter((one) => isPart(blocks, one))[i] === id);
  return isRight ? ids.toReversed() : ids;
}

/** The list with one block moved so that it stands at `to`. */
export function moved(ids: readonly string[], id: string, to: number): readonly string[] {
  const others = ids.filter((one) => one !== id);
  const place = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, place), id, ...others.slice(place)];
}

export type OrderVerdict =
  | { readonly kind: 'right' }
  /** `block` is the first that is wrong; undefined: what is there is right, but something is missing. */
  | { readonly kind: 'wrong'; readonly block: Block | undefined; readonly text: string };

/** `ids`: the blocks that the learner uses. A distractor is told first, because nothing fits around it. */
export function judgeOrder(blocks: readonly Block[], ids: readonly string[]): OrderVerdict {
  const distractor = blocks.find((block) => block.distractor && ids.includes(block.id));
  if (distractor)
    return { kind: 'wrong', block: distractor, text: `This does not belong here. ${distractor.feedback}` };
  const right = rightOrder(blocks);
  // Compared with the right order of just those that are used: one that is missing is another mistake than a wrong place.
  const used = right.filter((id) => ids.includes(id));
  const wrong = used.findIndex((id, i) => ids[i] !== id);
  if (wrong >= 0) {
    const block = blocks.find(({ id }) => id === ids[wrong]);
    return {
      kind: 'wrong',
      block,
      text: `The first ${wrong === 0 ? 'block is' : `${wrong + 1} blocks are`} not in order yet. ${block?.feedback ?? ''}`,
    };
  }
  if (used.length < right.length) {
    return {
      kind: 'wrong',
      block: undefined,
      text: 'What you have is in order, but something that happens is left out.',
    };
  }
  return { kind: 'right' };
}

function rightOrder(blocks: readonly Block[]): readonly string[] {
  return blocks.filter(({ distractor }) => !distractor).map(({ id }) => id);
}

function isPart(blocks: readonly Block[], id: string): boolean {
  return blocks.some((block) => block.id === id && !block.distractor);
}
