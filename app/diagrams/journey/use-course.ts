/** Asks for what a journey is made of; the answer changes with the request, not with the shown instant. */
import { useMemo } from 'react';
import type { EventRow } from '../../../kernel-sim/protocol/views';
import type { StackView } from '../../../kernel-sim/protocol/views-code';
import { useQuestion } from '../shared/question';
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
  /** There are more events than are looked at. */
  readonly isCut: boolean;
}

export function useCourse(followed: ReturnType<typeof useFollowedRequest>, process: string): FollowedCourse {
  const { branch, head } = followed;
  const subject = useSubject(followed);
  const to = subject ? lastInstant(subject, followed, head) : 0;
  const range = branch === undefined || !subject ? undefined : { branch, from: subject.from, to };
  const topic = subject ? `journey ${subject.irp} ${subject.from}` : 'journey';
  const events = useQuestion(range && { kind: 'events', ...range, kinds: JOURNEY_KINDS, limit: MOST_ROWS }, topic);
  const quiet = useQuestion(range && { kind: 'trace-columns', ...range, kinds: QUIET }, topic);
  const stack = useQuestion(
    range &&
      subject && {
        kind: 'views',
        at: { branch: range.branch, instant: subject.from },
        views: [{ kind: 'stack', thread: subject.tid }],
      },
    topic,
  );
  const rows = events.answer?.rows ?? NO_ROWS;
  const columns = quiet.answer;
  const frames = stackOf(stack.answer);
  const course = useMemo(
    () =>
      subject && rows.length > 0 ? courseOf({ subject, rows, quiet: columns, stack: frames, process }) : undefined,
    [subject, rows, columns, frames, process],
  );
  return { course, isAsking: events.isAsking, isCut: rows.length >= MOST_ROWS };
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

function stackOf(answer: ReturnType<typeof useQuestion<'views'>>['answer']): StackView | undefined {
  const first = answer?.[0];
  return first?.kind === 'stack' && !('problem' in first.record) ? first.record : undefined;
}
