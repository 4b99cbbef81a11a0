/**
 * The colour theme: follows the system until the user chooses one, and is kept.
 *
 * Owns `data-theme` on the root element. Components that cannot use CSS variables (Monaco, canvas) read the theme from here.
 */
import { create } from 'zustand';

export const THEMES = ['light', 'dark', 'contrast-light', 'contrast-dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_NAMES: Readonly<Record<Theme, string>> = {
  light: 'Light',
  dark: 'Dark',
  'contrast-light': 'High contrast, light',
  'contrast-dark': 'High contrast, dark',
};

const KEY = 'ring-zero-lab.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemContrast = matchMedia('(prefers-contrast: more)');

interface ThemeState {
  /** What is shown. */
  readonly theme: Theme;
  /** What the user chose; `system`: nothing. */
  readonly chosen: Theme | 'system';
}

export const useTheme = create<ThemeState>(() => {
  const kept = localStorage.getItem(KEY);
  const chosen = THEMES.find((theme) => theme === kept) ?? 'system';
  return { theme: chosen === 'system' ? systemTheme() : chosen, chosen };
});

/** Shows this theme from now on, on every visit. */
export function chooseTheme(chosen: Theme | 'system'): void {
  if (chosen === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, chosen);
  useTheme.setState({ theme: chosen === 'system' ? systemTheme() : chosen, chosen });
}

/** From light to dark and back; high contrast stays high contrast. */
export function toggleTheme(): void {
  const { theme } = useTheme.getState();
  const others: Record<Theme, Theme> = {
    light: 'dark',
    dark: 'light',
    'contrast-light': 'contrast-dark',
    'contrast-dark': 'contrast-light',
  };
  chooseTheme(others[theme]);
}

export function isDark(theme: Theme): boolean {
  return theme.endsWith('dark');
}

/** Puts the theme on the document, now and whenever it changes. Called once, before the first render. */
export function startTheme(): void {
  const show = ({ theme }: ThemeState) => {
    document.documentElement.dataset.theme = theme;
  };
  show(useTheme.getState());
  useTheme.subscribe(show);
  for (const query of [systemDark, systemContrast]) {
    query.addEventListener('change', () => {
      if (useTheme.getState().chosen === 'system') useTheme.setState({ theme: systemTheme() });
    });
  }
}

function systemTheme(): Theme {
  if (systemContrast.matches) return systemDark.matches ? 'contrast-dark' : 'contrast-light';
  return systemDark.matches ? 'dark' : 'light';
}
