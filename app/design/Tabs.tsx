/**
 * Tabs over one panel. Keyboard is Radix's (ARIA tabs pattern). Only the selected content exists.
 */
import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { Boundary } from './Boundary';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface Props<Id extends string> {
  /** What the group is called. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** At the right end of the head. */
  readonly actions?: ReactNode;
  /** Only the head is there. */
  readonly isFolded?: boolean;
}

export function Tabs<Id extends string>({ label, tabs, selected, onSelect, actions, isFolded = false }: Props<Id>) {
  return (
    <RadixTabs.Root
      className={isFolded ? 'pane is-folded' : 'pane'}
      value={selected}
      onValueChange={(id) => onSelect(id as Id)}
    >
      <div className="pane-head">
        <RadixTabs.List className="tabs" aria-label={label}>
          {tabs.map(({ id, label: text }) => (
            <RadixTabs.Trigger key={id} value={id} className="tab" {...(isFolded && { onClick: () => onSelect(id) })}>
              {text}
            </RadixTabs.Trigger>
          ))}
        </RadixTabs.List>
        {actions && <div className="pane-actions">{actions}</div>}
      </div>
      {tabs.map(({ id, content }) => (
        <RadixTabs.Content key={id} value={id} className="pane-body" tabIndex={-1}>
          {!isFolded && <Boundary name={`${label}, ${id}`}>{content}</Boundary>}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
