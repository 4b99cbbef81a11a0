/**
 * What the learner can do from anywhere: one table for shortcuts, buttons' tooltips, the command palette and the sheet of keys. Parts of the page
 * register their own actions when they are loaded.
 */
import { create } from 'zustand';

export type ActionGroup = 'Run' | 'Time' | 'View' | 'Files' | 'Breakpoints' | 'Learn' | 'Help';

export interface Action {
  /** `time.step-over`. */
  readonly id: string;
  /** As in a menu: `Step over`. */
  readonly title: string;
  readonly group: ActionGroup;
  /** Combinations as shown: `F10`, `Ctrl+Enter`, `W`. Single letters and digits work only outside text fields and editors. */
  readonly keys?: readonly string[];
  /** Other words under which the palette finds it. */
  readonly words?: string;
  readonly run: () => void;
  /** Whether it can be done now; it is shown as unavailable otherwise. */
  readonly isAvailable?: () => boolean;
}

interface ActionsState {
  readonly actions: ReadonlyMap<string, Action>;
}

export const useActions = create<ActionsState>(() => ({ actions: new Map() }));

/** Adds actions, or replaces those of the same ids. */
export function registerActions(actions: readonly Action[]): void {
  useActions.setState((state) => ({
    actions: new Map([...state.actions, ...actions.map((action) => [action.id, action] as const)]),
  }));
}

/** The first key of an action, for tooltips. */
export function keyOf(id: string): string | undefined {
  return useActions.getState().actions.get(id)?.keys?.[0];
}

/** Does it, if it can be done now. */
export function act(id: string): void {
  const action = useActions.getState().actions.get(id);
  if (action && (action.isAvailable?.() ?? true)) action.run();
}
