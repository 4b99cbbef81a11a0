/** The list of breakpoints, over the button that opens it. */
import { Popover } from 'radix-ui';
import type { RefObject } from 'react';
import BreakpointList from './BreakpointList';
import { showList } from './dialogs';

export default function BreakpointPopover({ anchor }: { readonly anchor: RefObject<HTMLElement | null> }) {
  const isOfButton = (target: EventTarget | null) => target instanceof Node && anchor.current?.contains(target);
  return (
    <Popover.Root open onOpenChange={showList}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          className="popover bp-popover"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Breakpoints"
          onInteractOutside={(event) => {
            // The button itself closes what it opened.
            if (isOfButton(event.target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
        >
          <BreakpointList />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
