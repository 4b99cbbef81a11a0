/**
 * A button that opens a menu of which one item is chosen, with the keyboard behaviour of the ARIA pattern: arrows move,
 * Home and End go to the ends, Escape and Tab close. The focus comes back to the button.
 */
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon } from './Icon';

export interface MenuItem<Id extends string> {
  readonly id: Id;
  readonly content: ReactNode;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly items: readonly MenuItem<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** What the button shows. */
  readonly children: ReactNode;
}

export function Menu<Id extends string>({ label, items, chosen, onChoose, children }: Props<Id>) {
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return setOpen(false);
    const rows = Array.from(list.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? []);
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const goals: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: -1 };
    const goal = goals[event.key];
    if (goal !== undefined) rows[(goal + rows.length) % rows.length]?.focus();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the focus leaves what is in it
    <div className="menu-holder" onBlur={onBlur}>
      <button
        type="button"
        className="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <div className="menu" role="menu" id={menuId} aria-label={label} ref={list} onKeyDown={onKeyDown}>
          {items.map(({ id, content }) => (
            <button
              key={id}
              type="button"
              role="menuitemradio"
              aria-checked={id === chosen}
              tabIndex={-1}
              className="menu-item"
              onClick={() => {
                close();
                onChoose(id);
              }}
            >
              <span className="menu-mark">{id === chosen && <Icon name="check" />}</span>
              <span className="menu-text">{content}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
