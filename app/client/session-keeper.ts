/**
 * Brings a run back after the page was loaded again: keeps what its worker says is needed for that, and has it built and sought once more, so that the same
 * instant is shown. Whatever goes wrong with it, the files stay as they are and nothing is shown as if it had run.
 */
import type { RunRequest, SavedRun } from '../../kernel-sim/protocol/messages';
import { holdIdle } from '../shell/idle';
import { useLab } from '../store/lab';
import { useProject } from '../store/project';

/** The run that is kept, and whose project it is. */
let current: { readonly run: number; readonly project: string; readonly request: RunRequest } | undefined;

/** A run begins; the one before can no longer be brought back, unless it is the same one. */
export function sessionBegan(run: number, request: RunRequest, { isRecovered = false } = {}): void {
  const { key, project } = useProject.getState();
  current = { run, project: project.id, request };
  if (!isRecovered) keep(key, undefined);
}

export function sessionSaved(run: number, saved: SavedRun): void {
  // What has become a copy meanwhile keeps its own.
  const { key, project } = useProject.getState();
  if (current?.run === run && current.project === project.id) keep(key, { request: current.request, saved });
}

/** In the order of the calls: what is loaded settles them one after another. */
function keep(key: string, kept: Parameters<typeof import('../store/persistence-page').keepSession>[1]): void {
  void import('../store/persistence-page').then(({ keepSession }) => keepSession(key, kept));
}

/** Once, when the files are there: shows the instant again that was shown last. `recover` says whether it could. */
export async function restoreSession(
  recover: (request: RunRequest, saved: SavedRun) => Promise<boolean>,
): Promise<void> {
  const release = holdIdle();
  try {
    const { keepSession, keptSession } = await import('../store/persistence-page');
    const { key } = useProject.getState();
    const kept = await keptSession(key);
    if (!kept) return;
    await workerReady();
    // Whoever was quicker has begun something else.
    if (useLab.getState().phase !== 'ready' || useProject.getState().key !== key) return;
    if (!(await recover(kept.request, kept.saved))) keepSession(key, undefined);
  } finally {
    release();
  }
}

function workerReady(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (useLab.getState().phase === 'loading') return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = useLab.subscribe(look);
    look();
  });
}
