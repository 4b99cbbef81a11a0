/** Asks for all that the buffers of the followed request are drawn from: what never changes once a request, what the shown instant has as live views. */
import { useMemo } from 'react';
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { RequestSituation } from '../../../kernel-sim/protocol/page-queries';
import type { ViewKind, ViewQuery, ViewQueryOf, ViewRecord, ViewResult } from '../../../kernel-sim/protocol/views';
import { useLab } from '../../store/lab';
import { useView } from '../../store/views';
import { isProblem, known } from '../shared/facts';
import { useSettledAnswer } from '../shared/settled-answer';
import { buffersOf, MOST_BYTES } from './model';
import { type BufferPlan, planOf } from './plan';
import { bytesAsked, MOST_WRITES } from './stale';

const KINDS = ['irp_copy', 'irp_call', 'irp_complete'];
const NULL = '0x0000000000000000';

export function useBuffers(request: RequestSituation | null | undefined, branch: number, head: number) {
  const shown = useLab((state) => state.shown?.at.instant ?? 0);
  const before = useLab((state) => (state.before?.branch === branch ? state.before.instant : shown));
  const isCallersSpace = useLab((state) => state.situation?.pid === state.situation?.request?.pid);
  const events = useEvents(request, branch, head);
  const plan = usePlan(request, branch, events);
  const isAlive = request !== null && request !== undefined && isWithin(shown, request);

  const irp = useView<'irp'>(isAlive ? { kind: 'irp', address: request.irp } : undefined);
  const input = useView<'memory'>(bytesQuery(request, plan?.input?.address, plan?.inputLength));
  const output = useView<'memory'>(bytesQuery(request, plan?.output?.address, plan?.outputLength));
  const hasSystem = isAlive && plan !== undefined && plan.systemBuffer !== NULL;
  const system = useView<'memory'>(hasSystem ? bytesQuery(request, plan.systemBuffer, plan.systemLength) : undefined);
  const pool = useView<'pool'>(hasSystem ? { kind: 'pool', address: plan.systemBuffer } : undefined);
  const translation = useView<'translation'>(
    request && plan?.output?.way === 'direct'
      ? { kind: 'translation', address: plan.output.address, process: request.pid }
      : undefined,
  );
  const writes = useWrites(plan, events, shown, branch);

  const model = useMemo(() => {
    if (!request || !plan) return undefined;
    const block = known(pool.now)?.block;
    return buffersOf({
      ...{ plan, shown, before, freed: request.freed, events, writes, isCallersSpace },
      irp: isAlive ? known(irp.now) : undefined,
      informationBefore: known(irp.before)?.information,
      input: { now: known(input.now), before: known(input.before) },
      output: { now: known(output.now), before: known(output.before) },
      system: { now: known(system.now), before: known(system.before) },
      pool: block ? `tag ${block.tag.trim()}, ${block.pool}` : '',
      outputPhysical: known(translation.now)?.physical ?? undefined,
    });
  }, [
    request,
    plan,
    shown,
    before,
    events,
    writes,
    isCallersSpace,
    isAlive,
    irp,
    input,
    output,
    system,
    pool,
    translation,
  ]);
  return { model };
}

/** The IRP is there in this state. */
function isWithin(shown: number, { allocated, freed }: RequestSituation): boolean {
  return allocated <= shown && shown < (freed ?? Number.POSITIVE_INFINITY);
}

function bytesQuery(
  request: RequestSituation | null | undefined,
  address: string | undefined,
  length = 0,
): ViewQueryOf<'memory'> | undefined {
  if (!request || address === undefined || length === 0) return undefined;
  return { kind: 'memory', thread: request.tid, address, format: 'bytes', count: Math.min(length, MOST_BYTES) };
}

function useEvents(request: RequestSituation | null | undefined, branch: number, head: number): readonly TraceEvent[] {
  const { irp, allocated, freed } = request ?? { irp: '', allocated: 0, freed: undefined };
  const { answer } = useSettledAnswer(
    request
      ? { kind: 'events', branch, from: allocated - 1, to: freed ?? head + 1, kinds: KINDS, limit: 2000 }
      : undefined,
    `buffers ${irp} ${allocated}`,
  );
  return useMemo(() => answer?.rows.flatMap(({ event }) => (event.irp === irp ? [event] : [])) ?? [], [answer, irp]);
}

/** Does not change any more once a driver was called. */
function usePlan(
  request: RequestSituation | null | undefined,
  branch: number,
  events: readonly TraceEvent[],
): BufferPlan | undefined {
  const { tid = 0, allocated = 0, irp = '', device = '' } = request ?? {};
  const sent = events.find(({ event }) => event === 'irp_call')?.instant ?? allocated;
  const topic = `plan ${irp} ${allocated}`;
  const first = useSettledAnswer(
    request ? viewsAt(branch, allocated, [{ kind: 'stack', thread: tid }]) : undefined,
    topic,
  ).answer;
  const second = useSettledAnswer(
    request
      ? viewsAt(branch, sent, [
          { kind: 'irp', address: irp },
          { kind: 'device', address: device },
        ])
      : undefined,
    topic,
  ).answer;
  return useMemo(() => {
    if (!request || !first || !second) return undefined;
    return planOf({
      request,
      stack: recordOf(first, 'stack'),
      irp: recordOf(second, 'irp'),
      device: recordOf(second, 'device'),
    });
  }, [request, first, second]);
}

function viewsAt(branch: number, instant: number, views: readonly ViewQuery[]) {
  return { kind: 'views', at: { branch, instant }, views } as const;
}

function recordOf<K extends ViewKind>(results: readonly ViewResult[], kind: K): ViewRecord<K> | undefined {
  const found = results.find((one) => one.kind === kind);
  return found === undefined || isProblem(found.record) ? undefined : (found.record as ViewRecord<K>);
}

/** Who wrote the bytes that go back: asked once the request is completed. */
function useWrites(plan: BufferPlan | undefined, events: readonly TraceEvent[], shown: number, branch: number) {
  const complete = events.findLast(({ event, instant }) => event === 'irp_complete' && instant < shown);
  const length = plan && complete ? bytesAsked(plan, complete) : 0;
  const { answer } = useSettledAnswer(
    plan && complete && length > 0
      ? {
          kind: 'last-writes',
          request: {
            address: plan.systemBuffer,
            length,
            at: { branch, instant: complete.instant },
            count: MOST_WRITES,
          },
        }
      : undefined,
    'buffer-writes',
  );
  return complete && length > 0 ? answer : undefined;
}
