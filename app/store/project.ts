/**
 * The learner's files: the one truth for their text, and what is built of them. A project is a sample's copy, a lesson's copy, or the learner's own;
 * opening another one puts this one on the shelf as it is, so that no choice ever loses an edit. Editors show and change these texts; a run takes a
 * copy of them. What changes the set of files is in project-files.ts; what is kept over visits in persistence.ts.
 */
import { create } from 'zustand';
import type { RunRequest } from '../../kernel-sim/protocol/messages';
import type { FileTexts } from '../../lessons/index';
import type { Lesson } from '../../lessons/schema';
import { SAMPLES, sampleOf } from '../samples/samples';

export interface ProjectFile {
  readonly name: string;
  readonly text: string;
  /** `hidden`: takes part in the build, and is not shown. */
  readonly access: 'editable' | 'read-only' | 'hidden';
}

/** What a file is part of: a driver's or a program's sources; a header is part of whatever includes it. */
export interface Image {
  /** Service name `mirror`; image name `app.exe`. */
  readonly name: string;
  readonly sources: readonly string[];
}

export interface Project {
  /** `sample:mirror`, `lesson:first-contact`, `own:...`. */
  readonly id: string;
  readonly title: string;
  readonly files: readonly ProjectFile[];
  readonly drivers: readonly Image[];
  readonly apps: readonly Image[];
  /** All programs at once. */
  readonly parallel: boolean;
  readonly cpus: number;
  readonly seed: number;
  readonly limitSeconds: number;
}

/** A project with what it began as. */
export interface OpenProject {
  /** Under which it is kept: its id; of a second tab's copy, the id with `~` and letters behind it. */
  readonly key: string;
  readonly project: Project;
  /** The sample or lesson it is a copy of; undefined: it is the learner's own. */
  readonly original: Project | undefined;
}

/** How the last change that took something away is undone. */
interface Undo {
  /** In words: `reset`, `delete app.c`. */
  readonly what: string;
  readonly apply: (project: Project) => Project;
  /** What was done, as a sentence. */
  readonly said: string;
  /** Projects that were added, by key: they go with it. */
  readonly alsoDrops?: readonly string[];
  /** It would take later edits with it: the first of them ends the offer. */
  readonly untilEdit: boolean;
}

interface ProjectState extends OpenProject {
  /** The files differ from the sample or lesson they come from. */
  readonly isEdited: boolean;
  readonly undo: Undo | undefined;
  /** Other projects, as they were left. */
  readonly shelf: ReadonlyMap<string, OpenProject>;
}

export const useProject = create<ProjectState>(() => ({
  ...openSample('mirror'),
  isEdited: false,
  undo: undefined,
  shelf: new Map(),
}));

// ------------------------------------------------------------------ editing

export function editFile(name: string, text: string): void {
  const { project, undo } = useProject.getState();
  const file = project.files.find((one) => one.name === name);
  if (!file || file.text === text || file.access !== 'editable') return;
  const files = project.files.map((one) => (one === file ? { ...file, text } : one));
  putProject({ ...project, files }, undo?.untilEdit ? undefined : undo);
}

/** Another state of the same project; `undo` is offered from then on. */
export function putProject(project: Project, undo: Undo | undefined): void {
  const { original } = useProject.getState();
  useProject.setState({ project, undo, isEdited: differs(project, original) });
}

export function undoLast(): void {
  const { project, undo } = useProject.getState();
  if (!undo) return;
  putProject(undo.apply(project), undefined);
  for (const key of undo.alsoDrops ?? []) dropProject(key);
}

export function undoReset(): void {
  if (useProject.getState().undo?.what === 'reset') undoLast();
}

/** Puts the sample or lesson back in place of the learner's copy; can be undone until the next edit. */
export function resetProject(): void {
  const { project, original } = useProject.getState();
  if (original)
    putProject(original, {
      what: 'reset',
      said: 'The original files are back.',
      apply: () => project,
      untilEdit: true,
    });
}

// ------------------------------------------------------------------ opening

/** Brings a project to the front by its key, as the learner left it: one of the shelf, or a sample. */
export function openProject(key: string): void {
  const { key: open, shelf } = useProject.getState();
  if (key === open) return;
  const sample = SAMPLES.find((one) => `sample:${one.id}` === key);
  const found = shelf.get(key) ?? (sample && openSample(sample.id));
  if (found) bringToFront(found);
}

/** Opens the learner's copy of this; the first time that is the same. */
export function openCopyOf(original: Project): void {
  const { project, shelf } = useProject.getState();
  if (project.id === original.id) useProject.setState({ original, isEdited: differs(project, original) });
  else bringToFront({ key: original.id, project: shelf.get(original.id)?.project ?? original, original });
}

/** Opens the learner's copy of a lesson's files. */
export function openLessonProject(lesson: Lesson, files: FileTexts): void {
  openCopyOf(lessonProject(lesson, files));
}

/** A lesson's files as nobody has touched them; hidden ones are among them, with that access. */
export function lessonProject({ id, title, scenario, files: named }: Lesson, files: FileTexts): Project {
  const { drivers, apps, cpus, seeds, limitSeconds, parallel = false } = scenario;
  const shown = named.map(({ name, access }) => ({ name, text: files[name] ?? '', access }));
  const seed = seeds[0] ?? 1;
  return { id: `lesson:${id}`, title, files: shown, drivers, apps, parallel, cpus, seed, limitSeconds };
}

/** What was open goes to the shelf, unless there is nothing in it that could not be had again. */
export function bringToFront(opened: OpenProject): void {
  const { key, project, original, isEdited, shelf } = useProject.getState();
  const others = new Map(shelf);
  if (isEdited || original === undefined) others.set(key, { key, project, original });
  else others.delete(key);
  others.delete(opened.key);
  useProject.setState({
    ...opened,
    isEdited: differs(opened.project, opened.original),
    undo: undefined,
    shelf: others,
  });
}

/** Takes a project off the shelf for ever. */
export function dropProject(key: string): void {
  const shelf = new Map(useProject.getState().shelf);
  shelf.delete(key);
  useProject.setState({ shelf });
}

// ------------------------------------------------------------------ looking

export function isLearnersFile(name: string): boolean {
  return useProject.getState().project.files.some((file) => file.name === name && file.access !== 'hidden');
}

/** Of what image a file is part of, as far as modes go. */
export function modeOf(project: Project, name: string): 'user' | 'kernel' | undefined {
  if (project.drivers.some(({ sources }) => sources.includes(name))) return 'kernel';
  if (project.apps.some(({ sources }) => sources.includes(name))) return 'user';
  return undefined;
}

/** The text of a file; '' if there is none. */
export function textOf(project: Project, name: string): string {
  return project.files.find((file) => file.name === name)?.text ?? '';
}

/** The image that a file is part of, if it takes no part in a run because there is nothing in its sources. */
export function absentImage(
  project: Project,
  file: string,
): { readonly kind: 'driver' | 'program'; readonly name: string } | undefined {
  const isAbsent = ({ sources }: Image) => sources.includes(file) && !hasText(project, sources);
  const driver = project.drivers.find(isAbsent);
  if (driver) return { kind: 'driver', name: driver.name };
  const app = project.apps.find(isAbsent);
  return app && { kind: 'program', name: app.name };
}

function hasText(project: Project, sources: readonly string[]): boolean {
  return sources.some((source) => textOf(project, source).trim() !== '');
}

/** What to build and run. An image all of whose sources are empty takes no part. */
export function requestOf(project: Project): RunRequest {
  const texts = new Map(project.files.map(({ name, text }) => [name, text]));
  const images = (list: readonly Image[]) =>
    list
      .filter(({ sources }) => hasText(project, sources))
      .map(({ name, sources }) => ({
        name,
        sources: sources.map((source) => ({ name: source, text: texts.get(source) ?? '' })),
      }));
  const used = new Set([...project.drivers, ...project.apps].flatMap(({ sources }) => sources));
  return {
    drivers: images(project.drivers),
    apps: images(project.apps),
    headers: Object.fromEntries([...texts].filter(([name]) => !used.has(name))),
    parallel: project.parallel,
    cpus: project.cpus,
    seed: project.seed,
    limitNs: project.limitSeconds * 1e9,
  };
}

/** Another project has come to the front. Under another key with the same files it is the same one still: it has become a copy. */
export function isAnother(now: OpenProject, before: OpenProject): boolean {
  return now.key !== before.key && now.project.files !== before.project.files;
}

/** There is nothing of the learner's in it. */
export function isUntouched({ project, original }: OpenProject): boolean {
  return original !== undefined && !differs(project, original);
}

/** As it was kept, with the sample as it is today; what nobody has changed is today's sample as well. */
export function refreshed(opened: OpenProject): OpenProject {
  const { key, project } = opened;
  const sample = SAMPLES.find(({ id }) => `sample:${id}` === project.id);
  if (!sample) return { key, project, original: opened.original };
  const { project: original } = openSample(sample.id);
  return { key, project: isUntouched(opened) ? original : project, original };
}

function differs(project: Project, original: Project | undefined): boolean {
  return project !== original && JSON.stringify(project) !== JSON.stringify(original);
}

/** A sample that nobody has touched; a lesson's files look alike. */
export function openSample(id: (typeof SAMPLES)[number]['id']): OpenProject {
  const { title, files } = sampleOf(id);
  const project: Project = {
    id: `sample:${id}`,
    title,
    files: [
      { name: 'driver.c', text: files['driver.c'], access: 'editable' },
      { name: 'app.c', text: files['app.c'], access: 'editable' },
    ],
    drivers: [{ name: id, sources: ['driver.c'] }],
    apps: [{ name: 'app.exe', sources: ['app.c'] }],
    parallel: false,
    cpus: 2,
    seed: 1,
    limitSeconds: 60,
  };
  return { key: project.id, project, original: project };
}
