/** What a lesson's model leaves out, sentence by sentence: at its end, and on paper. */
import type { Lesson } from '../../lessons/schema';
import { LessonSentence } from './LessonText';

interface Props {
  readonly of: Pick<Lesson, 'leavesOut'>;
  readonly heading: 'h2' | 'h4';
}

export function LeftOut({ of: lesson, heading: Heading }: Props) {
  return (
    <section>
      <Heading>What the model left out</Heading>
      <ul>
        {lesson.leavesOut.map((sentence) => (
          <li key={sentence}>
            <LessonSentence text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
