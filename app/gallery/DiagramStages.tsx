/**
 * All diagrams at once, at an instant of a real run that a stage names: what they draw here is what a learner would see there.
 */
import { Suspense, useState } from 'react';
import { runLab } from '../client/lab-client';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { DIAGRAM_LIST } from '../diagrams/registry';
import type { InstantGoal } from '../instants/described';
import { goTo } from '../instants/go-to';
import { useLab } from '../store/lab';
import { openProject, requestOf, useProject } from '../store/project';

interface Stage {
  readonly id: string;
  readonly title: string;
  readonly sample: string;
  readonly goal: InstantGoal;
}

const event = (name: string, nth: number): InstantGoal => ({ kind: 'event', events: [name], nth });

const STAGES: readonly Stage[] = [
  { id: 'boot', title: 'Mirror: boot', sample: 'mirror', goal: { kind: 'beginning' } },
  { id: 'called', title: 'Mirror: the driver is called', sample: 'mirror', goal: event('irp_call', 2) },
  { id: 'copied', title: 'Mirror: the answer was copied', sample: 'mirror', goal: event('irp_copy', -1) },
  { id: 'end', title: 'Mirror: the end', sample: 'mirror', goal: { kind: 'end' } },
  { id: 'pending', title: 'Later: pending', sample: 'later', goal: event('irp_pend', 1) },
  { id: 'dpc', title: 'Later: completed by a DPC', sample: 'later', goal: event('irp_complete', 2) },
  { id: 'threads', title: 'Counter: two threads', sample: 'counter', goal: event('irp_call', 9) },
  { id: 'crash', title: 'Null: bug check', sample: 'null', goal: { kind: 'end' } },
];

export function DiagramStages() {
  const [stage, setStage] = useState<string>();
  const place = useLab((state) => state.shown?.place);
  const show = async ({ id, sample, goal }: Stage) => {
    setStage(id);
    openProject(`sample:${sample}`);
    await runLab(requestOf(useProject.getState().project));
    await standing();
    await goTo(goal);
  };
  return (
    <>
      <div className="gallery-row">
        {STAGES.map((one) => (
          <Button
            key={one.id}
            label={one.title}
            size="small"
            pressed={one.id === stage}
            onClick={() => void show(one)}
          />
        ))}
      </div>
      <p className="hint">{place ? `The machine stands at ${place}.` : 'Nothing was run yet.'}</p>
      <div className="gallery-diagrams">
        {DIAGRAM_LIST.map(({ id, title, Component }) => (
          <div key={id} className="gallery-frame" data-diagram={id}>
            <Suspense fallback={<EmptyState title={`Loading ${title}`} />}>
              <Component />
            </Suspense>
          </div>
        ))}
      </div>
    </>
  );
}

/** Until the run that was begun has come to its end. */
function standing(): Promise<void> {
  const isDone = () => useLab.getState().phase === 'standing' && useLab.getState().shown !== undefined;
  if (isDone()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useLab.subscribe(() => {
      if (!isDone()) return;
      stop();
      resolve();
    });
  });
}
