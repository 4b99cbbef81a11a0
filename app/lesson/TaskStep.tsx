/**
 * A task: its files, its checks with what was expected and seen, the button that judges, and help that comes one piece at a time.
 */
import { Check, CheckCheck, CircleDashed, CornerUpLeft, Lightbulb, X } from 'lucide-react';
import { useEffect, useReducer, useRef } from 'react';
import { Button } from '../design/Button';
import { type Findings, useLesson } from '../store/lesson';
import { NO_WORK } from '../store/lesson-progress';
import { useProject } from '../store/project';
import { showPlace } from '../store/selection';
import { useFocusAfter } from './focus-after';
import { LessonSentence } from './LessonText';
import { helpFor } from './model/hints';
import type { Finding } from './model/results';
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

function Checks({ step }: { readonly step: StepOf<'task'> }) {
  const all = useLesson((state) => state.loaded?.lesson.checks) ?? [];
  const found = useLesson((state) => state.findings[step.id]);
  const isOld = useProject(({ project }) => found !== undefined && found.files !== project.files);
  const ids = found ? found.list.map(({ id }) => id) : step.checks;
  const wanted = all.filter(({ id }) => ids.includes(id));
  const firstFailed = found?.list.find(({ state }) => state === 'failed')?.id;
  return (
    <>
      <h4 id={`${step.id}-checks`}>Checks</h4>
      {isOld && <p className="hint">Of an earlier state of your files. Check again.</p>}
      <ul className="lesson-checks" aria-labelledby={`${step.id}-checks`}>
        {wanted.map(({ id, title, help }) => (
          <CheckEntry
            key={id}
            step={step.id}
            title={title}
            help={help}
            finding={found?.list.find((one) => one.id === id)}
            isOld={isOld}
            isFirstFailed={id === firstFailed}
          />
        ))}
      </ul>
      {found && <Seeds found={found} />}
    </>
  );
}

function Seeds({ found: { seeds, list } }: { readonly found: Findings }) {
  const bad = list.find(({ state }) => state === 'failed')?.seed;
  if (seeds < 2) return null;
  return (
    <p className="hint">
      Judged under {seeds} seeds: other interleavings of the same program.
      {bad !== undefined && ` The first failure is of seed ${bad}.`}
    </p>
  );
}

const STATES = {
  passed: { word: 'passed', Icon: Check },
  failed: { word: 'failed', Icon: X },
  'not-run': { word: 'not run', Icon: CircleDashed },
} as const;

interface CheckProps {
  readonly step: string;
  readonly title: string;
  readonly help: string | undefined;
  readonly finding: Finding | undefined;
  readonly isOld: boolean;
  /** It is brought into sight. */
  readonly isFirstFailed: boolean;
}

function CheckEntry({ step, title, help, finding, isOld, isFirstFailed }: CheckProps) {
  const isDoing = useLesson((state) => state.doing !== undefined);
  const entry = useRef<HTMLLIElement>(null);
  const isFailed = finding?.state === 'failed';
  useEffect(() => {
    if (isFirstFailed && finding) entry.current?.scrollIntoView({ block: 'nearest' });
  }, [isFirstFailed, finding]);
  const { word, Icon } = STATES[finding?.state ?? 'not-run'];
  return (
    <li ref={entry} className={`lesson-check is-${finding?.state ?? 'not-run'}${isOld ? ' is-old' : ''}`}>
      <Icon size={16} aria-hidden="true" className="lesson-check-icon" />
      <div className="lesson-check-body">
        <p>
          {title} <span className="lesson-state">{word}</span>
        </p>
        {finding && isFailed && (
          <>
            <dl className="lesson-facts">
              <dt>Expected</dt>
              <dd>
                <code className="lesson-code">{finding.expected}</code>
              </dd>
              <dt>Seen</dt>
              <dd>
                <code className="lesson-code">{finding.seen}</code>
              </dd>
            </dl>
            {help !== undefined && (
              <p>
                <LessonSentence text={help} />
              </p>
            )}
            <Button
              label="Jump to the moment"
              size="small"
              icon={<CornerUpLeft size={14} aria-hidden="true" />}
              unavailable={isOld || isDoing}
              onClick={() => void player.jump(step, finding)}
            />
          </>
        )}
      </div>
    </li>
  );
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
