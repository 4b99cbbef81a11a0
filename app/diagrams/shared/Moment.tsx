/** An instant of the run that can be gone to. */
import type { ReactNode } from 'react';
import { seekInstant } from '../../client/moves';
import { count } from '../../words/numbers';

interface Props {
  readonly instant: number;
  /** What is seen there; read out with the instant. */
  readonly label: string;
  readonly children?: ReactNode;
}

export function Moment({ instant, label, children }: Props) {
  return (
    <button
      type="button"
      className="moment"
      aria-label={`Go to instant ${count(instant)}: ${label}`}
      onClick={() => void seekInstant(instant)}
    >
      {children ?? `#${count(instant)}`}
    </button>
  );
}
