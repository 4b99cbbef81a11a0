/**
 * The story around the shown instant. One look-up is under way at a time, and the latest instant wins: dragging through a run asks no more often than answers come.
 */
import { useEffect, useRef, useState } from 'react';
import { queryTrace } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { useLab } from '../store/lab';
import { Story, type StoryRow } from './story';

export interface Told {
  /** For which run and branch. */
  readonly key: string;
  /** How many events the shown instant has behind it. */
  readonly position: number;
  readonly total: number;
  readonly rows: readonly StoryRow[];
}

interface Around {
  readonly before: number;
  readonly after: number;
}

export interface StoryAround {
  readonly told: Told | undefined;
  /** Every row up to the shown instant. */
  readonly upToNow: () => Promise<readonly StoryRow[]>;
}

export function useStory({ before, after }: Around): StoryAround {
  const run = useLab((state) => state.run);
  const branch = useLab(({ shown }) => shown?.at.branch);
  const instant = useLab(({ shown }) => shown?.at.instant);
  const events = useLab(({ progress }) => progress.events);
  const [told, setTold] = useState<Told>();
  const key = `${run}:${branch}`;
  const story = useRef<{ readonly key: string; readonly story: Story }>(undefined);
  const wanted = useRef<(() => Promise<void>) | undefined>(undefined);
  const isAsking = useRef(false);

  useEffect(() => {
    if (instant === undefined) return;
    if (story.current?.key !== key) {
      const fetch = (from: number, count: number) => queryTrace({ preset: 'story', filter: '', from, count });
      story.current = { key, story: new Story(fetch) };
    }
    const { story: list } = story.current;
    wanted.current = async () => {
      const position = await list.position(instant);
      const rows = await list.rows(position - before, position + after);
      setTold({ key, position, total: list.total, rows });
    };
    if (isAsking.current) return;
    isAsking.current = true;
    void (async () => {
      while (wanted.current) {
        const next = wanted.current;
        wanted.current = undefined;
        await next().catch((error: unknown) => {
          if (!(error instanceof LabError)) throw error;
        });
      }
    })().finally(() => {
      isAsking.current = false;
    });
  }, [key, instant, events, before, after]);

  const isCurrent = told?.key === key;
  return {
    told: isCurrent ? told : undefined,
    upToNow: async () => (isCurrent ? ((await story.current?.story.rows(0, told.position)) ?? []) : []),
  };
}
