/** How the run ended when it ended badly: what, where and why. */
import { OutcomeNotice } from '../output/OutcomeNotice';

export default function OutcomeScreen() {
  return <OutcomeNotice />;
}
