/**
 * The colour theme: follows the system until the user chooses one, and is kept.
 *
 * Owns `data-theme` on the root element. Components that cannot use CSS variables (Monaco) read the theme from here.
 */
import { create } from 'zustand';

export type Theme = 'light' | 'dark';

const KEY = 'ring-zero-lab.theme';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

interface ThemeState {
  readonly theme: Theme;
  readonly chosen: boolean;
}

export const useTheme = create<ThemeState>(() => {
  const kept = localStorage.getItem(KEY);
  const chosen = kept === 'light' || kept === 'dark';
  return { theme: chosen ? kept : systemTheme(), chosen };
});

/** Switches between light and dark and keeps the choice. */
export function toggleTheme(): void {
  const theme = useTheme.getState().theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem(KEY, theme);
  useTheme.setState({ theme, chosen: true });
}

/** Puts the theme on the document, now and whenever it changes. Called once, before the first render. */
export function startTheme(): void {
  const show = ({ theme }: ThemeState) => {
    document.documentElement.dataset.theme = theme;
  };
  show(useTheme.getState());
  useTheme.subscribe(show);
  systemDark.addEventListener('change', () => {
    if (!useTheme.getState().chosen) useTheme.setState({ theme: systemTheme() });
  });
}

function systemTheme(): Theme {
  return systemDark.matches ? 'dark' : 'light';
}
