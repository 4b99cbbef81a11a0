/** Asks for what a journey is made of; the answer changes with the request, not with the shown instant. */
import { useMemo, useRef } from 'react';
import type { EventRow, ViewKind, ViewRecord, ViewResult } from '../../../kernel-sim/protocol/views';
import { isProblem } from '../shared/facts';
import { useSettledAnswer } from '../shared/settled-answer';
import type { useFollowedRequest } from '../shared/use-request';
import { type Course, courseOf, QUIET_KINDS } from './model';
import { JOURNEY_KINDS, type JourneySubject } from './related';

/** Instructions after the end of the IRP in which its thread may still return from the wait for it. */
const AFTERMATH = 20_000;
const MOST_ROWS = 6000;
const QUIET = Object.keys(QUIET_KINDS);
const NO_ROWS: readonly EventRow[] = [];

interface FollowedCourse {
  readonly course: Course | undefined;
  readonly isAsking: boolean;
  /** It is still that of another request. */
  readonly isStale: boolean;
  /** There are more events than are looked at. */
  readonly isCut: boolean;
}

export function useCourse(followed: ReturnType<typeof useFollowedRequest>): FollowedCourse {
  const { branch, head } = followed;
  const subject = useSubject(followed);
  const to = subject ? lastInstant(subject, followed, head) : 0;
  const range = branch === undefined || !subject ? undefined : { branch, from: subject.from, to };
  const topic = subject ? `journey ${subject.irp} ${subject.from}` : 'journey';
  const events = useSettledAnswer(range && { kind: 'events', ...range, kinds: JOURNEY_KINDS, limit: MOST_ROWS }, topic);
  const quiet = useSettledAnswer(range && { kind: 'trace-columns', ...range, kinds: QUIET }, topic);
  const stack = useSettledAnswer(
    range &&
      subject && {
        kind: 'views',
        at: { branch: range.branch, instant: subject.from },
        views: [
          { kind: 'stack', thread: subject.tid },
          { kind: 'thread', thread: subject.tid },
        ],
      },
    topic,
  );
  const rows = events.answer?.rows ?? NO_ROWS;
  const columns = quiet.answer;
  const views = stack.answer;
  // Drawn when all of it is there, so that nothing jumps.
  const isWhole = rows.length > 0 && Boolean(columns || quiet.problem) && Boolean(views || stack.problem);
  const course = useMemo(() => {
    if (!subject || !isWhole) return undefined;
    const process = recordOf(views, 'thread')?.image ?? '';
    return courseOf({ subject, rows, quiet: columns, stack: recordOf(views, 'stack'), process });
  }, [subject, isWhole, rows, columns, views]);
  const isAsking = events.isAsking || quiet.isAsking || stack.isAsking;
  // The journey before stays until there is another.
  const kept = useRef(course);
  if (course || !subject || !isAsking) kept.current = course;
  return { course: kept.current, isAsking, isStale: course === undefined, isCut: rows.length >= MOST_ROWS };
}

/** The same object as long as it is about the same. */
function useSubject({ entry, request }: ReturnType<typeof useFollowedRequest>): JourneySubject | undefined {
  const refused = entry?.kind === 'call' ? entry : undefined;
  const { irp, tid, from, allocated, freed } = refused
    ? { irp: undefined, tid: refused.tid, from: refused.from, allocated: Number.POSITIVE_INFINITY, freed: undefined }
    : (request ?? { irp: undefined, tid: 0, from: 0, allocated: 0, freed: undefined });
  const isSome = refused !== undefined || (request !== undefined && request !== null);
  return useMemo(
    () => (isSome ? { irp, tid, from, allocated, freed } : undefined),
    [isSome, irp, tid, from, allocated, freed],
  );
}

function lastInstant(
  { irp, freed }: JourneySubject,
  { entry, request }: ReturnType<typeof useFollowedRequest>,
  head: number,
): number {
  if (irp === undefined) return entry?.kind === 'call' ? entry.to + 1 : head + 1;
  if (freed === undefined) return head + 1;
  return Math.min(head, Math.max(freed, request?.to ?? freed) + AFTERMATH) + 1;
}

function recordOf<K extends ViewKind>(results: readonly ViewResult[] | undefined, kind: K): ViewRecord<K> | undefined {
  const found = results?.find((one) => one.kind === kind);
  return found === undefined || isProblem(found.record) ? undefined : (found.record as ViewRecord<K>);
}
