/**
 * An open menu. Keyboard and focus are Radix's (ARIA menu pattern); it stands at the element that holds it.
 */
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import type { MenuItem } from './Menu';

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align: 'start' | 'end';
  /** Whether the focus is to come back to the button: not if it was taken elsewhere. */
  readonly onClose: (comesBack: boolean) => void;
}

export default function MenuContent({ label, items, align, onClose }: Props) {
  const isElsewhere = useRef(false);
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && onClose(!isElsewhere.current)}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-anchor" aria-hidden="true" tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          aria-labelledby={undefined}
          onInteractOutside={() => {
            isElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {items.map(({ id, label: text, about, shortcut, checked, separated, heading, staysOpen, onChoose }) => {
            const choose = (event: Event) => {
              if (staysOpen) event.preventDefault();
              onChoose();
            };
            const content = (
              <>
                <span className="menu-mark">{checked && <Check size={14} aria-hidden="true" />}</span>
                <span className="menu-text">
                  <span className="menu-title">{text}</span>
                  {about && <span className="menu-about">{about}</span>}
                </span>
                {shortcut && <kbd>{shortcut}</kbd>}
              </>
            );
            return (
              <div key={id}>
                {separated && <DropdownMenu.Separator className="menu-separator" />}
                {heading && <DropdownMenu.Label className="menu-heading">{heading}</DropdownMenu.Label>}
                {checked === undefined ? (
                  <DropdownMenu.Item className="menu-item" onSelect={choose}>
                    {content}
                  </DropdownMenu.Item>
                ) : (
                  <DropdownMenu.CheckboxItem className="menu-item" checked={checked} onSelect={choose}>
                    {content}
                  </DropdownMenu.CheckboxItem>
                )}
              </div>
            );
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
