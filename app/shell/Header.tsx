/**
 * The top bar: what this is, running and stopping, what is open, how it looks.
 */
import { Monitor, Moon, PanelBottom, PanelLeft, PanelRight, Play, Search, Square, Sun } from 'lucide-react';
import { stopLab } from '../client/lab-client';
import { Button } from '../design/Button';
import { Menu } from '../design/Menu';
import { Keys } from '../design/Tooltip';
import { chooseTheme, isDark, THEME_NAMES, THEMES, useTheme } from '../design/theme';
import { isBusy, useLab } from '../store/lab';
import { showDialog, toggleFolded, useLayout } from '../store/layout';
import { useGate } from '../store/lesson-gate';
import { runProject } from './actions';

export function Header() {
  return (
    <header className="bar">
      <div className="brand">
        <Brand />
        <h1>Ring Zero Lab</h1>
      </div>
      <RunButtons />
      <span className="bar-gap" />
      <PaletteButton />
      <PlaceButtons />
      <ThemeMenu />
    </header>
  );
}

function Brand() {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="22" height="22" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="var(--user)" strokeWidth="2" />
      <circle cx="8" cy="8" r="2.5" fill="var(--kernel)" />
    </svg>
  );
}

function RunButtons() {
  const phase = useLab((state) => state.phase);
  const busy = isBusy(phase);
  const lock = useGate((state) => state.lock?.reason);
  return (
    <div className="button-row">
      <Button
        label="Run"
        icon={<Play size={15} fill="currentColor" aria-hidden="true" />}
        look="go"
        tip={lock ?? 'Build and run all files'}
        shortcut="Ctrl+Enter"
        unavailable={busy || phase === 'loading'}
        onClick={runProject}
      />
      <Button
        label="Stop"
        icon={<Square size={13} fill="currentColor" aria-hidden="true" />}
        tip="Stop the machine where it is"
        shortcut="Ctrl+."
        unavailable={!busy}
        onClick={stopLab}
      />
    </div>
  );
}

/** Looks like a search field: most look for it there. */
function PaletteButton() {
  return (
    <button
      type="button"
      className="palette-button"
      aria-keyshortcuts="Control+K"
      onClick={() => showDialog('palette')}
    >
      <Search size={14} aria-hidden="true" />
      <span>Search or do anything</span>
      <Keys keys="Ctrl+K" />
    </button>
  );
}

const PLACES = [
  { place: 'left', name: 'lesson', Icon: PanelLeft, shortcut: 'Ctrl+B' },
  { place: 'bottom', name: 'results', Icon: PanelBottom, shortcut: 'Ctrl+J' },
  { place: 'right', name: 'diagrams', Icon: PanelRight, shortcut: undefined },
] as const;

function PlaceButtons() {
  const folded = useLayout((state) => state.folded);
  return (
    <div className="button-row is-tight">
      {PLACES.map(({ place, name, Icon, shortcut }) => (
        <Button
          key={place}
          label={`Show the ${name}`}
          icon={<Icon size={16} aria-hidden="true" />}
          iconOnly
          look="quiet"
          pressed={!folded[place]}
          shortcut={shortcut}
          onClick={() => toggleFolded(place)}
        />
      ))}
    </div>
  );
}

function ThemeMenu() {
  const { theme, chosen } = useTheme();
  const choices = [...THEMES, 'system'] as const;
  return (
    <Menu
      label="Theme"
      items={choices.map((id) => ({
        id,
        label: id === 'system' ? 'As the system has it' : THEME_NAMES[id],
        checked: chosen === id,
        onChoose: () => chooseTheme(id),
      }))}
    >
      <button type="button" className="button is-quiet is-square" aria-label="Theme">
        {chosen === 'system' ? <Monitor size={16} /> : isDark(theme) ? <Moon size={16} /> : <Sun size={16} />}
      </button>
    </Menu>
  );
}
