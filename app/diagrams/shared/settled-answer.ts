/**
 * Questions about the past, asked by a diagram: once the machine has stood still for a moment, and never twice in a run (answers at an instant do not
 * change). While a new answer is worked on, the one before stays.
 */
import { useEffect, useState } from 'react';
import type { AnswerTo, AskKind, AskOf } from '../../../kernel-sim/protocol/messages';
import { ask } from '../../client/lab-client';
import { LabError } from '../../client/lab-connection';
import { holdIdle } from '../../shell/idle';
import { useLab } from '../../store/lab';

interface Answered<T> {
  /** Undefined: there is none yet. */
  readonly answer: T | undefined;
  /** Why there is no answer. */
  readonly problem: string;
  readonly isAsking: boolean;
}

const KEPT_ANSWERS = 200;
/** A step every now and then asks; stepping fast or scrubbing does not. */
const SETTLE_MS = 200;

const answers = new Map<string, unknown>();
let answersOf = 0;

/** Undefined: nothing is asked. `topic`: answers of one topic may stand for each other until the right one comes. */
export function useSettledAnswer<K extends AskKind>(asked: AskOf<K> | undefined, topic = ''): Answered<AnswerTo<K>> {
  const run = useLab((state) => state.run);
  const key = asked ? `${run} ${JSON.stringify(asked)}` : '';
  const [held, setHeld] = useState<{ key: string; topic: string; answer?: AnswerTo<K>; problem: string }>();

  useEffect(() => {
    if (!asked) return;
    if (answersOf !== run) answers.clear();
    answersOf = run;
    const kept = answers.get(key) as AnswerTo<K> | undefined;
    if (kept !== undefined) {
      setHeld({ key, topic, answer: kept, problem: '' });
      return;
    }
    const release = holdIdle();
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(asked, { signal: abort.signal })
        .then((answer) => {
          if (answers.size >= KEPT_ANSWERS) answers.clear();
          if (answersOf === run) answers.set(key, answer);
          if (!abort.signal.aborted) setHeld({ key, topic, answer, problem: '' });
        })
        .catch((error: unknown) => {
          if (!(error instanceof LabError)) throw error;
          if (!abort.signal.aborted) setHeld({ key, topic, problem: error.message });
        })
        .finally(release);
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
      release();
    };
    // The key names the run and everything that is asked.
  }, [key]);

  const isRight = held?.key === key;
  const isNear = held !== undefined && asked !== undefined && held.topic === topic && held.key.startsWith(`${run} `);
  return {
    answer: isRight || isNear ? held?.answer : undefined,
    problem: isRight ? held.problem : '',
    isAsking: asked !== undefined && !isRight,
  };
}
