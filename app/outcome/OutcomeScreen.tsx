/**
 * How the run ended when it ended badly, as a screen of its own: bug check, hang, or another end. A reason to look back, never lost work: each leads
 * to the instant before and to what led there.
 */
import './outcome.css';
import { useLab } from '../store/lab';
import { EndScreen } from './EndScreen';
import { HangScreen } from './HangScreen';
import { StopScreen } from './StopScreen';

export default function OutcomeScreen() {
  const outcome = useLab((state) => state.outcome);
  if (!outcome) return null;
  if (outcome.kind === 'bugcheck') return <StopScreen report={outcome.bugcheck} />;
  if (outcome.kind === 'hang') return <HangScreen text={outcome.text} waits={outcome.waits} />;
  return <EndScreen outcome={outcome} />;
}
