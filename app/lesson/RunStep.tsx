/** A guided run: one button that builds, runs and stops at the moment of the step; then what came of the prediction before it. */
import { Play } from 'lucide-react';
import { Button } from '../design/Button';
import { useLab } from '../store/lab';
import { useLesson } from '../store/lesson';
import { isDecided } from './model/steps';
import type { StepOf } from './player';
import { Verdict } from './Question';
import { player } from './the-player';

export function RunStep({ step }: { readonly step: StepOf<'run'> }) {
  const doing = useLesson((state) => state.doing);
  const isDone = useLesson((state) => state.progress?.done.includes(step.id) ?? false);
  const isLoading = useLab((state) => state.phase === 'loading');
  const target = step.until === undefined ? 'Run' : 'Go to this moment';
  return (
    <>
      <div className="lesson-actions">
        <Button
          label={isDone ? `${target} again` : target}
          look={isDone ? 'plain' : 'go'}
          icon={<Play size={14} fill="currentColor" aria-hidden="true" />}
          unavailable={doing !== undefined || isLoading}
          onClick={() => void player.run(step)}
        />
      </div>
      {isDone && <DecidedBefore id={step.id} />}
    </>
  );
}

/** The last prediction before a step, if it is decided and no other run has shown it. */
function DecidedBefore({ id }: { readonly id: string }) {
  const steps = useLesson((state) => state.loaded?.lesson.steps);
  const progress = useLesson((state) => state.progress);
  if (!steps || !progress) return null;
  const before = steps.slice(
    0,
    steps.findIndex((step) => step.id === id),
  );
  const last = before.findLast(({ kind }) => kind === 'predict' || kind === 'run');
  const question = last?.kind === 'predict' ? last : undefined;
  const answer = question && progress.answers[question.id];
  if (!question || !answer || !isDecided(progress, question.id)) return null;
  return (
    <section aria-label="Your prediction">
      <Verdict step={question} answer={answer} />
    </section>
  );
}
