/**
 * A kernel term: its meaning appears on hover, focus and click. The glossary is loaded when the first one is asked for.
 */
import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import type { Term as TermEntry } from '../glossary/term';

interface Props {
  /** As the glossary or an alias of it has it. */
  readonly name: string;
  readonly children?: ReactNode;
}

export function Term({ name, children }: Props) {
  const [entry, setEntry] = useState<TermEntry | null>();
  const load = () => {
    if (entry === undefined) import('../glossary/find').then(({ termNamed }) => setEntry(termNamed(name) ?? null));
  };
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="term" onPointerEnter={load} onFocus={load} onClick={load}>
          {children ?? name}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover" sideOffset={4} collisionPadding={8} aria-label={`What ${name} means`}>
          {entry === null && <p>The glossary has no entry for {name}.</p>}
          {entry && (
            <>
              <p className="popover-title">{entry.name}</p>
              <p>{entry.short}</p>
            </>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
