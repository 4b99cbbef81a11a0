/**
 * Several projects in one zip, on their way out and in: a folder each, with a file beside the sources that says what they are built into. What comes in
 * is added beside the learner's own projects, never over them. Pure but for `addProjects` and `openBeside`.
 */
import { bringToFront, type Image, type Project, useProject } from './project';
import { type Intake, sorted, withIntake } from './project-files';

/** Beside the sources of a project in a zip. */
export const ABOUT_FILE = 'ring-zero.json';
const MOST_PROJECTS = 60;

/** What a project is besides its files. */
type About = Pick<Project, 'title' | 'drivers' | 'apps' | 'parallel' | 'cpus' | 'seed' | 'limitSeconds'>;

/** Files by path: a folder each, hidden files left out. */
export function archiveOf(
  projects: readonly { readonly key: string; readonly project: Project }[],
): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const { key, project } of projects) {
    const { title, drivers, apps, parallel, cpus, seed, limitSeconds } = project;
    const folder = `${pathName(title)} (${pathName(key)})`;
    const about: About = { title, drivers, apps, parallel, cpus, seed, limitSeconds };
    paths[`${folder}/${ABOUT_FILE}`] = `${JSON.stringify(about, undefined, 2)}\n`;
    for (const { name, text, access } of project.files) if (access !== 'hidden') paths[`${folder}/${name}`] = text;
  }
  return paths;
}

/**
 * The projects of a zip: each folder that says what it is, or, if there are several folders with sources, each of them. Undefined: it holds files of one.
 * `paths` are those of a zip, without what is no source.
 */
export function projectsIn(paths: ReadonlyMap<string, string>): readonly Project[] | undefined {
  const folders = new Map<string, Intake[]>();
  const abouts = new Map<string, Partial<About>>();
  for (const [path, text] of paths) {
    const cut = path.lastIndexOf('/');
    const [folder, name] = [path.slice(0, Math.max(0, cut)), path.slice(cut + 1)];
    if (name === ABOUT_FILE) abouts.set(folder, aboutIn(text));
    else folders.set(folder, [...(folders.get(folder) ?? []), { name, text }]);
  }
  const chosen = [...folders].filter(([folder]) => abouts.size === 0 || abouts.has(folder));
  if (abouts.size === 0 && chosen.length < 2) return undefined;
  return chosen.slice(0, MOST_PROJECTS).map(([folder, files]) => projectOf(folder, files, abouts.get(folder) ?? {}));
}

function projectOf(folder: string, all: readonly Intake[], about: Partial<About>): Project {
  const title = about.title ?? (folder.split('/').at(-1) || 'Project');
  const blank: Project = {
    ...{ id: '', title, files: [], parallel: false, cpus: 2, seed: 1, limitSeconds: 60 },
    drivers: [{ name: 'my', sources: [] }],
    apps: [{ name: 'app.exe', sources: [] }],
  };
  const { files } = sorted(blank, all);
  const placed = withIntake(blank, files);
  const names = new Set(files.map(({ name }) => name));
  const known = (images: readonly Image[] | undefined) =>
    images?.map(({ name, sources }) => ({ name, sources: sources.filter((source) => names.has(source)) }));
  return {
    ...{ ...placed, ...about, title },
    ...{ drivers: known(about.drivers) ?? placed.drivers, apps: known(about.apps) ?? placed.apps },
  };
}

/** What a file says of a project; whatever is not as it should be is left out. */
function aboutIn(text: string): Partial<About> {
  let read: Record<string, unknown>;
  try {
    read = Object(JSON.parse(text));
  } catch {
    return {};
  }
  const { title, drivers, apps, parallel, cpus, seed, limitSeconds } = read;
  const isWhole = (value: unknown, least: number, most: number): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
  return {
    ...(typeof title === 'string' && title.trim() !== '' && { title: title.trim().slice(0, 80) }),
    ...(isImages(drivers) && { drivers }),
    ...(isImages(apps) && { apps }),
    ...(typeof parallel === 'boolean' && { parallel }),
    ...(isWhole(cpus, 1, 8) && { cpus }),
    ...(isWhole(seed, 0, 0xffff_ffff) && { seed }),
    ...(isWhole(limitSeconds, 1, 3600) && { limitSeconds }),
  };
}

function isImages(value: unknown): value is readonly Image[] {
  return (
    Array.isArray(value) &&
    value.length <= 20 &&
    value.every((one) => {
      const { name, sources } = Object(one);
      return (
        typeof name === 'string' &&
        /^[\w.-]{1,40}$/.test(name) &&
        Array.isArray(sources) &&
        sources.every((source) => typeof source === 'string')
      );
    })
  );
}

/** Puts projects beside those that are there, under titles of their own; can be undone. What is here already, file by file, is left out. */
export function addProjects(projects: readonly Project[]): readonly string[] {
  const { key: open, project, shelf } = useProject.getState();
  const all = new Map(shelf);
  const here = () => [project, ...[...all.values()].map((one) => one.project)];
  const added: string[] = [];
  const titles: string[] = [];
  for (const one of projects) {
    if (here().some((known) => sameFiles(known, one))) continue;
    const key = freeKey((name) => name === open || all.has(name));
    const title = freeTitle(one.title, new Set(here().map((known) => known.title)));
    all.set(key, { key, project: { ...one, id: key, title }, original: undefined });
    added.push(key);
    titles.push(title);
  }
  if (added.length === 0) return titles;
  const undo = {
    what: added.length === 1 ? `adding ${titles[0]}` : `adding ${added.length} projects`,
    said: `Added as projects of their own: ${titles.join(', ')}.`,
    apply: (now: Project) => now,
    alsoDrops: added,
    untilEdit: false,
  };
  useProject.setState({ shelf: all, undo });
  return titles;
}

/** Puts a project beside those that are there and opens it; one of the same title and files is opened as it is. */
export function openBeside(project: Project): void {
  addProjects([project]);
  const isSame = (known: Project) =>
    known.title.startsWith(project.title) && sameFiles({ ...known, title: project.title }, project);
  const { project: open, shelf } = useProject.getState();
  const found = isSame(open) ? undefined : [...shelf.values()].find((one) => isSame(one.project));
  if (found) bringToFront(found);
}

function sameFiles(a: Project, b: Project): boolean {
  const shown = ({ title, files }: Project) =>
    JSON.stringify([title, files.filter(({ access }) => access !== 'hidden').map(({ name, text }) => [name, text])]);
  return shown(a) === shown(b);
}

function freeKey(isTaken: (key: string) => boolean): string {
  let number = 1;
  while (isTaken(`own:${number}`)) number++;
  return `own:${number}`;
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  let number = 2;
  let free = title;
  while (taken.has(free)) free = `${title} (${number++})`;
  return free;
}

function pathName(title: string): string {
  return title.replace(/[^\w.() -]+/g, '-').slice(0, 60);
}
