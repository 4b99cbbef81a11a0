/**
 * Other files beside the learner's, line by line: a solution, which is only to be read because the task is solved in the editor, or what another run will be
 * made of.
 */
import { Dialog } from '../design/Dialog';
import { type Beside, useLesson } from '../store/lesson';
import { textOf, useProject } from '../store/project';
import { diffOf } from './model/diff';
import { player } from './the-player';
import './solution.css';

const WORDS: Readonly<
  Record<Beside['kind'], { readonly title: string; readonly about: string; readonly theirs: string }>
> = {
  solution: {
    title: 'A solution',
    about: 'Left your file, right one that passes. Other ways may pass too: the checks look at what the kernel did.',
    theirs: 'Solution',
  },
  transfer: { title: 'The other run', about: 'Left your file, right the one of this run.', theirs: 'Other run' },
};

export function FilesBeside() {
  const beside = useLesson((state) => state.beside);
  const project = useProject((state) => state.project);
  if (!beside) return null;
  const { title, about, theirs } = WORDS[beside.kind];
  return (
    <Dialog title={title} about={about} open wide onClose={() => player.hideBeside()}>
      {Object.entries(beside.texts).map(([file, text]) => (
        <Diff key={file} file={file} mine={textOf(project, file)} theirs={text} name={theirs} />
      ))}
    </Dialog>
  );
}

/** Lines that are the same stay, so that the place is clear, but long stretches of them are cut. */
const CONTEXT = 3;

interface DiffProps {
  readonly file: string;
  readonly mine: string;
  readonly theirs: string;
  /** Of theirs. */
  readonly name: string;
}

function Diff({ file, mine, theirs, name }: DiffProps) {
  const rows = diffOf(mine, theirs);
  const isNear = rows.map((_, i) => rows.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ same }) => !same));
  if (rows.every(({ same }) => same)) return <p>{file}: yours is the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must take the focus
    <section className="lesson-diff" tabIndex={0} aria-label={`${file}, yours and the other`}>
      <table>
        <caption>{file}</caption>
        <colgroup>
          <col className="is-line" />
          <col />
          <col className="is-line" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              Yours
            </th>
            <th scope="col" colSpan={2}>
              {name}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ left, right, same }, i) =>
            isNear[i] ? (
              <tr key={`${left?.line} ${right?.line}`} className={same ? undefined : 'is-different'}>
                <td className="lesson-diff-line">{left?.line}</td>
                <td className={left && !same ? 'is-removed' : undefined}>
                  <Mark sign={left && !same ? '−' : ''} name="only yours" />
                  {left?.text}
                </td>
                <td className="lesson-diff-line">{right?.line}</td>
                <td className={right && !same ? 'is-added' : undefined}>
                  <Mark sign={right && !same ? '+' : ''} name={`only: ${name}`} />
                  {right?.text}
                </td>
              </tr>
            ) : isNear[i - 1] || i === 0 ? (
              <tr key={`${left?.line} ${right?.line}`}>
                <td colSpan={4} className="lesson-diff-gap">
                  …
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </section>
  );
}

function Mark({ sign, name }: { readonly sign: string; readonly name: string }) {
  if (sign === '') return <span className="lesson-diff-mark" />;
  return (
    <span className="lesson-diff-mark">
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{name}: </span>
    </span>
  );
}
