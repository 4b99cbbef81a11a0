/**
 * What whoever teaches the lesson should know: notes on the whole and on each step, with the key of what is asked there and what each wrong answer
 * mistakes. It gives everything away, so it opens by a command only.
 */
import { useEffect, useState } from 'react';
import { loadNotes } from '../../lessons/index';
import type { LessonSection, Step } from '../../lessons/schema';
import { Dialog } from '../design/Dialog';
import { holdIdle } from '../shell/idle';
import { useLesson } from '../store/lesson';
import { LessonSentence, LessonText } from './LessonText';

export default function InstructorNotes() {
  const lesson = useLesson((state) => state.loaded?.lesson);
  const id = useLesson((state) => state.id);
  const [notes, setNotes] = useState<readonly LessonSection[]>();
  useEffect(() => {
    const release = holdIdle();
    if (id !== undefined) void loadNotes(id).then(setNotes).finally(release);
    return release;
  }, [id]);
  if (!lesson) return null;
  return (
    <Dialog
      title={`For the instructor: ${lesson.title}`}
      about="Answers and misconceptions. Do not show this to the class."
      open
      wide
      onClose={() => useLesson.setState({ isTeaching: false })}
    >
      {notes?.map(({ id: place, title, markdown }) => {
        const step = lesson.steps.find((one) => one.id === place);
        return (
          <section key={place} className="lesson-notes">
            <h3>{title}</h3>
            <LessonText markdown={markdown} />
            {step && <Key step={step} />}
          </section>
        );
      })}
    </Dialog>
  );
}

/** What is right, and the name of what each wrong answer mistakes, as it stands in a learner's record. */
function Key({ step }: { readonly step: Step }) {
  if (step.kind === 'order') {
    const order = step.blocks.filter(({ distractor }) => !distractor);
    return (
      <ol>
        {order.map(({ id, text }) => (
          <li key={id}>
            <LessonSentence text={text} />
          </li>
        ))}
      </ol>
    );
  }
  if (step.kind !== 'predict' && step.kind !== 'transfer') return null;
  return (
    <ul>
      {step.options.map(({ text, correct, misconception }) => (
        <li key={text}>
          <LessonSentence text={text} />{' '}
          {correct ? <strong>right</strong> : <code className="lesson-code">{misconception}</code>}
        </li>
      ))}
    </ul>
  );
}
