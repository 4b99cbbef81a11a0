/**
 * Every button of the page. It is never disabled for the browser, which would lose the focus in the middle of work: an unavailable one stays
 * focusable, says so, and does nothing.
 */
import type { MouseEvent, ReactNode, Ref } from 'react';
import { tipProps } from './Tooltip';

interface Props {
  /** What it is called; shown unless `iconOnly`. */
  readonly label: string;
  readonly onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  readonly icon?: ReactNode;
  readonly iconOnly?: boolean;
  /** `go`: the one main action of a place. `quiet`: without a border. */
  readonly look?: 'plain' | 'go' | 'quiet';
  readonly size?: 'medium' | 'small';
  /** What it does, if the label does not say all. */
  readonly tip?: string | undefined;
  /** As it is shown: `Shift+F11`. */
  readonly shortcut?: string | undefined;
  /** Of a switch: whether it is on. */
  readonly pressed?: boolean | undefined;
  readonly unavailable?: boolean | undefined;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: Props) {
  const {
    label,
    onClick,
    icon,
    iconOnly = false,
    look = 'plain',
    size = 'medium',
    tip,
    shortcut,
    ref,
    ...rest
  } = props;
  const { pressed, unavailable = false, className = '', ...aria } = rest;
  const classes = ['button', `is-${look}`, size === 'small' && 'is-small', iconOnly && 'is-square', className];
  const isExplained = tip !== undefined || shortcut !== undefined || iconOnly;
  return (
    <button
      {...aria}
      {...(isExplained && tipProps(tip ?? label, shortcut))}
      type="button"
      ref={ref}
      className={classes.filter(Boolean).join(' ')}
      aria-label={iconOnly ? label : undefined}
      aria-pressed={pressed}
      aria-disabled={unavailable || undefined}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
      onClick={(event) => {
        if (!unavailable) onClick?.(event);
      }}
    >
      {icon}
      {!iconOnly && <span>{label}</span>}
    </button>
  );
}
