/**
 * What the player wants of the machine, and how the page's lab does it. The player knows this interface only, so that a lesson can be played
 * without a browser.
 */
import type { AskOf, RunRequest } from '../../kernel-sim/protocol/messages';
import type { JudgeReport } from '../../kernel-sim/protocol/page-queries';
import type { StopReport } from '../../kernel-sim/protocol/time';
import { ask, clearLab, runLab } from '../client/lab-client';
import type { AskOptions } from '../client/lab-connection';
import { seek } from '../client/moves';
import { enabledSpecs } from '../store/breakpoints';
import { isBusy, useLab } from '../store/lab';
import { requestOf, useProject } from '../store/project';
import { useBuilt } from '../store/project-built';
import { runToEnd } from './run-to-end';

export interface LessonLab {
  /** Runs apart from the one that is shown. */
  judge(asked: Omit<AskOf<'judge'>, 'kind'>, options?: AskOptions): Promise<JudgeReport>;
  /**
   * Shows a run: its end, or an instant of it; then the run that is shown already will do, if it is of the same request. Undefined: it did not build,
   * or something came in between.
   */
  run(request: RunRequest, instant?: number): Promise<StopReport | undefined>;
  /** Nothing is shown any more: it would give an answer away. */
  clear(): void;
  /** What an event of this kind has just done at an instant of the run that is shown, as a sentence. */
  told(event: string, instant: number): Promise<string | undefined>;
}

/** The last run that was begun here; any other is the learner's, of the files and seed of the project. */
let own = { run: -1, seed: 0 };

export const PAGE_LAB: LessonLab = {
  judge: (asked, options) => ask({ kind: 'judge', ...asked }, options),
  run: async (request, instant) => {
    if (instant === undefined) {
      const report = runToEnd(request);
      noteOwn(request);
      return report;
    }
    if (!isShown(request)) {
      // The way to the instant does not stop at breakpoints; they are there when it has come to it.
      const began = runLab(request, { breakpoints: enabledSpecs(), stayAtBoot: true });
      noteOwn(request);
      await began;
    }
    const branch = rootBranch();
    return branch === undefined ? undefined : seek({ branch, instant });
  },
  clear: clearLab,
  told: async (event, instant) => {
    const { rows } = await ask({ kind: 'events', from: instant - 1, to: instant, kinds: [event] });
    return rows[0]?.sentence;
  },
};

function noteOwn({ seed = 1 }: RunRequest): void {
  own = { run: useLab.getState().run, seed };
}

/** Whether the run that is shown is of these files and this seed, and stands. */
function isShown(request: RunRequest): boolean {
  const { phase, run, outcome } = useLab.getState();
  if (isBusy(phase) || rootBranch() === undefined || outcome?.kind === 'worker-lost') return false;
  const seed = own.run === run ? own.seed : requestOf(useProject.getState().project).seed;
  const { texts } = useBuilt.getState();
  const sources = [...request.drivers, ...request.apps].flatMap((image) => image.sources);
  const headers = Object.entries(request.headers ?? {});
  return (
    seed === request.seed &&
    texts.size === sources.length + headers.length &&
    sources.every(({ name, text }) => texts.get(name) === text) &&
    headers.every(([name, text]) => texts.get(name) === text)
  );
}

/** The branch that begins at boot, without anything typed or turned; undefined: there is no machine. */
function rootBranch(): number | undefined {
  const { shown, branches } = useLab.getState();
  return shown && (branches.find(({ from }) => from === undefined)?.id ?? shown.at.branch);
}
