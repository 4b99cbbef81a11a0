/**
 * The run of a transfer step: what goes into it, and once it is over how it ended and what was printed. The workbench shows it on request, as a project
 * of the learner's own.
 */
import { Button } from '../design/Button';
import type { AnswerRun } from '../store/lesson-progress';
import { useProject } from '../store/project';
import type { StepOf } from './player';
import { player } from './the-player';

interface TransferProps {
  readonly step: StepOf<'transfer'>;
  /** Undefined: it has not run yet. */
  readonly run: AnswerRun | undefined;
}

export function TransferRun({ step, run }: TransferProps) {
  const seedNow = useProject(({ project }) => project.seed);
  const seed = run?.seed ?? step.seed ?? seedNow;
  return (
    <section className="transfer" aria-label="The other run">
      <h4>{run ? 'What the run did' : 'What will run'}</h4>
      <p className="hint">
        {step.files.length > 0 ? `Your files, with another ${step.files.join(', ')}` : 'Your files'}; seed {seed}.
      </p>
      {step.files.length > 0 && (
        <div className="lesson-actions">
          <Button
            label={`Compare ${step.files.join(', ')} with yours`}
            size="small"
            onClick={() => void player.showTransfer(step)}
          />
        </div>
      )}
      {run && (
        <>
          <p>{run.end}</p>
          <Printed what="The console" text={run.console} />
          <Printed what="The debug output" text={run.debug} />
          <div className="lesson-actions">
            <Button
              label="Open this run in the workbench"
              size="small"
              tip="Its files become a project of your own; the files of the lesson stay as they are"
              onClick={() => void player.openTransfer(step)}
            />
          </div>
        </>
      )}
    </section>
  );
}

function Printed({ what, text }: { readonly what: string; readonly text: string }) {
  if (text === '') return <p className="hint">{what} stayed empty.</p>;
  return (
    <figure className="transfer-printed">
      <figcaption>{what}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must take the focus */}
      <section className="transfer-text" tabIndex={0} aria-label={what}>
        <pre>{text}</pre>
      </section>
    </figure>
  );
}
