/**
 * The bottom line: what the lab is doing or how the last run ended, and where the machine stands.
 */
import { type Tone, wordsOf } from '../outcome/words';
import { type LabState, useLab } from '../store/lab';
import { count, duration } from '../words/numbers';

export function StatusBar() {
  const phase = useLab((state) => state.phase);
  const outcome = useLab((state) => state.outcome);
  const progress = useLab((state) => state.progress);
  const { tone, text } = statusOf({ phase, outcome, progress });
  const { instant, time } = progress;
  return (
    <footer className="status">
      <span className={`status-state is-${tone}`} role="status" data-testid="status">
        <span className="status-mark" aria-hidden="true" />
        {text}
      </span>
      {instant > 0 && (
        <span className="status-machine">
          <span>instant {count(instant)}</span>
          <span>{duration(time)} simulated</span>
        </span>
      )}
    </footer>
  );
}

function statusOf({ phase, outcome, progress }: Pick<LabState, 'phase' | 'outcome' | 'progress'>): {
  readonly tone: Tone | 'busy';
  readonly text: string;
} {
  switch (phase) {
    case 'loading':
      return { tone: 'busy', text: 'Loading the machine' };
    case 'building':
      return { tone: 'busy', text: 'Building' };
    case 'running':
      return { tone: 'busy', text: progress.waitsForInput ? 'Waiting for a typed line' : 'Running' };
    default: {
      if (!outcome) return { tone: 'plain', text: 'Ready' };
      const { tone, status } = wordsOf(outcome);
      return { tone, text: status };
    }
  }
}
