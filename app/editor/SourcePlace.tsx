/**
 * The centre: the project's files and the sources of the lab in tabs over one editor. The text is there with the first picture; all that only matters once one
 * edits or runs is loaded after it.
 */
import './editor.css';
import { Tabs as RadixTabs } from 'radix-ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { EmptyState } from '../design/EmptyState';
import { firstPicture } from '../shell/first-picture';
import { useProject } from '../store/project';
import { showTab, useTabs } from '../store/project-tabs';
import { CodeEditor } from './CodeEditor';
import { openDialog, useEditorDialogs } from './dialogs';
import { registerEditorActions } from './editor-actions';
import { bringIn } from './file-actions';
import { startFollowing } from './follow';
import { SourceBars } from './SourceBars';
import { SourceTabList } from './SourceTabList';
import { type ShownTab, useShownTab } from './shown-tab';

const SourceActions = lazy(() => firstPicture.then(() => import('./SourceActions')));
const EditorDialogs = lazy(() => import('./EditorDialogs'));
const LineMenu = lazy(() => import('./LineMenu'));

registerEditorActions();

export function SourcePlace() {
  const tab = useShownTab();
  const active = useTabs((state) => state.active);
  const drop = useDrop();
  useEffect(startFollowing, []);
  return (
    <RadixTabs.Root className="pane source-place" value={active} onValueChange={showTab} {...drop.handlers}>
      <div className="pane-head source-head">
        <SourceTabList />
        <Suspense>
          <SourceActions tab={tab} />
        </Suspense>
      </div>
      <SourceBars tab={tab} />
      <RadixTabs.Content value={active} className="pane-body" tabIndex={-1}>
        {tab ? <Text tab={tab} /> : <NoFile />}
      </RadixTabs.Content>
      {drop.isOver && <DropNote />}
      <Asked />
    </RadixTabs.Root>
  );
}

function Text({ tab }: { readonly tab: ShownTab }) {
  if (tab.problem !== undefined)
    return (
      <EmptyState title="This source is not there yet">It can be read once the machine has been started.</EmptyState>
    );
  return (
    <section className="source-text" aria-label={tab.file}>
      <CodeEditor tab={tab} />
    </section>
  );
}

function NoFile() {
  return (
    <EmptyState
      title="This project has no files"
      action={
        <button type="button" className="button" onClick={() => openDialog({ kind: 'new-file' })}>
          New file
        </button>
      }
    >
      A driver and a program are C files. They can also be dropped here.
    </EmptyState>
  );
}

/** Dialogs and menus are loaded when the first one is asked for. */
function Asked() {
  const dialog = useEditorDialogs((state) => state.dialog);
  const lineMenu = useEditorDialogs((state) => state.lineMenu);
  return (
    <Suspense>
      {dialog && <EditorDialogs dialog={dialog} />}
      {lineMenu && <LineMenu place={lineMenu} />}
    </Suspense>
  );
}

/** What letting go would do. */
function DropNote() {
  const title = useProject((state) => state.project.title);
  return (
    <div className="source-drop">
      <p>
        <strong>Drop to add to {title}</strong>
        .c and .h files, or a zip of them; a zip of several projects adds those beside it. You are asked before anything
        of yours is replaced, and it can be undone.
      </p>
    </div>
  );
}

/** Files that are dragged over the place. */
function useDrop() {
  const [isOver, setOver] = useState(false);
  const hasFiles = ({ dataTransfer }: React.DragEvent) => dataTransfer.types.includes('Files');
  return {
    isOver,
    handlers: {
      onDragOver: (event: React.DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: React.DragEvent) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOver(false);
      },
      onDropCapture: (event: React.DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        void bringIn([...event.dataTransfer.files]);
      },
    },
  };
}
