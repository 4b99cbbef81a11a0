/** A solution beside the learner's files, line by line. Only to be read: the task is solved in the editor. */
import { Dialog } from '../design/Dialog';
import { useLesson } from '../store/lesson';
import { textOf, useProject } from '../store/project';
import { diffOf } from './model/diff';
import { player } from './the-player';
import './solution.css';

export function Solution() {
  const solution = useLesson((state) => state.solution);
  const project = useProject((state) => state.project);
  if (!solution) return null;
  return (
    <Dialog
      title="A solution"
      about="Left your file, right one that passes. Other ways may pass too: the checks look at what the kernel did."
      open
      wide
      onClose={() => player.hideSolution()}
    >
      {Object.entries(solution).map(([file, text]) => (
        <Diff key={file} file={file} mine={textOf(project, file)} theirs={text} />
      ))}
    </Dialog>
  );
}

/** Lines that are the same stay, so that the place is clear, but long stretches of them are cut. */
const CONTEXT = 3;

function Diff({ file, mine, theirs }: { readonly file: string; readonly mine: string; readonly theirs: string }) {
  const rows = diffOf(mine, theirs);
  const isNear = rows.map((_, i) => rows.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ same }) => !same));
  if (rows.every(({ same }) => same)) return <p>{file}: yours is the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must take the focus
    <section className="lesson-diff" tabIndex={0} aria-label={`${file}, yours and the solution`}>
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
              Solution
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
                  <Mark sign={right && !same ? '+' : ''} name="only the solution" />
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
