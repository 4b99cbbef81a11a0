/** The right end of the source place's head: following, breakpoints, the project, and what can be done with its files. */
import { CircleDot, FolderOpen, LocateFixed, MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { Button } from '../design/Button';
import { Menu, type MenuItem } from '../design/Menu';
import { SAMPLES } from '../samples/samples';
import { useBreakpoints } from '../store/breakpoints';
import { openProject, type Project, resetProject, useProject } from '../store/project';
import { chooseImage, deleteFile } from '../store/project-files';
import { openDialog, showList, useEditorDialogs } from './dialogs';
import { bringIn, newProject } from './file-actions';
import { toggleFollow, useFollow } from './follow';
import type { ShownTab } from './shown-tab';

const loadPopover = () => import('./BreakpointPopover');
const BreakpointPopover = lazy(loadPopover);

export default function SourceActions({ tab }: { readonly tab: ShownTab | undefined }) {
  const isFollowing = useFollow((state) => state.isOn);
  return (
    <div className="pane-actions source-actions">
      <Button
        label="Follow the shown instant"
        icon={<LocateFixed size={15} aria-hidden="true" />}
        iconOnly
        look="quiet"
        size="small"
        pressed={isFollowing}
        tip={isFollowing ? 'The source follows the shown instant' : 'The source stays where it is'}
        onClick={toggleFollow}
      />
      <Breakpoints />
      <ProjectMenu />
      <FileMenu tab={tab} />
    </div>
  );
}

function Breakpoints() {
  const count = useBreakpoints((state) => state.breakpoints.length);
  const isOpen = useEditorDialogs((state) => state.isListOpen);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button is-quiet is-small"
        aria-label={`Breakpoints: ${count}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title="Breakpoints"
        onPointerEnter={() => void loadPopover()}
        onFocus={() => void loadPopover()}
        onClick={() => showList(!isOpen)}
      >
        <CircleDot size={15} aria-hidden="true" />
        {count > 0 && <span className="source-count">{count}</span>}
      </button>
      {isOpen && (
        <Suspense>
          <BreakpointPopover anchor={button} />
        </Suspense>
      )}
    </>
  );
}

function ProjectMenu() {
  const { key, project, shelf, isEdited, original } = useProject();
  const edited = (id: string) => (id === key ? isEdited : shelf.has(id));
  const samples: MenuItem[] = SAMPLES.map(({ id, title, about }) => ({
    id: `sample:${id}`,
    label: (
      <>
        {title}
        {edited(`sample:${id}`) && <span className="menu-tag">edited</span>}
      </>
    ),
    about,
    checked: key === `sample:${id}`,
    onChoose: () => openProject(`sample:${id}`),
  }));
  const isSample = (id: string) => samples.some((one) => one.id === id);
  const open = [key, project, original] as const;
  const kept = [open, ...[...shelf.values()].map((one) => [one.key, one.project, one.original] as const)];
  const others: MenuItem[] = kept
    .filter(([id]) => !isSample(id))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, { title }, from], i) => ({
      id,
      label: title,
      about: id.startsWith('lesson:')
        ? 'Your files of the lesson'
        : from
          ? 'Your copy, edited in a second tab'
          : 'Your own',
      checked: id === key,
      separated: i === 0,
      onChoose: () => openProject(id),
    }));
  const own = key.startsWith('own:') || key.includes('~');
  const items: MenuItem[] = [
    ...samples,
    ...others,
    {
      id: 'new',
      label: 'New project',
      about: 'A driver and a program that do little',
      separated: true,
      onChoose: () => void newProject(),
    },
    ...(own
      ? [{ id: 'delete', label: 'Delete this project...', onChoose: () => openDialog({ kind: 'delete-project' }) }]
      : []),
  ];
  return (
    <Menu label="Projects" items={items}>
      <button
        type="button"
        className="button is-quiet is-small source-project"
        aria-label={`Project: ${project.title}`}
      >
        <FolderOpen size={15} aria-hidden="true" />
        <span className="source-project-name">{project.title}</span>
      </button>
    </Menu>
  );
}

function FileMenu({ tab }: { readonly tab: ShownTab | undefined }) {
  const { project, original, isEdited } = useProject();
  const input = useRef<HTMLInputElement>(null);
  const file = tab && !tab.isSystem ? tab.file : undefined;
  const transfer = () => import('./transfer');
  const items: MenuItem[] = [
    { id: 'new', label: 'New file...', onChoose: () => openDialog({ kind: 'new-file' }) },
    { id: 'add', label: 'Add files or a zip...', onChoose: () => input.current?.click() },
    { id: 'kernel', label: 'Open kernel source...', onChoose: () => openDialog({ kind: 'sources' }) },
  ];
  if (file !== undefined && tab?.isReadOnly === false) {
    items.push(
      {
        id: 'rename',
        label: `Rename ${file}...`,
        separated: true,
        onChoose: () => openDialog({ kind: 'rename', file }),
      },
      { id: 'delete', label: `Delete ${file}`, onChoose: () => deleteFile(file) },
      ...imageItems(project, file),
    );
  }
  if (file !== undefined)
    items.push({
      id: 'download',
      label: `Download ${file}`,
      separated: true,
      onChoose: () => void transfer().then((to) => to.downloadFile(file)),
    });
  items.push(
    {
      id: 'zip',
      label: 'Download all files',
      about: 'As a zip',
      separated: file === undefined,
      onChoose: () => void transfer().then((to) => to.downloadAll()),
    },
    {
      id: 'everything',
      label: 'Download all projects',
      about: 'As a zip, a folder each',
      onChoose: () => void transfer().then((to) => to.downloadEverything()),
    },
  );
  if (original && isEdited) {
    const source = project.id.startsWith('lesson:') ? 'the lesson' : 'the sample';
    items.push({
      id: 'reset',
      label: `Reset to ${source}`,
      about: 'Can be undone',
      separated: true,
      onChoose: resetProject,
    });
  }
  return (
    <>
      <Menu label="Files" items={items}>
        <button type="button" className="button is-quiet is-small is-square" aria-label="Files" title="Files">
          <MoreHorizontal size={16} aria-hidden="true" />
        </button>
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".c,.h,.zip"
        multiple
        hidden
        aria-label="Add files"
        onChange={({ currentTarget }) => {
          void bringIn([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** Which image a source belongs to. */
function imageItems(project: Project, file: string): MenuItem[] {
  if (!/\.c$/i.test(file)) return [];
  const isIn = (sources: readonly string[]) => sources.includes(file);
  const images = [
    ...project.drivers.map((image) => ({
      ...image,
      list: 'drivers' as const,
      about: 'Kernel mode',
      title: `${image.name}.sys`,
    })),
    ...project.apps.map((image) => ({ ...image, list: 'apps' as const, about: 'User mode', title: image.name })),
  ];
  const isFree = !images.some(({ sources }) => isIn(sources));
  return [
    ...images.map(({ name, list, sources, about, title }, i) => ({
      id: `${list}:${name}`,
      label: `Part of ${title}`,
      about,
      separated: i === 0,
      checked: isIn(sources),
      onChoose: () => chooseImage(file, list, name),
    })),
    {
      id: 'none',
      label: 'Part of nothing by itself',
      about: 'Another file includes it',
      checked: isFree,
      onChoose: () => chooseImage(file, undefined),
    },
  ];
}
