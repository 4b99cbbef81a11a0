/** A short explanation in the learner's words, kept as it is typed, and then the author's beside it. Can be left out. */
import { useId, useRef } from 'react';
import { Button } from '../design/Button';
import { useLesson } from '../store/lesson';
import { useFocusAfter } from './focus-after';
import { LessonSentence } from './LessonText';
import type { StepOf } from './player';
import { Verdict } from './Question';
import { player } from './the-player';

export function ExplainStep({ step }: { readonly step: StepOf<'explain'> }) {
  const explained = useLesson((state) => state.progress?.explained[step.id]);
  const name = useId();
  const authors = useRef<HTMLDivElement>(null);
  const isCompared = explained?.compared === true;
  useFocusAfter(authors, isCompared ? 1 : 0);
  const chosen = explained?.option === undefined ? undefined : step.options?.[explained.option];
  const hasSaid = (explained?.text.trim() ?? '') !== '' || chosen !== undefined;
  return (
    <section className="lesson-box">
      <Predicted of={step.of} />
      {step.options && (
        <fieldset className="lesson-options" disabled={isCompared}>
          <legend>Which comes closest?</legend>
          {step.options.map(({ text }, i) => (
            <label key={text} className="lesson-option">
              <input
                type="radio"
                name={name}
                checked={explained?.option === i}
                onChange={() => player.setExplanation(step.id, { option: i })}
              />
              <span>
                <LessonSentence text={text} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="lesson-own">
        <span>{step.options ? 'In your own words, if you like' : 'In your own words'}</span>
        <textarea
          rows={3}
          value={explained?.text ?? ''}
          onChange={({ target }) => player.setExplanation(step.id, { text: target.value })}
        />
      </label>
      {isCompared ? (
        <div className="lesson-verdict is-plain" ref={authors} tabIndex={-1}>
          {chosen && (
            <p>
              <strong>{chosen.correct ? 'Yes. ' : 'Not quite. '}</strong>
              <LessonSentence text={chosen.feedback} />
            </p>
          )}
          <p className="lesson-verdict-title">How the author says it</p>
          <p>
            <LessonSentence text={step.answer} />
          </p>
        </div>
      ) : (
        <div className="lesson-actions">
          <Button
            label="Compare with the author's"
            look={hasSaid ? 'go' : 'plain'}
            unavailable={!hasSaid}
            onClick={() => player.compare(step.id)}
          />
          <span className="hint">You may go on without it.</span>
        </div>
      )}
    </section>
  );
}

/** What the explanation is about. */
function Predicted({ of }: { readonly of: string }) {
  const step = useLesson((state) => state.loaded?.lesson.steps.find(({ id }) => id === of));
  const answer = useLesson((state) => state.progress?.answers[of]);
  if ((step?.kind !== 'predict' && step?.kind !== 'transfer') || answer?.result === undefined) return null;
  return <Verdict step={step} answer={answer} />;
}
