/**
 * A short text that appears beside a control on hover and on focus. What it says is never needed to use the control: the name of the control says
 * that. `shortcut` is shown as keys.
 */
import { Tooltip as RadixTooltip } from 'radix-ui';
import type { ReactNode } from 'react';

interface Props {
  readonly text: ReactNode;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref. */
  readonly children: ReactNode;
}

/** Stands once around the page. */
export const TooltipProvider = RadixTooltip.Provider;

export function Tooltip({ text, shortcut, side = 'bottom', children }: Props) {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content className="tooltip" side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {shortcut && <Keys keys={shortcut} />}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}

/** `Ctrl+Enter` as keys. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
