/**
 * The checks of a task: before a check what will be looked at, afterwards the result, under a heading that takes the focus then. What was expected and
 * seen stands there in plain sentences; the rules as they are written only under "Details".
 */
import { Check, CircleDashed, CornerUpLeft, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RuleResult } from '../../kernel-sim/protocol/checks';
import { Button } from '../design/Button';
import { type Findings, useLesson } from '../store/lesson';
import { useProject } from '../store/project';
import { showPlace } from '../store/selection';
import { LessonSentence } from './LessonText';
import { deciding, type Finding, headlineOf, momentLabel, seedsText } from './model/results';
import type { StepOf } from './player';
import { player } from './the-player';
import './checks.css';

export function Checks({ step }: { readonly step: StepOf<'task'> }) {
  const all = useLesson((state) => state.loaded?.lesson.checks) ?? [];
  const found = useLesson((state) => state.findings[step.id]);
  const isOld = useProject(({ project }) => found !== undefined && found.files !== project.files);
  const heading = useFocusOnResult(found);
  const ids = found?.isBuilt ? found.list.map(({ id }) => id) : step.checks;
  const wanted = all.filter(({ id }) => ids.includes(id));
  return (
    <>
      <h4 id={`${step.id}-checks`} ref={heading} tabIndex={-1} className="check-headline">
        {found ? headlineOf(found) : 'Checks'}
      </h4>
      {isOld && <p className="hint">Of an earlier state of your files. Check again.</p>}
      {found && !found.isBuilt && <NotBuilt found={found} />}
      <ul className="check-list" aria-labelledby={`${step.id}-checks`}>
        {wanted.map(({ id, title, help }) => (
          <CheckEntry
            key={id}
            step={step.id}
            title={title}
            help={help}
            finding={found?.list.find((one) => one.id === id)}
            isOld={isOld}
          />
        ))}
      </ul>
      {found && seedsText(found) !== '' && <p className="hint">{seedsText(found)}</p>}
    </>
  );
}

/** The heading of a result that has just come takes the focus, unless the learner is at work somewhere else. */
function useFocusOnResult(found: Findings | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(found);
  useEffect(() => {
    const isNew = found !== undefined && found !== before.current;
    before.current = found;
    const { activeElement } = document;
    const isHere =
      activeElement === null || activeElement === document.body || activeElement.closest('.lesson') !== null;
    if (!isNew) return;
    if (isHere) heading.current?.focus({ preventScroll: true });
    // What failed is to be seen, else the result.
    bringUp(heading.current?.parentElement?.querySelector('.check.is-failed') ?? heading.current);
  }, [found]);
  return heading;
}

/** To the top of the step; nothing around the step is scrolled. */
function bringUp(entry: Element | null): void {
  const body = entry?.closest('.lesson-body');
  if (!entry || !body) return;
  body.scrollTop += entry.getBoundingClientRect().top - body.getBoundingClientRect().top;
}

function NotBuilt({ found }: { readonly found: Findings }) {
  const [first] = found.problems;
  return (
    <div className="check-body">
      <p>Nothing was judged: there is no program to run.</p>
      {first && (
        <p>
          The first message, in{' '}
          <button
            type="button"
            className="lesson-name"
            onClick={() => showPlace({ file: first.file, line: first.line, column: first.col })}
          >
            <code className="lesson-code">{first.file}</code>, line {first.line}
          </button>
          : {first.text}
        </p>
      )}
    </div>
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
}

function CheckEntry({ step, title, help, finding, isOld }: CheckProps) {
  const isDoing = useLesson((state) => state.doing !== undefined);
  const wrong = finding && deciding(finding);
  const { word, Icon } = STATES[finding?.state ?? 'not-run'];
  return (
    <li className={`check is-${finding?.state ?? 'not-run'}${isOld ? ' is-old' : ''}`}>
      <Icon size={16} aria-hidden="true" className="check-icon" />
      <p className="check-title">
        {title} <span className="lesson-state">{word}</span>
      </p>
      <div className="check-body">
        {finding && wrong && (
          <>
            <Facts rule={wrong} />
            {help !== undefined && (
              <p>
                <LessonSentence text={help} />
              </p>
            )}
            <Button
              label={momentLabel(wrong)}
              size="small"
              icon={<CornerUpLeft size={14} aria-hidden="true" />}
              unavailable={isOld || isDoing}
              onClick={() => void player.jump(step, finding)}
            />
          </>
        )}
        {finding && finding.rules.length > 0 && <Details title={title} finding={finding} />}
      </div>
    </li>
  );
}

function Facts({ rule }: { readonly rule: RuleResult }) {
  return (
    <dl className="check-facts">
      <dt>Expected</dt>
      <dd>{rule.expected}</dd>
      <dt>Seen</dt>
      <dd>{rule.seen}</dd>
    </dl>
  );
}

/** Every rule that was judged, as its author wrote it, and what decided it as the trace has it. */
function Details({ title, finding: { rules, seed, state } }: { readonly title: string; readonly finding: Finding }) {
  return (
    <details className="check-details">
      <summary>
        Details<span className="visually-hidden"> of: {title}</span>
      </summary>
      <ol>
        {rules.map((rule) => (
          <li key={rule.rule}>
            {(rule.passed || state === 'passed') && <Facts rule={rule} />}
            <dl className="check-facts">
              <dt>{rule.passed ? 'Rule, holds' : 'Rule, does not hold'}</dt>
              <dd>
                <code>{rule.rule}</code>
              </dd>
              <dt>Found, with seed {seed}</dt>
              <dd>
                <code>{rule.found}</code>
              </dd>
            </dl>
          </li>
        ))}
      </ol>
    </details>
  );
}
