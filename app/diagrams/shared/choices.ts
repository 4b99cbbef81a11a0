/** What the learner chose to look at in a diagram, kept while the tab of another diagram is in front. Undefined: it follows the machine. */
import { create } from 'zustand';

const useChoices = create<Readonly<Record<string, unknown>>>(() => ({}));

export function useChoice<T>(name: string): readonly [T | undefined, (value: T | undefined) => void] {
  const value = useChoices((state) => state[name]) as T | undefined;
  return [value, (next) => useChoices.setState({ [name]: next })];
}
