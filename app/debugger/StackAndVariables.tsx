/**
 * The debugger's place: whose stack is shown, its frames, the variables of the chosen frame, watched expressions, registers, processors. All of it is of the
 * shown instant, live. Beside each other where there is room, else below each other.
 */
import { Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import type { Read } from '../../kernel-sim/protocol/views';
import type { ProcessesView, ProcessSummary, ThreadSummary } from '../../kernel-sim/protocol/views-threads';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { useLab } from '../store/lab';
import { useView } from '../store/views';
import { CallStack } from './CallStack';
import { lookAtThread, useFocus, useOtherThread } from './focus';
import { Processors } from './Processors';
import { Fold } from './parts';
import { Registers } from './Registers';
import { ThreadSwitch } from './ThreadSwitch';
import { Variables } from './Variables';
import { Watches } from './Watches';
import './debugger.css';

export default function StackAndVariables() {
  const hasMachine = useLab(({ shown }) => shown !== undefined);
  const phase = useLab((state) => state.phase);
  const focus = useFocus();
  const { now: stack } = useView({ kind: 'stack', ...(focus.thread !== undefined && { thread: focus.thread }) });
  const { now: processes } = useView({ kind: 'processes' });

  const sound = useMemo(() => processesIn(processes), [processes]);
  const threads = useMemo(() => sound.flatMap(threadsOf), [sound]);
  const known = stack && !('problem' in stack) ? stack : undefined;
  const process = focus.thread === undefined ? undefined : sound.find(({ pid }) => pid === known?.pid)?.address;
  const scope = useMemo(() => ({ focus, thread: known?.thread, process }), [focus, known?.thread, process]);

  if (!hasMachine) {
    const runs = phase === 'building' || phase === 'running';
    return (
      <EmptyState title={runs ? 'The machine is running' : 'There is no machine yet'}>
        {runs ? 'It has not stopped yet.' : 'Press Run.'} Where it stops, its call stack and variables appear here.
      </EmptyState>
    );
  }

  return (
    <div className="debug-wide">
      <InputNotice />
      <OtherThreadNotice threads={threads} />
      <div className="debug-columns">
        <div className="debug-column">
          <div className="debug-head">
            <h3>Call stack</h3>
            <ThreadSwitch threads={threads} tid={known?.tid} />
          </div>
          <CallStack stack={stack} chosen={focus.frame} />
        </div>
        <div className="debug-column">
          <Fold id="variables" title="Variables">
            <Variables scope={scope} />
          </Fold>
          <Fold id="watch" title="Watch">
            <Watches scope={scope} />
          </Fold>
          <Fold id="registers" title="Registers" isOpenFirst={false}>
            <Registers focus={focus} />
          </Fold>
          <Fold id="processors" title="Processors" isOpenFirst={false}>
            <Processors />
          </Fold>
        </div>
      </div>
    </div>
  );
}

function processesIn(view: Read<ProcessesView> | undefined): readonly ProcessSummary[] {
  if (!view || 'problem' in view) return [];
  return view.processes.entries.flatMap((one) => ('problem' in one ? [] : [one]));
}

function threadsOf({ threads }: ProcessSummary): readonly ThreadSummary[] {
  return threads.entries.flatMap((one) => ('problem' in one ? [] : [one]));
}

function InputNotice() {
  const waits = useLab(({ progress, phase }) => phase === 'running' && progress.waitsForInput);
  return waits ? (
    <div className="debug-notice">
      <p>The program waits for a line typed into the console.</p>
    </div>
  ) : null;
}

/** Whoever looks at another thread than the one that stands is told so, and how to come back. */
function OtherThreadNotice({ threads }: { readonly threads: readonly ThreadSummary[] }) {
  const other = useOtherThread((state) => state.other);
  const standing = useLab(({ shown }) => shown?.tid);
  if (!other || other.tid === standing) return null;
  const thread = threads.find(({ tid }) => tid === other.tid);
  const text = thread
    ? `This is thread ${thread.tid} of ${thread.image}, ${thread.text}. The machine stands in thread ${standing}.`
    : `Thread ${other.tid} does not exist at this instant. The machine stands in thread ${standing}.`;
  return (
    <div className="debug-notice">
      <p title={text}>{text}</p>
      <Button
        label={`Back to thread ${standing}`}
        icon={<Undo2 size={14} aria-hidden="true" />}
        size="small"
        onClick={() => lookAtThread(undefined)}
      />
    </div>
  );
}
