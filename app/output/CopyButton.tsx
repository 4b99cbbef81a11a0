/**
 * Copies all that a run has printed, as far as it is still kept, and says so for a moment.
 */
import { useEffect, useState } from 'react';
import { useLab } from '../store/lab';

/** How long the button says what it did. */
const SAID_MS = 1500;

interface Props {
  readonly stream: 'console' | 'debug';
  /** What the text is called. */
  readonly name: string;
}

export function CopyButton({ stream, name }: Props) {
  const empty = useLab((state) => state[stream].text === '');
  const [said, setSaid] = useState<'Copied' | 'Not allowed'>();

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const copy = () => {
    if (empty) return;
    navigator.clipboard.writeText(useLab.getState()[stream].text).then(
      () => setSaid('Copied'),
      () => setSaid('Not allowed'),
    );
  };

  return (
    <button
      type="button"
      className="button is-quiet is-small pane-action"
      aria-disabled={empty}
      onClick={copy}
      title={`Copy the ${name}`}
    >
      <span role="status">{said ?? 'Copy'}</span>
      <span className="visually-hidden"> {name}</span>
    </button>
  );
}
