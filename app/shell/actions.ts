/** Actions of the shell: running, places, themes, dialogs. Registered once, before the first render. */
import { runLab, stopLab } from '../client/lab-client';
import { toggleTheme } from '../design/theme';
import { registerActions } from '../store/actions';
import { enabledSpecs } from '../store/breakpoints';
import { isBusy, useLab } from '../store/lab';
import { showBottom, showDebug, showDialog, toggleDebug, toggleDiagramFull, toggleFolded } from '../store/layout';
import { passGate } from '../store/lesson-gate';
import { requestOf, useProject } from '../store/project';
import { goToPlace } from './places';

/** Builds and runs the files as they are now, unless a run is under way. */
export function runProject(): void {
  const { phase } = useLab.getState();
  if (isBusy(phase) || phase === 'loading' || !passGate()) return;
  void runLab(requestOf(useProject.getState().project), { breakpoints: enabledSpecs() });
}

export function registerShellActions(): void {
  registerActions([
    {
      id: 'run.run',
      title: 'Build and run',
      group: 'Run',
      keys: ['Ctrl+Enter'],
      words: 'start go',
      run: runProject,
      isAvailable: () => !isBusy(useLab.getState().phase),
    },
    {
      id: 'run.stop',
      title: 'Stop the machine',
      group: 'Run',
      keys: ['Ctrl+.'],
      words: 'end kill',
      run: stopLab,
      isAvailable: () => isBusy(useLab.getState().phase),
    },
    {
      id: 'view.next-place',
      title: 'To the next place of the page, out of the editor too',
      group: 'View',
      keys: ['F6'],
      words: 'focus pane leave lesson source diagrams debugger results timeline',
      run: () => goToPlace(1),
    },
    {
      id: 'view.previous-place',
      title: 'To the place before',
      group: 'View',
      keys: ['Shift+F6'],
      words: 'focus pane',
      run: () => goToPlace(-1),
    },
    {
      id: 'view.left',
      title: 'Fold or show the lesson',
      group: 'View',
      keys: ['Ctrl+B'],
      run: () => toggleFolded('left'),
    },
    { id: 'view.right', title: 'Fold or show the diagrams', group: 'View', run: () => toggleFolded('right') },
    {
      id: 'view.bottom',
      title: 'Fold or show the results',
      group: 'View',
      keys: ['Ctrl+J'],
      run: () => toggleFolded('bottom'),
    },
    {
      id: 'view.diagram-full',
      title: 'The diagram over the whole page, or back',
      group: 'View',
      keys: ['M'],
      words: 'maximise maximize full screen large',
      run: toggleDiagramFull,
    },
    {
      id: 'view.debugger',
      title: 'Fold or show the debugger under the diagrams',
      group: 'View',
      keys: ['Shift+M'],
      words: 'stack inspector narration height tall',
      run: toggleDebug,
    },
    { id: 'view.stack', title: 'Show stack and variables', group: 'View', run: () => showDebug('stack') },
    { id: 'view.inspector', title: 'Show the inspector', group: 'View', run: () => showDebug('inspector') },
    {
      id: 'view.narration',
      title: 'Show the narration',
      group: 'View',
      words: 'story sentences',
      run: () => showDebug('narration'),
    },
    {
      id: 'view.command',
      title: 'Show the debugger command line',
      group: 'View',
      words: 'windbg',
      run: () => showBottom('command'),
    },
    { id: 'view.theme', title: 'Light or dark', group: 'View', words: 'theme colour', run: toggleTheme },
    {
      id: 'help.palette',
      title: 'Command palette',
      group: 'Help',
      keys: ['Ctrl+K', 'Ctrl+Shift+P'],
      words: 'search find',
      run: () => showDialog('palette'),
    },
    {
      id: 'help.keys',
      title: 'All keys',
      group: 'Help',
      keys: ['?'],
      words: 'shortcuts',
      run: () => showDialog('shortcuts'),
    },
  ]);
}
