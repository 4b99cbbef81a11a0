/** What the timeline says of what the pointer is on. Pure, but for the sentence of an event, which is asked for. */
import type { AnswerTo, AskOf } from '../../kernel-sim/protocol/messages';
import type { BranchInfo } from '../../kernel-sim/protocol/time';
import { MEANING_LABELS } from '../design/Glyph';
import { wordsOf } from '../outcome/words';
import { count, plural } from '../words/numbers';
import type { Bookmark } from './bookmarks';
import { GROUPS } from './groups';
import type { Target } from './hits';
import type { Scene } from './scene';
import type { Hit } from './state';

export interface Hint {
  readonly title: string;
  readonly lines: readonly string[];
}

interface Known {
  readonly bookmarks: readonly Bookmark[];
  readonly hits: readonly Hit[];
  readonly branches: readonly BranchInfo[];
}

const MOST_KINDS = 4;

export function hintOf(target: Target, { events, end }: Pick<Scene, 'events' | 'end'>, known: Known): Hint {
  switch (target.kind) {
    case 'event':
      return { title: target.name, lines: [`instant ${count(target.instant)}`] };
    case 'bar': {
      const kinds = events.kindsIn(target.group, target.span);
      const total = kinds.reduce((sum, kind) => sum + kind.count, 0);
      const lines = kinds.slice(0, MOST_KINDS).map(({ kind, count: n }) => `${count(n)} ${kind}`);
      const rest = kinds.length - lines.length;
      return {
        title: plural(total, 'event'),
        lines: [...lines, ...(rest > 0 ? [`and ${plural(rest, 'more kind')}`] : []), 'Zoom in to see each.'],
      };
    }
    case 'group': {
      const { title, about } = GROUPS[target.group];
      return { title, lines: [about] };
    }
    case 'piece': {
      const { cpu, state, tid, process, from, to, isMixed } = target.piece;
      const thread = tid === 0 ? [] : [`thread ${tid} ${process}`];
      const span = `instants ${count(from)} to ${count(to)}`;
      const mixed = isMixed ? ['Several short pieces; zoom in to see each.'] : [];
      return {
        title: `CPU ${cpu}: ${isMixed ? 'mostly ' : ''}${MEANING_LABELS[state]}`,
        lines: [...thread, span, ...mixed],
      };
    }
    case 'bookmark': {
      const found = known.bookmarks.find(({ at }) => at.instant === target.instant);
      return {
        title: found?.name ?? 'Bookmark',
        lines: [`instant ${count(target.instant)}`, found?.place ?? ''].filter(Boolean),
      };
    }
    case 'hit': {
      const found = known.hits.find(({ at }) => at.instant === target.instant);
      return {
        title: found?.goesOn ? `Log point ${found.place}` : `Breakpoint ${found?.place ?? ''}`.trim(),
        lines: [found?.text ?? '', `instant ${count(target.instant)}`].filter(Boolean),
      };
    }
    case 'branch': {
      const cause = known.branches.find(({ id }) => id === target.id)?.cause;
      return { title: `Branch ${target.id} leaves here`, lines: [cause ?? ''].filter(Boolean) };
    }
    case 'end':
      return { title: end ? wordsOf(end).status : 'The end of the run', lines: ['The run ends here.'] };
  }
}

/** The sentence of an event; undefined: it is not known any more. */
export async function sentenceOf(
  { instant, name }: Extract<Target, { kind: 'event' }>,
  branch: number,
  ask: (asked: AskOf<'events'>) => Promise<AnswerTo<'events'>>,
): Promise<string | undefined> {
  const { rows } = await ask({ kind: 'events', branch, from: instant, to: instant + 1, kinds: [name], limit: 1 });
  return rows[0]?.sentence;
}
