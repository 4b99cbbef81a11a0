/**
 * The learner's files: the one truth for their text, and what is built of them. A project is a sample's copy, a lesson's copy, or the learner's own;
 * opening another one never loses an edit. Editors show and change these texts; a run takes a copy of them.
 */
import { create } from 'zustand';
import type { RunRequest } from '../../kernel-sim/protocol/messages';
import { SAMPLES, sampleOf } from '../samples/samples';

export interface ProjectFile {
  readonly name: string;
  readonly text: string;
  readonly access: 'editable' | 'read-only';
}

/** What a file is part of: a driver's or a program's sources; a header is part of whatever includes it. */
interface Image {
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

interface ProjectState {
  readonly project: Project;
  /** The files differ from the sample or lesson they come from. */
  readonly isEdited: boolean;
  /** The files as they were before they were reset, until the next edit. */
  readonly beforeReset: Project | undefined;
}

export const useProject = create<ProjectState>(() => ({
  project: sampleProject('mirror'),
  isEdited: false,
  beforeReset: undefined,
}));

export function editFile(name: string, text: string): void {
  const { project } = useProject.getState();
  const file = project.files.find((one) => one.name === name);
  if (!file || file.text === text || file.access === 'read-only') return;
  const files = project.files.map((one) => (one === file ? { ...file, text } : one));
  useProject.setState({ project: { ...project, files }, isEdited: true, beforeReset: undefined });
}

/** Brings a project to the front, as the learner left it. */
export function openProject(id: string): void {
  const sample = SAMPLES.find((one) => `sample:${one.id}` === id);
  if (sample) useProject.setState({ project: sampleProject(sample.id), isEdited: false, beforeReset: undefined });
}

/** Puts the sample or lesson back in place of the learner's copy; `undoReset` brings that back. */
export function resetProject(): void {
  const { project } = useProject.getState();
  openProject(project.id);
  useProject.setState({ beforeReset: project });
}

export function undoReset(): void {
  const { beforeReset } = useProject.getState();
  if (beforeReset) useProject.setState({ project: beforeReset, isEdited: true, beforeReset: undefined });
}

export function isLearnersFile(name: string): boolean {
  return useProject.getState().project.files.some((file) => file.name === name);
}

/** Of what image a file is part of, as far as modes go. */
export function modeOf(project: Project, name: string): 'user' | 'kernel' | undefined {
  if (project.drivers.some(({ sources }) => sources.includes(name))) return 'kernel';
  if (project.apps.some(({ sources }) => sources.includes(name))) return 'user';
  return undefined;
}

/** What to build and run. An image all of whose sources are empty takes no part. */
export function requestOf(project: Project): RunRequest {
  const texts = new Map(project.files.map(({ name, text }) => [name, text]));
  const images = (list: readonly Image[]) =>
    list
      .map(({ name, sources }) => ({
        name,
        sources: sources.map((source) => ({ name: source, text: texts.get(source) ?? '' })),
      }))
      .filter(({ sources }) => sources.some(({ text }) => text.trim() !== ''));
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

function sampleProject(id: (typeof SAMPLES)[number]['id']): Project {
  const { title, files } = sampleOf(id);
  return {
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
}
