/**
 * What a screen reader says of the machine: each stop in one sentence, once nothing has moved for a moment, so that scrubbing does not flood it; and how a
 * build failed or a run was ended. Stands once on the page, whatever else is in front.
 */
import { useEffect, useState } from 'react';
import { useLab } from '../store/lab';
import { outcomeText, stopText } from './stop-words';
import { useStop } from './stops';

/** Nothing has moved for so long. */
const SETTLED_MS = 400;

export default function LiveText() {
  const stop = useStop();
  const moves = useLab((state) => state.moving !== undefined || state.phase === 'building');
  const outcome = useLab((state) => state.outcome);
  const [said, setSaid] = useState('');
  const text = stop ? stopText(stop) : outcomeText(outcome);

  useEffect(() => {
    if (moves || text === '') return;
    const timer = setTimeout(() => setSaid(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [moves, text]);

  return (
    <p className="visually-hidden" aria-live="polite" data-testid="live-text">
      {said}
    </p>
  );
}
