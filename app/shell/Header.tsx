/**
 * The top bar: what this is, running and stopping, the sample, the theme.
 */
import { stopLab } from '../client/lab-client';
import { isBusy, useLab } from '../store/lab';
import { resetToSample, undoReset, useSources } from '../store/sources';
import { runFiles } from '../store/workbench';
import { Icon } from './Icon';
import { SampleMenu } from './SampleMenu';
import { SHORTCUTS } from './shortcuts';
import { toggleTheme, useTheme } from './theme';

export function Header() {
  return (
    <header className="bar">
      <div className="brand">
        <Icon name="brand" />
        <h1>Ring Zero Lab</h1>
      </div>
      <RunButtons />
      <span className="bar-gap" />
      <ResetButton />
      <SampleMenu />
      <ThemeButton />
    </header>
  );
}

/** Neither button is ever disabled for the browser: the focus would be lost in the middle of work. */
function RunButtons() {
  const phase = useLab((state) => state.phase);
  const busy = isBusy(phase);
  return (
    <div className="button-row">
      <button
        type="button"
        className="button is-go"
        aria-disabled={busy || phase === 'loading'}
        aria-keyshortcuts="Control+Enter"
        title={`Build and run both files (${SHORTCUTS.run.label})`}
        onClick={runFiles}
      >
        <Icon name="run" /> Run <kbd>{SHORTCUTS.run.label}</kbd>
      </button>
      <button
        type="button"
        className="button"
        aria-disabled={!busy}
        aria-keyshortcuts="Control+."
        title={`Stop the machine where it is (${SHORTCUTS.stop.label})`}
        onClick={stopLab}
      >
        <Icon name="stop" /> Stop
      </button>
    </div>
  );
}

/** Only there while there is something to reset, or to bring back. */
function ResetButton() {
  const edited = useSources((state) => state.sample in state.edited);
  const canUndo = useSources((state) => state.beforeReset !== undefined);
  if (canUndo) {
    return (
      <button type="button" className="button is-quiet" onClick={undoReset} title="Bring your files back">
        Undo reset
      </button>
    );
  }
  if (!edited) return null;
  return (
    <button
      type="button"
      className="button is-quiet"
      onClick={resetToSample}
      title="Put the driver and program of the sample back; this can be undone"
    >
      Reset to sample
    </button>
  );
}

function ThemeButton() {
  const theme = useTheme((state) => state.theme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="button is-quiet is-square"
      onClick={toggleTheme}
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
    >
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}
