/** Actions of the source place: keys, tooltips and the command palette know them from here. Registered once, when the place is loaded. */
import { type Action, registerActions } from '../store/actions';
import { removeAllBreakpoints, useBreakpoints } from '../store/breakpoints';
import { showCode } from '../store/code-places';
import { useLab } from '../store/lab';
import { isLearnersFile, resetProject, undoLast, useProject } from '../store/project';
import { keyOfSource, shownFiles, showTab, useTabs } from '../store/project-tabs';
import { openDialog, showList } from './dialogs';
import type { EditorSession } from './editor-session';
import { newProject } from './file-actions';
import { toggleFollow } from './follow';

let session: EditorSession | undefined;

/** The editor that actions are about; undefined: there is none yet. */
export function setCurrentSession(current: EditorSession | undefined): void {
  session = current;
}

/** What needs Monaco is loaded with it. */
function inEditor(work: (margin: typeof import('./margin'), session: EditorSession) => void): void {
  const current = session;
  if (current) void import('./margin').then((margin) => work(margin, current));
}

const FILES: readonly Action[] = [
  {
    id: 'files.new',
    title: 'New file...',
    group: 'Files',
    words: 'add create source header',
    run: () => openDialog({ kind: 'new-file' }),
  },
  {
    id: 'files.download',
    title: 'Download all files as a zip',
    group: 'Files',
    words: 'save export archive',
    run: () => void import('./transfer').then(({ downloadAll }) => downloadAll()),
  },
  {
    id: 'files.reset',
    title: 'Put the original files back',
    group: 'Files',
    words: 'reset sample lesson',
    run: resetProject,
    isAvailable: () => useProject.getState().isEdited && useProject.getState().original !== undefined,
  },
  {
    id: 'files.undo',
    title: 'Undo the last change of files',
    group: 'Files',
    words: 'reset delete bring back',
    run: undoLast,
    isAvailable: () => useProject.getState().undo !== undefined,
  },
  { id: 'files.new-project', title: 'New project', group: 'Files', words: 'empty blank own', run: newProject },
  {
    id: 'files.kernel-source',
    title: 'Open kernel source...',
    group: 'Files',
    words: 'ntoskrnl lab source file',
    run: () => openDialog({ kind: 'sources' }),
  },
  { id: 'files.next', title: 'Next file', group: 'Files', keys: ['Ctrl+Alt+ArrowRight'], run: () => step(1) },
  { id: 'files.previous', title: 'Previous file', group: 'Files', keys: ['Ctrl+Alt+ArrowLeft'], run: () => step(-1) },
  {
    id: 'view.follow',
    title: 'Source follows the shown instant, or stays',
    group: 'View',
    run: toggleFollow,
  },
  { id: 'view.source', title: 'Go to the source text', group: 'View', run: () => session?.editor.focus() },
];

const PROBLEMS: readonly Action[] = [
  {
    id: 'problems.next',
    title: 'Next problem',
    group: 'Files',
    keys: ['F4'],
    words: 'error warning',
    run: () => goToProblem(1),
    isAvailable: hasProblems,
  },
  {
    id: 'problems.previous',
    title: 'Previous problem',
    group: 'Files',
    keys: ['Shift+F4'],
    words: 'error warning',
    run: () => goToProblem(-1),
    isAvailable: hasProblems,
  },
];

const BREAKPOINTS: readonly Action[] = [
  {
    id: 'breakpoints.toggle',
    title: 'Set or remove a breakpoint on this line',
    group: 'Breakpoints',
    keys: ['F9'],
    run: () => inEditor(({ toggleHere }, current) => toggleHere(current)),
  },
  {
    id: 'breakpoints.edit',
    title: 'Edit the breakpoint of this line...',
    group: 'Breakpoints',
    keys: ['Shift+F9'],
    words: 'condition hit count log point',
    run: () => inEditor(({ editBreakpointHere }, current) => editBreakpointHere(current)),
  },
  {
    id: 'breakpoints.data',
    title: 'Stop when the selected variable changes',
    group: 'Breakpoints',
    words: 'data watch',
    run: () => inEditor(({ stopOnChange }, current) => void stopOnChange(current)),
    isAvailable: () => useLab.getState().shown !== undefined,
  },
  {
    id: 'breakpoints.routine',
    title: 'Stop at a routine...',
    group: 'Breakpoints',
    words: 'function break',
    run: () => openDialog({ kind: 'breakpoint', id: undefined, spec: { where: { kind: 'routine', name: '' } } }),
  },
  {
    id: 'breakpoints.event',
    title: 'Stop at an event...',
    group: 'Breakpoints',
    words: 'trace irp break',
    run: () => openDialog({ kind: 'breakpoint', id: undefined, spec: { where: { kind: 'event', event: '' } } }),
  },
  { id: 'breakpoints.list', title: 'List of breakpoints', group: 'Breakpoints', run: () => showList(true) },
  {
    id: 'breakpoints.remove-all',
    title: 'Remove all breakpoints',
    group: 'Breakpoints',
    run: removeAllBreakpoints,
    isAvailable: () => useBreakpoints.getState().breakpoints.length > 0,
  },
];

export function registerEditorActions(): void {
  registerActions([...FILES, ...PROBLEMS, ...BREAKPOINTS]);
}

function step(by: 1 | -1): void {
  const { active, sources } = useTabs.getState();
  const keys = [...shownFiles(useProject.getState().project), ...sources.map(keyOfSource)];
  showTab(keys.at((keys.indexOf(active) + by) % keys.length) ?? active);
}

/** The one that was gone to last. */
let problem = -1;

useLab.subscribe(({ messages }, previous) => {
  if (messages !== previous.messages) problem = -1;
});

function problems() {
  return useLab.getState().messages.filter(({ severity, file }) => severity !== 'note' && isLearnersFile(file));
}

function hasProblems(): boolean {
  return problems().length > 0;
}

function goToProblem(by: 1 | -1): void {
  const list = problems();
  if (list.length === 0) return;
  problem = problem < 0 && by < 0 ? list.length - 1 : (problem + by + list.length) % list.length;
  const { file, line, col } = list[problem];
  showCode({ file, line, column: col });
}
