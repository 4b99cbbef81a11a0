/**
 * What stands in the tabs of the source place: the project's files, always, and those sources of the lab that were opened; which is in front, and where in
 * each one was. A source that was only passed by is a preview: the next one takes its place.
 */
import { create } from 'zustand';
import { isAnother, type Project, useProject } from './project';
import { useSelection } from './selection';

/** A file of the lab's own. */
export interface SourceTab {
  /** `nt`, `ntdll`. */
  readonly image: string;
  readonly file: string;
  readonly isPreview: boolean;
}

/** Where one was in a file. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  /** First line that was seen. */
  readonly top: number;
}

export interface Tabs {
  /** Key of a tab: the name of a file, or `keyOfSource`. */
  readonly active: string;
  readonly sources: readonly SourceTab[];
  readonly spots: Readonly<Record<string, Spot>>;
}

interface TabsState extends Tabs {
  /** Of the projects that are not open, by key. */
  readonly shelf: ReadonlyMap<string, Tabs>;
}

export const useTabs = create<TabsState>(() => ({ ...freshTabs(useProject.getState().project), shelf: new Map() }));

/** No learner's file has such a name. */
export function keyOfSource({ image, file }: Pick<SourceTab, 'image' | 'file'>): string {
  return `${image}!${file}`;
}

export function freshTabs(project: Project): Tabs {
  return { active: shownFiles(project)[0] ?? '', sources: [], spots: {} };
}

export function shownFiles(project: Project): string[] {
  return project.files.filter(({ access }) => access !== 'hidden').map(({ name }) => name);
}

export function showTab(active: string): void {
  if (active !== useTabs.getState().active) useTabs.setState({ active });
}

/** Opens a source of the lab. */
export function showSource(image: string, file: string, { isPreview = false } = {}): void {
  const { active, sources } = useTabs.getState();
  const key = keyOfSource({ image, file });
  const open = sources.find((one) => keyOfSource(one) === key);
  if (open && active === key && (isPreview || !open.isPreview)) return;
  const others = open || !isPreview ? sources : sources.filter((one) => !one.isPreview);
  useTabs.setState({
    active: key,
    sources: open
      ? sources.map((one) => (one === open && !isPreview ? { ...one, isPreview: false } : one))
      : [...others, { image, file, isPreview }],
  });
}

export function closeSource(key: string): void {
  const { active, sources } = useTabs.getState();
  const at = sources.findIndex((one) => keyOfSource(one) === key);
  if (at < 0) return;
  const left = sources.toSpliced(at, 1);
  const neighbour = left[at] ?? left[at - 1];
  const next = neighbour ? keyOfSource(neighbour) : shownFiles(useProject.getState().project).at(-1);
  useTabs.setState({ sources: left, active: active === key ? (next ?? '') : active });
}

export function keepSpot(key: string, spot: Spot): void {
  useTabs.setState(({ spots }) => ({ spots: { ...spots, [key]: spot } }));
}

useProject.subscribe((state, previous) => {
  const { key, project } = state;
  const { active, sources, spots, shelf } = useTabs.getState();
  if (isAnother(state, previous)) {
    const others = new Map(shelf).set(previous.key, { active, sources, spots });
    const own = others.get(key) ?? freshTabs(project);
    others.delete(key);
    useTabs.setState({ ...own, active: existing(own, project), shelf: others });
  } else if (project.files !== previous.project.files) {
    const names = shownFiles(project);
    const known = shownFiles(previous.project);
    const added = names.filter((name) => !known.includes(name));
    // A new file is looked at; so is what has taken the place of one that was renamed.
    const place = known.indexOf(active);
    if (added.length > 0) showTab(added[0]);
    else if (place >= 0 && !names.includes(active)) showTab(names[Math.min(place, names.length - 1)] ?? '');
  }
});

function existing({ active, sources }: Tabs, project: Project): string {
  const names = shownFiles(project);
  if (names.includes(active) || sources.some((one) => keyOfSource(one) === active)) return active;
  return names[0] ?? '';
}

/** Whoever asks for a place gets its tab in front; the editor then goes to the line. */
useSelection.subscribe(({ place }, previous) => {
  if (!place || place === previous.place) return;
  const isOwn = shownFiles(useProject.getState().project).includes(place.file);
  // Sources of the lab are in folders, so that no name is the learner's and the lab's.
  if (isOwn) showTab(place.file);
  else if (place.image !== undefined) showSource(place.image, place.file);
});
