/**
 * What the machine says about the text in front, at the shown instant: marks of execution, lines that ran, values beside the code. In lines of the text as it
 * is now; where the text was changed since the build there are none.
 */
import { useEffect, useMemo, useState } from 'react';
import type { LinesRun } from '../../kernel-sim/protocol/page-queries';
import type { At } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { useFrame } from '../store/frame';
import { useLab } from '../store/lab';
import { linesFromBuilt, useBuilt } from '../store/project-built';
import { SAME_LINES } from '../store/project-lines';
import { useView } from '../store/views';
import { type ExecutionMark, linesNotYet, linesSoFar, marksIn } from './execution';
import { type InlineLine, inlineValues } from './inline-values';
import type { ShownTab } from './shown-tab';
import { type Token, tokenLines } from './tokenizer';

export interface ShownExecution {
  readonly marks: readonly ExecutionMark[];
  readonly ran: readonly number[];
  readonly values: readonly InlineLine[];
}

const NOTHING: ShownExecution = { marks: [], ran: [], values: [] };
/** A shown instant that stays this long is looked at more closely. */
const SETTLED_MS = 60;

export function useExecution(tab: ShownTab | undefined): ShownExecution {
  const shown = useLab((state) => state.shown);
  const chosen = useFrame((state) => state.index);
  const { now: stack } = useView(shown && { kind: 'stack' });
  const { now: locals, before } = useView(shown && { kind: 'locals', frame: chosen, depth: 1 });
  const last = useLast();
  const linesRun = useLinesRun(tab?.file);
  const builtText = useBuilt((state) => (tab && !tab.isSystem ? state.texts.get(tab.file) : undefined));
  const text = tab?.text;
  const map = useMemo(
    () => (tab && !tab.isSystem ? linesFromBuilt(tab.file) : SAME_LINES),
    [tab?.file, tab?.isSystem, text, builtText],
  );
  const lines = useMemo(() => tokensOf(text), [text]);

  return useMemo(() => {
    if (!shown || !tab) return NOTHING;
    const here = { file: tab.file, isSystem: tab.isSystem };
    const frames = stack && 'frames' in stack ? stack.frames : undefined;
    // The views of another stop may still be there for a moment.
    const isFresh = frames?.[0]?.file === shown.file && frames?.[0]?.line === shown.line;
    const marks = marksIn(here, { shown, frames: isFresh ? frames : undefined, chosen, last });
    const next = marks.find(({ kind }) => kind === 'next');
    const line = next && map.kept(next.line);
    const kept = (all: readonly number[]) => all.flatMap((one) => map.kept(one) ?? []);
    const notRun = new Set(linesRun ? kept(linesNotYet(linesRun, shown.at.instant)) : []);
    const isScope = locals !== undefined && 'variables' in locals && isFresh;
    const old = before && 'variables' in before ? before : undefined;
    return {
      marks: marks.flatMap((mark) => {
        const moved = map.kept(mark.line);
        return moved === undefined ? [] : [{ ...mark, line: moved }];
      }),
      ran: linesRun ? kept(linesSoFar(linesRun, shown.at.instant)) : [],
      values: isScope && line !== undefined ? inlineValues({ lines, line, now: locals, before: old, notRun }) : [],
    };
  }, [shown, tab?.file, tab?.isSystem, stack, chosen, last, locals, before, linesRun, map, lines]);
}

/** Of the text looked at last: it is asked for at every stop, and mostly the same. */
let tokensFor: { readonly text: string; readonly lines: Token[][] } | undefined;

function tokensOf(text: string | undefined): Token[][] {
  if (text === undefined) return [];
  if (tokensFor?.text !== text) tokensFor = { text, lines: tokenLines(text) };
  return tokensFor.lines;
}

/** Where the thread was one instruction before the shown instant, once that stays. */
function useLast(): { readonly file: string; readonly line: number } | undefined {
  const shown = useLab((state) => state.shown);
  const [last, setLast] = useState<{ readonly at: At; readonly file: string; readonly line: number }>();
  useEffect(() => {
    if (!shown || shown.at.instant === 0) return;
    const abort = new AbortController();
    const { branch, instant } = shown.at;
    const timer = setTimeout(() => {
      const at = { branch, instant: instant - 1 };
      const views = [{ kind: 'source', thread: shown.tid, around: 0 }] as const;
      orNothing(ask({ kind: 'views', at, views }, { signal: abort.signal })).then((answer) => {
        const record = answer?.[0]?.record;
        if (record && 'lines' in record && 'system' in record && record.file !== undefined && record.line > 0)
          setLast({ at: shown.at, file: record.file, line: record.line });
      });
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [shown]);
  return last?.at === shown?.at ? last : undefined;
}

/** Asked again when the branch has grown, or is another. */
function useLinesRun(file: string | undefined): LinesRun | undefined {
  const branch = useLab((state) => state.shown?.at.branch);
  const head = useLab((state) => state.branches.find(({ id }) => id === state.shown?.at.branch)?.head);
  const run = useLab((state) => state.run);
  const [found, setFound] = useState<{ readonly of: string; readonly lines: LinesRun }>();
  const key = `${run} ${branch} ${file}`;
  useEffect(() => {
    if (file === undefined || branch === undefined) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      orNothing(ask({ kind: 'lines-run', file, branch }, { signal: abort.signal })).then((lines) => {
        if (lines) setFound({ of: key, lines });
      });
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, head, file, branch]);
  return found?.of === key ? found.lines : undefined;
}

async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return undefined;
  }
}
