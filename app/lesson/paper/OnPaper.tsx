/**
 * The lesson as it is printed: every step with its text and its questions to tick, the code, and nothing of the page around it. It exists only while
 * the browser prints. Neither answers nor hints are on it.
 */
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Step } from '../../../lessons/schema';
import { useLesson } from '../../store/lesson';
import { textOf, useProject } from '../../store/project';
import { LeftOut } from '../LeftOut';
import { LessonSentence, LessonText } from '../LessonText';
import { shuffled } from '../model/order';
import './paper.css';

export function OnPaper() {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // It has to be there when the browser goes on.
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting ? createPortal(<Paper />, document.body) : null;
}

function Paper() {
  const loaded = useLesson((state) => state.loaded);
  const project = useProject((state) => state.project);
  if (!loaded) return null;
  const { lesson, sections, files } = loaded;
  const isOwn = project.id === `lesson:${lesson.id}`;
  const shown = lesson.files.filter(({ access }) => access !== 'hidden');
  return (
    <article className="paper">
      <h1>{lesson.title}</h1>
      <p>
        {lesson.minutes} minutes. <strong>Afterwards you can:</strong> <LessonSentence text={lesson.objective} />
      </p>
      {lesson.steps.map((step, i) => {
        const section = sections.find(({ id }) => id === step.id);
        return (
          <section key={step.id}>
            <h2>{`${i + 1}. ${section?.title ?? step.id}`}</h2>
            <LessonText markdown={section?.markdown ?? ''} />
            <Asked step={step} />
          </section>
        );
      })}
      <LeftOut of={lesson} heading="h2" />
      {shown.map(({ name }) => (
        <section key={name}>
          <h2>{name}</h2>
          <pre>{isOwn ? textOf(project, name) : files[name]}</pre>
        </section>
      ))}
    </article>
  );
}

/** What the learner is to answer or to do. */
function Asked({ step }: { readonly step: Step }) {
  const lesson = useLesson((state) => state.loaded?.lesson);
  const recalled = useLesson((state) => state.loaded?.recalled[step.id]?.options);
  switch (step.kind) {
    case 'predict':
    case 'transfer':
      return <Choice question={step.question} texts={step.options.map(({ text }) => text)} />;
    case 'recall':
      return <Choice question={step.question} texts={(recalled ?? []).map(({ text }) => text)} />;
    case 'explain':
      return <Choice question="Which comes closest?" texts={(step.options ?? []).map(({ text }) => text)} />;
    case 'order': {
      const textById = new Map(step.blocks.map(({ id, text }) => [id, text]));
      const order = shuffled(step.blocks, `${lesson?.id} ${step.id}`);
      return <Choice question={step.question} texts={order.map((id) => textById.get(id) ?? '')} />;
    }
    case 'task': {
      const checks = lesson?.checks.filter(({ id }) => step.checks.includes(id)) ?? [];
      return <Choice question={`To change: ${step.files.join(', ')}`} texts={checks.map(({ title }) => title)} />;
    }
    default:
      return null;
  }
}

function Choice({ question, texts }: { readonly question: string; readonly texts: readonly string[] }) {
  return (
    <div className="paper-asked">
      <p>
        <strong>
          <LessonSentence text={question} />
        </strong>
      </p>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <LessonSentence text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
