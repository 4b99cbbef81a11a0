/**
 * What a screen reader says of the machine: each stop in a sentence, and in the learner's own files the line that is
 * next, once nothing has moved for a moment, so that scrubbing does not flood it; and how a
 * build failed or a run was ended. Stands once on the page, whatever else is in front.
 */
import { useEffect, useState } from 'react';
import { useLab } from '../store/lab';
import { useBuilt } from '../store/project-built';
import { useView } from '../store/views';
import { codeText } from './code-text';
import { outcomeText, type Stop, stopText } from './stop-words';
import { useStop } from './stops';

/** Nothing has moved for so long. */
const SETTLED_MS = 400;

export default function LiveText() {
  const stop = useStop();
  const moves = useLab((state) => state.moving !== undefined || state.phase === 'building');
  const outcome = useLab((state) => state.outcome);
  const [said, setSaid] = useState('');
  const code = useCode(stop);
  const text = stop ? [stopText(stop), code].filter(Boolean).join(' ') : outcomeText(outcome);

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

/** Of a stop at a line of the learner's that somebody has gone to step by step, or set a breakpoint at. */
function useCode(stop: Stop | undefined): string {
  const locals = useView({ kind: 'locals', depth: 0 }).now;
  const { reason, file = '', line = 0 } = stop?.report ?? {};
  const text = useBuilt(({ texts }) => texts.get(file));
  return reason === 'step' || reason === 'breakpoint' ? codeText(text, line, locals) : '';
}
