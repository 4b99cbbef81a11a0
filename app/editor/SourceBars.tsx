/** Quiet lines over the text that say what one could not see: that the machine was lost, that it runs another text, that another tab has the project, what can be undone. */
import { Lock, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { Button } from '../design/Button';
import { act } from '../store/actions';
import { type LostLine, useLostLine } from '../store/code-places';
import { isBusy, useLab } from '../store/lab';
import { useKeeping } from '../store/persistence-show';
import { absentImage, undoLast, useProject } from '../store/project';
import { useBuilt } from '../store/project-built';
import { closeSource, showSource } from '../store/project-tabs';
import type { ShownTab } from './shown-tab';

const LossBar = lazy(() => import('./LossBar'));

export function SourceBars({ tab }: { readonly tab: ShownTab | undefined }) {
  return (
    <>
      <LossNote />
      <KeepingBars />
      <UndoBar />
      {tab && !tab.isSystem && <AbsentBar file={tab.file} />}
      {tab?.isSystem ? <SystemBar tab={tab} /> : <EditedBar file={tab?.file} />}
    </>
  );
}

function LossNote() {
  const loss = useLab((state) => state.loss);
  return <Suspense>{loss && <LossBar loss={loss} />}</Suspense>;
}

function KeepingBars() {
  const isElsewhere = useKeeping((state) => state.isElsewhere);
  const trouble = useKeeping((state) => state.trouble);
  return (
    <>
      {isElsewhere && (
        <Bar tone="warn" actions={<Button label="Take over" look="quiet" size="small" onClick={takeOver} />}>
          This project is open in another tab. If you edit here, you work on a copy.
        </Bar>
      )}
      {trouble !== undefined && (
        <Bar
          tone="fault"
          actions={
            <Button label="Download all files" look="quiet" size="small" onClick={() => act('files.download')} />
          }
        >
          {trouble} Your work stays here until this tab is closed.
        </Bar>
      )}
    </>
  );
}

function takeOver(): void {
  void import('../store/persistence-page').then((page) => page.takeOver());
}

function UndoBar() {
  const undo = useProject((state) => state.undo);
  if (!undo) return null;
  return (
    <Bar
      actions={
        <>
          <Button label={`Undo ${undo.what}`} look="quiet" size="small" onClick={undoLast} />
          <Button
            label="Close this note"
            icon={<X size={14} aria-hidden="true" />}
            iconOnly
            look="quiet"
            size="small"
            onClick={() => useProject.setState({ undo: undefined })}
          />
        </>
      }
    >
      {undo.said}
    </Bar>
  );
}

/** A run without it looks like a run that cannot find its device. */
function AbsentBar({ file }: { readonly file: string }) {
  const kind = useProject(({ project }) => absentImage(project, file)?.kind);
  const name = useProject(({ project }) => absentImage(project, file)?.name);
  if (!kind) return null;
  return (
    <Bar tone="warn">
      There is nothing in the {kind} {name}: a run goes without it.
    </Bar>
  );
}

/** Said while a machine is there whose sources are not these any more. */
function EditedBar({ file }: { readonly file: string | undefined }) {
  const lost = useLostLine((state) => state.lost);
  const hasMachine = useLab((state) => state.shown !== undefined && !isBusy(state.phase));
  const built = useBuilt((state) => state.texts);
  const files = useProject((state) => state.project.files);
  if (!hasMachine || !files.some(({ name, text }) => built.has(name) && built.get(name) !== text)) return null;
  return (
    <Bar
      actions={
        <Button label="Run again" look="quiet" size="small" shortcut="Ctrl+Enter" onClick={() => act('run.run')} />
      }
    >
      {lost && lost.file === file ? lostWords(lost) : 'The machine runs the text from before your edits.'}
    </Bar>
  );
}

function lostWords({ line, text, isChanged }: LostLine): ReactNode {
  const what = isChanged ? 'You have changed this line' : 'You have taken this line out';
  return (
    <>
      {what} since the build. What runs is line {line} of the text before{text === '' ? '.' : ': '}
      {text !== '' && <code>{text}</code>}
    </>
  );
}

function SystemBar({ tab: { key, image, file, isPreview } }: { readonly tab: ShownTab }) {
  return (
    <Bar
      icon={<Lock size={12} aria-hidden="true" />}
      actions={
        <>
          {isPreview && image !== undefined && (
            <Button
              label="Keep open"
              look="quiet"
              size="small"
              tip="Otherwise the next source takes its place"
              onClick={() => showSource(image, file)}
            />
          )}
          <Button label="Close" look="quiet" size="small" onClick={() => closeSource(key)} />
        </>
      }
    >
      {file}, source of {image} in the lab. Read-only.
    </Bar>
  );
}

interface BarProps {
  readonly tone?: 'warn' | 'fault';
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

function Bar({ tone, icon, actions, children }: BarProps) {
  return (
    <div className={tone ? `source-bar has-${tone}` : 'source-bar'} role="status">
      {icon}
      <span className="source-bar-text">{children}</span>
      {actions}
    </div>
  );
}
