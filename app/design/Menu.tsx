/**
 * A button that opens a menu of actions or of choices. The menu itself (MenuContent.tsx) is loaded when the button is first approached.
 */
import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useRef, useState } from 'react';

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
  /** One button; what it is given besides tells that it has a menu. */
  readonly children: ReactElement<Record<string, unknown>>;
}

const load = () => import('./MenuContent');
const MenuContent = lazy(load);

export function Menu({ label, items, align = 'end', children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const holder = useRef<HTMLSpanElement>(null);
  const approach = () => void load();
  const button = cloneElement(children, {
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    onClick: () => setOpen(true),
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what happens to the button in it
    <span
      className="menu-holder"
      ref={holder}
      onPointerEnter={approach}
      onFocus={approach}
      onKeyDown={(event) => {
        if (isOpen || event.key !== 'ArrowDown') return;
        event.preventDefault();
        setOpen(true);
      }}
    >
      {button}
      {isOpen && (
        <Suspense fallback={null}>
          <MenuContent
            label={label}
            items={items}
            align={align}
            onClose={(isByKey) => {
              setOpen(false);
              if (isByKey) holder.current?.querySelector('button')?.focus();
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
