/**
 * A question to the worker that may take long: under way, answered or failed, with its progress; asking again or going away cancels it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AskOptions, LabError } from '../client/lab-connection';

export type Question<A> =
  | { readonly state: 'none' }
  | { readonly state: 'asking'; readonly done: number | undefined }
  | { readonly state: 'answered'; readonly answer: A }
  | { readonly state: 'failed'; readonly problem: string };

interface Asking<A> {
  readonly question: Question<A>;
  /** Does the work, whose asks are to be made with the options given; what was under way is dropped. */
  readonly start: (work: (options: Required<AskOptions>) => Promise<A>) => void;
  readonly cancel: () => void;
}

export function useQuestion<A>(): Asking<A> {
  const [question, setQuestion] = useState<Question<A>>({ state: 'none' });
  const running = useRef<AbortController>(undefined);

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setQuestion({ state: 'none' });
  }, []);

  const start = useCallback((work: (options: Required<AskOptions>) => Promise<A>) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: Question<A>) => {
      if (running.current === controller) setQuestion(next);
    };
    tell({ state: 'asking', done: undefined });
    const onProgress = (done: number) => tell({ state: 'asking', done });
    work({ signal: controller.signal, onProgress }).then(
      (answer) => tell({ state: 'answered', answer }),
      (error: unknown) => {
        if (!(error instanceof LabError)) throw error;
        tell({ state: 'failed', problem: error.message });
      },
    );
  }, []);

  useEffect(
    () => () => {
      running.current?.abort();
      running.current = undefined;
    },
    [],
  );
  return { question, start, cancel };
}
