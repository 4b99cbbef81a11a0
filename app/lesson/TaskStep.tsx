/**
 * A task: its files, its checks, the button that judges, and help that comes one piece at a time.
 */
import { Check, CheckCheck, Lightbulb } from 'lucide-react';
import { useEffect, useReducer, useRef } from 'react';
import { Button } from '../design/Button';
import { useLesson } from '../store/lesson';
import { NO_WORK } from '../store/lesson-progress';
import { showPlace } from '../store/selection';
import { Checks } from './Checks';
import { useFocusAfter } from './focus-after';
import { LessonSentence } from './LessonText';
import { helpFor } from './model/hints';
import type { StepOf } from './player';
import { player } from './the-player';

export function TaskStep({ step }: { readonly step: StepOf<'task'> }) {
  const doing = useLesson((state) => state.doing);
  const isDone = useLesson((state) => state.progress?.done.includes(step.id) ?? false);
  const isChecking = doing?.kind === 'check' && doing.step === step.id;
  return (
    <section className="lesson-box" aria-label="Task">
      <p className="lesson-files">
        <span className="hint">To change:</span>
        {step.files.map((file) => (
          <button key={file} type="button" className="lesson-name" onClick={() => showPlace({ file, line: 1 })}>
            <code className="lesson-code">{file}</code>
          </button>
        ))}
      </p>
      <Checks step={step} />
      <div className="lesson-actions">
        <Button
          label="Check"
          look="go"
          icon={<CheckCheck size={15} aria-hidden="true" />}
          tip="Runs your files under every seed of the lesson and looks at what the kernel did"
          shortcut="Ctrl+Shift+Enter"
          unavailable={doing !== undefined}
          onClick={() => void player.check(step)}
        />
        {isChecking && (
          <>
            <progress aria-label="Judged so far" max={1} {...(doing.done !== undefined && { value: doing.done })} />
            <Running done={doing.done ?? 0} />
            <Button label="Cancel" size="small" onClick={() => player.cancel()} />
          </>
        )}
        {isDone && !isChecking && (
          <span className="lesson-state is-good">
            <Check size={14} aria-hidden="true" /> done
          </span>
        )}
      </div>
      <Help step={step} />
    </section>
  );
}

/** Which run of how many is under way. */
function Running({ done }: { readonly done: number }) {
  const seeds = useLesson((state) => state.loaded?.lesson.scenario.seeds.length) ?? 1;
  if (seeds < 2) return null;
  return <span className="hint">{`run ${Math.min(seeds, Math.floor(done * seeds) + 1)} of ${seeds}`}</span>;
}

function Help({ step }: { readonly step: StepOf<'task'> }) {
  const work = useLesson((state) => state.progress?.work[step.id]) ?? NO_WORK;
  const since = useLesson((state) => state.helpSince);
  const [, lookAgain] = useReducer((count: number) => count + 1, 0);
  const help = helpFor(step.hints, work, Date.now() - since);
  const wait = help.kind === 'later' ? help.ms : undefined;
  useEffect(() => {
    if (wait === undefined) return;
    const timer = setTimeout(lookAgain, wait + 50);
    return () => clearTimeout(timer);
  }, [wait]);
  const isFirst = work.hints === 0;
  const last = useRef<HTMLParagraphElement>(null);
  useFocusAfter(last, work.hints);
  return (
    <div className="lesson-help">
      {step.hints.slice(0, work.hints).map((hint, i) => (
        <p key={hint} className="lesson-hint" ref={i === work.hints - 1 ? last : undefined} tabIndex={-1}>
          <Lightbulb size={14} aria-hidden="true" className="lesson-hint-icon" />
          <span>
            <LessonSentence text={hint} />
          </span>
        </p>
      ))}
      {help.kind === 'later' ? (
        <p className="hint">
          {isFirst
            ? 'Help comes after a first check, or after a while.'
            : 'More help comes after another check, or after a while.'}
        </p>
      ) : (
        <div className="lesson-actions">
          <Button
            label={help.kind === 'hint' ? (isFirst ? 'Give me a hint' : 'Another hint') : 'Show a solution'}
            size="small"
            icon={<Lightbulb size={14} aria-hidden="true" />}
            onClick={() => void player.help(step)}
          />
          {help.kind === 'solution' && <span className="hint">Reading it does not solve the task; your files do.</span>}
        </div>
      )}
    </div>
  );
}
