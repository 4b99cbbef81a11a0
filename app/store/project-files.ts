/**
 * Changes of a project's set of files: add, rename, delete, take in from outside, and which image a source belongs to. Pure functions over a project
 * (`withFile`, ...) and the same on the one that is open. Whatever takes something away can be undone.
 */
import { type Image, type Project, type ProjectFile, putProject, useProject } from './project';

/** Files that come from outside, and what became of each. */
export interface Intake {
  readonly name: string;
  readonly text: string;
}

export const MOST_FILES = 40;
export const MOST_CHARACTERS = 400_000;
const MOST_NAME = 60;

/** Why a file cannot be called so; undefined: it can. */
export function nameProblem(project: Project, name: string, except?: string): string | undefined {
  if (name === '') return 'A file needs a name.';
  if (name.length > MOST_NAME) return `A name has at most ${MOST_NAME} characters.`;
  if (!/\.[ch]$/i.test(name)) return 'The name must end in .c or .h.';
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)) return 'A name is made of letters, digits, _ . and - only.';
  const same = project.files.find((file) => file.name.toLowerCase() === name.toLowerCase() && file.name !== except);
  return same && `There is a file ${same.name} already.`;
}

/** The project with one more file; a source becomes part of the image that its text looks like, or of none. */
export function withFile(project: Project, { name, text }: Intake): Project {
  const file: ProjectFile = { name, text, access: 'editable' };
  if (!isSource(name)) return { ...project, files: [...project.files, file] };
  const added = { ...project, files: [...project.files, file] };
  const list = looksLikeDriver(text, name) ? 'drivers' : 'apps';
  const image = project[list][0];
  return image ? inImage(added, name, list, image.name) : added;
}

export function withoutFile(project: Project, name: string): Project {
  const out = (images: readonly Image[]) =>
    images.map((image) => ({ ...image, sources: image.sources.filter((source) => source !== name) }));
  return {
    ...project,
    files: project.files.filter((file) => file.name !== name),
    drivers: out(project.drivers),
    apps: out(project.apps),
  };
}

export function withName(project: Project, from: string, to: string): Project {
  const inPlace = (names: readonly string[]) => names.map((name) => (name === from ? to : name));
  const images = (list: readonly Image[]) =>
    list.map((image) => ({ ...image, sources: isSource(to) ? inPlace(image.sources) : without(image.sources, from) }));
  return {
    ...project,
    files: project.files.map((file) => (file.name === from ? { ...file, name: to } : file)),
    drivers: images(project.drivers),
    apps: images(project.apps),
  };
}

/** A source as part of this image and of no other; undefined: of none. */
export function inImage(
  project: Project,
  file: string,
  list: 'drivers' | 'apps' | undefined,
  imageName?: string,
): Project {
  const placed = (images: readonly Image[], isHere: boolean) =>
    images.map((image) => ({
      ...image,
      sources: [...without(image.sources, file), ...(isHere && image.name === imageName ? [file] : [])],
    }));
  return {
    ...project,
    drivers: placed(project.drivers, list === 'drivers'),
    apps: placed(project.apps, list === 'apps'),
  };
}

/** With the files from outside, which replace those of the same names. */
export function withIntake(project: Project, intake: readonly Intake[]): Project {
  const texts = new Map(intake.map(({ name, text }) => [name, text]));
  const files = project.files.map((file) => ({ ...file, text: texts.get(file.name) ?? file.text }));
  const known = new Set(files.map(({ name }) => name));
  return intake.filter(({ name }) => !known.has(name)).reduce(withFile, { ...project, files });
}

/** What of these can be taken in, and why the rest cannot, one sentence each. */
export function sorted(project: Project, files: readonly Intake[]): { files: Intake[]; problems: string[] } {
  const problems: string[] = [];
  const good = new Map<string, Intake>();
  let room = MOST_FILES - project.files.length;
  for (const { name, text } of files) {
    const known = project.files.find((file) => file.name === name);
    const problem =
      (known ? undefined : nameProblem(project, name)) ??
      (known && known.access !== 'editable' ? 'This file of the project cannot be changed.' : undefined) ??
      (text.length > MOST_CHARACTERS ? `It is larger than ${MOST_CHARACTERS / 1000} kB.` : undefined) ??
      (text.includes('\0') ? 'It is no text.' : undefined) ??
      (!known && !good.has(name) && room <= 0 ? `A project has at most ${MOST_FILES} files.` : undefined);
    if (problem) problems.push(`${name}: ${problem}`);
    else {
      if (!known && !good.has(name)) room--;
      good.set(name, { name, text: text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '') });
    }
  }
  return { files: [...good.values()], problems };
}

// ------------------------------------------------------------------ on the open project

export function addFile(file: Intake): void {
  const { project, undo } = useProject.getState();
  putProject(withFile(project, file), undo?.untilEdit ? undefined : undo);
}

export function deleteFile(name: string): void {
  const { project } = useProject.getState();
  const file = project.files.find((one) => one.name === name);
  if (file?.access !== 'editable') return;
  const at = project.files.indexOf(file);
  putProject(withoutFile(project, name), {
    what: `delete ${name}`,
    said: `${name} was deleted.`,
    untilEdit: false,
    apply: (now) => {
      if (now.files.some((one) => one.name === name)) return now;
      const files = [...now.files.slice(0, at), file, ...now.files.slice(at)];
      const list = project.drivers.some(isOf(name)) ? 'drivers' : project.apps.some(isOf(name)) ? 'apps' : undefined;
      const image = [...project.drivers, ...project.apps].find(isOf(name));
      return inImage({ ...now, files }, name, list, image?.name);
    },
  });
}

export function renameFile(from: string, to: string): void {
  const { project, undo } = useProject.getState();
  putProject(withName(project, from, to), undo?.untilEdit ? undefined : undo);
}

export function chooseImage(file: string, list: 'drivers' | 'apps' | undefined, image?: string): void {
  const { project, undo } = useProject.getState();
  putProject(inImage(project, file, list, image), undo?.untilEdit ? undefined : undo);
}

export function takeIn(files: readonly Intake[]): void {
  const { project } = useProject.getState();
  const taken = withIntake(project, files);
  putProject(taken, { what: 'adding files', said: saidOf(project, files), apply: () => project, untilEdit: true });
}

/** `Added a.c and b.h. Replaced app.c.` */
function saidOf(project: Project, files: readonly Intake[]): string {
  const isThere = ({ name }: Intake) => project.files.some((file) => file.name === name);
  const [replaced, added] = [files.filter(isThere), files.filter((file) => !isThere(file))];
  const list = (some: readonly Intake[]) => some.map(({ name }) => name).join(', ');
  const parts = [added.length > 0 && `Added ${list(added)}.`, replaced.length > 0 && `Replaced ${list(replaced)}.`];
  return parts.filter(Boolean).join(' ');
}

function isSource(name: string): boolean {
  return /\.c$/i.test(name);
}

function looksLikeDriver(text: string, name: string): boolean {
  if (/#\s*include\s*[<"](ntddk|wdm|ntifs)\.h[>"]|\bDriverEntry\b/.test(text)) return true;
  if (/#\s*include\s*[<"](windows|stdio)\.h[>"]|\bmain\s*\(/.test(text)) return false;
  return /drv|driver|sys/i.test(name);
}

function isOf(name: string): (image: Image) => boolean {
  return ({ sources }) => sources.includes(name);
}

function without(names: readonly string[], name: string): readonly string[] {
  return names.filter((one) => one !== name);
}
