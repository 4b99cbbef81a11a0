/**
 * A prediction: options, how sure one is, and once a run has decided, what came out and why the chosen option is or is not so. Also the last question
 * of a lesson, whose run begins here.
 */
import { Lightbulb, Play, Target } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Option } from '../../lessons/schema';
import { Button } from '../design/Button';
import { useLesson } from '../store/lesson';
import { type Answer, CONFIDENCES, type Confidence } from '../store/lesson-progress';
import { useFocusAfter } from './focus-after';
import { LessonSentence } from './LessonText';
import type { StepOf } from './player';
import { TransferRun } from './TransferRun';
import { player } from './the-player';

/** What is asked: by a step itself, or again by one that recalls it. */
type QuestionStep = StepOf<'predict' | 'transfer' | 'recall'>;

function useOptions(step: QuestionStep): readonly Option[] {
  const recalled = useLesson((state) => state.loaded?.recalled[step.id]?.options);
  return step.kind === 'recall' ? (recalled ?? []) : step.options;
}

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  unsure: 'Unsure',
  fairly: 'Fairly sure',
  sure: 'Sure',
};

export function Question({ step }: { readonly step: QuestionStep }) {
  const answer = useLesson((state) => state.progress?.answers[step.id]);
  const arrival = useLesson((state) => state.arrival);
  const [option, setOption] = useState(answer?.option);
  const [confidence, setConfidence] = useState(answer?.confidence);
  const first = useRef<HTMLInputElement>(null);
  const decided = useRef<HTMLElement>(null);
  const options = useOptions(step);
  const name = useId();
  useFocusAfter(decided, answer?.result === undefined ? 0 : 1);
  useEffect(() => {
    if (arrival.at === 'question') first.current?.focus();
  }, [arrival]);
  if (answer?.result !== undefined) {
    return (
      <section className="lesson-box" ref={decided} tabIndex={-1} aria-label="What came out">
        <p className="lesson-question">
          <LessonSentence text={step.question} />
        </p>
        <Verdict step={step} answer={answer} />
        {step.kind === 'transfer' && <TransferRun step={step} run={answer.run} />}
      </section>
    );
  }
  const isKept = answer !== undefined && answer.option === option && answer.confidence === confidence;
  const keep = () => {
    if (option === undefined || !confidence) return;
    if (step.kind === 'recall') player.recall(step.id, option, confidence);
    else player.answer(step.id, option, confidence);
  };
  return (
    <form
      className="lesson-box"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <fieldset className="lesson-options">
        <legend className="lesson-question">
          <LessonSentence text={step.question} />
        </legend>
        {options.map(({ text }, i) => (
          <label key={text} className="lesson-option">
            <input
              type="radio"
              name={`${name}-option`}
              ref={i === (option ?? 0) ? first : undefined}
              checked={option === i}
              onChange={() => setOption(i)}
            />
            <span>
              <LessonSentence text={text} />
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="lesson-options is-row">
        <legend>How sure are you?</legend>
        {CONFIDENCES.map((one) => (
          <label key={one} className="lesson-option">
            <input
              type="radio"
              name={`${name}-confidence`}
              checked={confidence === one}
              onChange={() => setConfidence(one)}
            />
            <span>{CONFIDENCE_WORDS[one]}</span>
          </label>
        ))}
      </fieldset>
      <div className="lesson-actions">
        <Button
          label={
            step.kind === 'recall'
              ? 'Answer'
              : answer === undefined
                ? 'Keep my answer'
                : isKept
                  ? 'Answer kept'
                  : 'Change my answer'
          }
          look={isKept ? 'plain' : 'go'}
          unavailable={option === undefined || confidence === undefined || isKept}
          onClick={keep}
        />
        {step.kind === 'transfer' && <RunTransfer step={step} isKept={isKept} />}
        {step.kind === 'recall' && <span className="hint">From an earlier lesson. You may go on without it.</span>}
      </div>
      {step.kind === 'transfer' && <TransferRun step={step} run={undefined} />}
    </form>
  );
}

function RunTransfer({ step, isKept }: { readonly step: StepOf<'transfer'>; readonly isKept: boolean }) {
  const isDoing = useLesson((state) => state.doing !== undefined);
  return (
    <Button
      label="Run it and see"
      look={isKept ? 'go' : 'plain'}
      icon={<Play size={14} fill="currentColor" aria-hidden="true" />}
      unavailable={!isKept || isDoing}
      onClick={() => void player.transfer(step)}
    />
  );
}

/** What came out, and what that says about the chosen option. */
export function Verdict({ step, answer }: { readonly step: QuestionStep; readonly answer: Answer }) {
  const options = useOptions(step);
  const chosen = options[answer.option];
  const key = options.find(({ value }) => String(value) === String(answer.result));
  const isRight = chosen !== undefined && chosen === key;
  const Icon = isRight ? Target : Lightbulb;
  const headings =
    step.kind === 'recall' ? ['Right', 'It was otherwise'] : ['As you expected', 'It came out otherwise'];
  return (
    <div className={isRight ? 'lesson-verdict is-good' : 'lesson-verdict is-other'}>
      <p className="lesson-verdict-title">
        <Icon size={16} aria-hidden="true" /> {headings[isRight ? 0 : 1]}
      </p>
      <dl className="lesson-facts">
        <dt>You said</dt>
        <dd>
          <LessonSentence text={chosen?.text ?? ''} />{' '}
          <span className="hint">({CONFIDENCE_WORDS[answer.confidence].toLowerCase()})</span>
        </dd>
        <dt>{step.kind === 'recall' ? 'It was' : 'The run'}</dt>
        <dd>{key ? <LessonSentence text={key.text} /> : String(answer.result ?? 'has no such value')}</dd>
      </dl>
      <p>
        <LessonSentence text={chosen?.feedback ?? ''} />
      </p>
      {!isRight && answer.confidence === 'sure' && (
        <p className="hint">You were sure. That makes this worth a second look: what did you rely on?</p>
      )}
      {isRight && answer.confidence === 'unsure' && <p className="hint">You were unsure, and you were right.</p>}
    </div>
  );
}
