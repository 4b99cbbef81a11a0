/** The transport's menus: what is chosen once and kept, bookmarks, branches, what the timeline shows, and all motions by name. */
import { Bookmark, ChevronDown, Ellipsis, GitBranch, SlidersHorizontal } from 'lucide-react';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { seek } from '../client/moves';
import { Menu, type MenuItem } from '../design/Menu';
import { act, keyOf } from '../store/actions';
import { useLab } from '../store/lab';
import { count, withCounts } from '../words/numbers';
import { bookmarkAt, useBookmarks } from './bookmarks';
import { GroupMark } from './GroupMark';
import { GROUPS } from './groups';
import { showBranch } from './motions';
import { AXES, FOLLOWS, goalName, PACES, type Prefs, SCOPES, STRIDES, toggleGroup, UNITS, usePrefs } from './prefs';
import { useTransport } from './state';
import { MOTIONS } from './transport-actions';

const CHEVRON = <ChevronDown size={12} aria-hidden="true" />;

const NAMES: Readonly<Record<string, string>> = {
  own: 'Own code only',
  everything: 'All code, the kernel’s too',
  thread: 'This thread',
  cpu: 'This CPU, whatever it runs',
  statement: 'Statement',
  line: 'Line',
  instruction: 'Instruction',
  step: 'By the chosen step',
  event: 'From event to event',
  change: 'From visible change to visible change',
  instants: 'Instants',
  time: 'Simulated time',
};

/** One choice of several; the first item begins a group. */
function choices<K extends keyof Prefs>(
  prefs: Prefs,
  key: K,
  values: readonly Prefs[K][],
  heading: string,
): MenuItem[] {
  return values.map((value, i) => ({
    id: `${key}-${value}`,
    label: key === 'pace' ? paceName(Number(value)) : (NAMES[String(value)] ?? String(value)),
    checked: prefs[key] === value,
    staysOpen: true,
    ...(i === 0 && { heading }),
    onChoose: () => usePrefs.setState({ [key]: value }),
  }));
}

function paceName(pace: number): string {
  return pace < 1 ? `One step in ${1 / pace} seconds` : `${pace} ${pace === 1 ? 'step' : 'steps'} a second`;
}

export function StepMenu() {
  const prefs = usePrefs();
  const items = [
    ...choices(prefs, 'unit', UNITS, 'Step by'),
    ...choices(prefs, 'scope', SCOPES, 'Stop in'),
    ...choices(prefs, 'follow', FOLLOWS, 'Follow'),
  ];
  return (
    <Menu label="How to step" items={items}>
      <TextButton label="How to step" text={prefs.unit} />
    </Menu>
  );
}

export function PlayMenu() {
  const prefs = usePrefs();
  const items = [...choices(prefs, 'pace', PACES, 'Play'), ...choices(prefs, 'stride', STRIDES, 'It goes')];
  return (
    <Menu label="How to play" items={items}>
      <TextButton label="How to play" text={`${prefs.pace} / s`} className="is-from-wide" />
    </Menu>
  );
}

/** What the event buttons go to. */
export function EventMenu() {
  const goal = usePrefs((state) => state.goal);
  const choose = (to: string): Pick<MenuItem, 'checked' | 'onChoose'> => ({
    checked: goal === to,
    onChoose: () => usePrefs.setState({ goal: to }),
  });
  const items: MenuItem[] = [
    { id: 'shown', label: 'Any event that the timeline shows', heading: 'The event buttons go to', ...choose('shown') },
    ...GROUPS.map(({ id, title, about }) => ({ id, label: title, about, ...choose(id) })),
    ...GROUPS.flatMap(({ title, kinds }) =>
      kinds.map((kind, i) => ({
        id: kind,
        label: kind,
        ...(i === 0 && { heading: title, separated: true }),
        ...choose(kind),
      })),
    ),
  ];
  return (
    <Menu label="Kind of event" items={items}>
      <TextButton label="Kind of event" text={goalName(goal)} className="is-from-middle" />
    </Menu>
  );
}

export function BookmarksMenu() {
  const list = useBookmarks((state) => state.list);
  // Only whether one stands here, not each instant.
  const here = useLab(({ shown }) => shown && bookmarkAt(list, shown.at));
  const branches = useLab((state) => state.branches);
  const add: MenuItem = {
    id: 'add',
    label: 'Bookmark the shown instant',
    shortcut: keyOf('time.bookmark'),
    onChoose: () => act('time.bookmark'),
  };
  const items = list.map((bookmark, i): MenuItem => {
    const { at, name, place } = bookmark;
    const isThere = branches.some(({ id, head }) => id === at.branch && head >= at.instant);
    const where = `instant ${count(at.instant)}${at.branch > 0 ? ` of branch ${at.branch}` : ''}`;
    return {
      id: `${at.branch}-${at.instant}`,
      label: name,
      about: isThere ? `${where}, ${place}` : `${where}: this run has not come there`,
      checked: bookmark === here,
      ...(i === 0 && { separated: true }),
      onChoose: () => void (isThere && seek(at)),
    };
  });
  return (
    <Menu label="Bookmarks" items={[add, ...items]}>
      <IconButton label="Bookmarks" icon={<Bookmark size={15} aria-hidden="true" />} note={list.length} />
    </Menu>
  );
}

export function BranchesMenu() {
  const branches = useLab((state) => state.branches);
  const shown = useLab((state) => state.shown?.at.branch);
  const items: MenuItem[] = branches.map(({ id, from, head, cause }, i) => ({
    id: `${id}`,
    label: id === 0 ? 'The first run' : `Branch ${id}`,
    about: from ? `${withCounts(cause)}; comes to ${count(head)}` : `from boot to ${count(head)}`,
    checked: id === shown,
    ...(i === 0 && { heading: 'Histories of this run' }),
    onChoose: () => showBranch(id),
  }));
  const drops = branches.filter(({ id }) => id !== shown && !branches.some(({ from }) => from?.branch === id));
  items.push(
    ...drops.map(({ id }, i) => ({
      id: `drop-${id}`,
      label: id === 0 ? 'Forget the first run' : `Forget branch ${id}`,
      ...(i === 0 && { separated: true }),
      onChoose: () => dropBranch(id),
    })),
  );
  const few = branches.length < 2;
  if (few) items.push({ id: 'none', label: 'How branches begin', about: ABOUT_BRANCHES, onChoose: () => {} });
  return (
    <Menu label="Branches" items={items}>
      <IconButton
        label="Branches"
        icon={<GitBranch size={15} aria-hidden="true" />}
        note={few ? 0 : branches.length}
        className={few ? 'is-from-middle' : ''}
      />
    </Menu>
  );
}

const ABOUT_BRANCHES =
  'Typing something at an instant that has a future begins another history there. Both stay, and are listed here.';

function dropBranch(branch: number): void {
  ask({ kind: 'drop-branch', branch }).catch((error) => {
    if (!(error instanceof LabError)) throw error;
    useTransport.setState({ problem: error.message });
  });
}

const STRETCH_HEADING = 'A stretch: drag on the ruler, or drag with Shift';

export function ViewMenu() {
  const prefs = usePrefs();
  const groups: MenuItem[] = GROUPS.map(({ id, title, about, ...look }, i) => ({
    id,
    label: (
      <>
        <GroupMark {...look} /> {title}
      </>
    ),
    about,
    checked: prefs.groups.includes(id),
    staysOpen: true,
    ...(i === 0 && { heading: 'Events on the timeline' }),
    onChoose: () => toggleGroup(id),
  }));
  const zoom = [
    { id: 'time.fit', label: 'The whole run', separated: true },
    { id: 'time.zoom-in', label: 'Zoom in' },
    { id: 'time.zoom-out', label: 'Zoom out' },
  ].map((item) => ({ ...item, shortcut: keyOf(item.id), onChoose: () => act(item.id) }));
  const stretch = [
    { id: 'stretch.from', label: 'Begins at the shown instant', heading: STRETCH_HEADING, separated: true },
    { id: 'stretch.to', label: 'Ends at the shown instant' },
    { id: 'stretch.zoom', label: 'Zoom to it' },
    { id: 'stretch.clear', label: 'Unmark' },
  ].map((item) => ({ ...item, shortcut: keyOf(item.id), onChoose: () => act(item.id) }));
  return (
    <Menu
      label="What the timeline shows"
      items={[...groups, ...choices(prefs, 'axis', AXES, 'Numbers of the ruler'), ...zoom, ...stretch]}
    >
      <IconButton label="What the timeline shows" icon={<SlidersHorizontal size={15} aria-hidden="true" />} />
    </Menu>
  );
}

/** Whatever there is no button for, or no room. */
export function MotionsMenu() {
  const items = MOTIONS.map(
    ({ id, title, keys }): MenuItem => ({
      id,
      label: title,
      shortcut: keys?.[0],
      onChoose: () => act(id),
    }),
  );
  return (
    <Menu label="All motions" items={items}>
      <IconButton label="All motions" icon={<Ellipsis size={15} aria-hidden="true" />} />
    </Menu>
  );
}

interface IconProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  /** A number beside it, unless it is 0. */
  readonly note?: number;
  readonly className?: string;
}

function IconButton({ label, icon, note = 0, className = '', ...rest }: IconProps) {
  return (
    <button
      {...rest}
      type="button"
      className={`button is-quiet is-small transport-icon ${className}`}
      aria-label={note > 0 ? `${label}, ${note}` : label}
      title={label}
    >
      {icon}
      {note > 0 && <span aria-hidden="true">{note}</span>}
    </button>
  );
}

function TextButton({ label, text, className = '', ...rest }: { label: string; text: string; className?: string }) {
  return (
    <button
      {...rest}
      type="button"
      className={`button is-quiet is-small transport-text ${className}`}
      aria-label={`${label}: ${text}`}
      title={label}
    >
      {text} {CHEVRON}
    </button>
  );
}
