/**
 * A button that opens a menu of actions or of choices. Keyboard and focus are Radix's (ARIA menu pattern).
 */
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  /** A second, muted line. */
  readonly about?: ReactNode;
  readonly shortcut?: string;
  /** Choices have a mark: set or not. Actions leave it out. */
  readonly checked?: boolean;
  /** Of destructive actions, and items that begin a group. */
  readonly separated?: boolean;
  /** Stands above it: what the group that it begins is called. */
  readonly heading?: string;
  /** The menu stays open, for choosing several. */
  readonly staysOpen?: boolean;
  readonly onChoose: () => void;
}

interface Props {
  /** What the menu is called. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
  /** One button. */
  readonly children: ReactNode;
}

export function Menu({ label, items, align = 'end', children }: Props) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label}>
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
