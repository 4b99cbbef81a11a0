/** What a learner does with files as a whole: begin a project, take in files from outside (asking before work is replaced). */
import { bringToFront, type Project, useProject } from '../store/project';
import { type Intake, sorted, takeIn } from '../store/project-files';
import { openDialog } from './dialogs';

/** Opens a project of the learner's own, with a driver and a program that do little. */
export async function newProject(): Promise<void> {
  const [driver, app] = await Promise.all([
    import('../samples/blank/driver.c?raw'),
    import('../samples/blank/app.c?raw'),
  ]);
  const { key, project: open, shelf } = useProject.getState();
  const keys = new Set([key, ...shelf.keys()]);
  const titles = new Set([open.title, ...[...shelf.values()].map(({ project }) => project.title)]);
  let number = 1;
  while (keys.has(`own:${number}`) || titles.has(titleOf(number))) number++;
  const project: Project = {
    id: `own:${number}`,
    title: titleOf(number),
    files: [
      { name: 'driver.c', text: driver.default, access: 'editable' },
      { name: 'app.c', text: app.default, access: 'editable' },
    ],
    drivers: [{ name: 'my', sources: ['driver.c'] }],
    apps: [{ name: 'app.exe', sources: ['app.c'] }],
    parallel: false,
    cpus: 2,
    seed: 1,
    limitSeconds: 60,
  };
  bringToFront({ key: project.id, project, original: undefined });
}

function titleOf(number: number): string {
  return number === 1 ? 'My project' : `My project ${number}`;
}

/** Files that were dropped or chosen. What would replace a changed file, and what cannot be taken in, is asked and told first. */
export async function bringIn(list: readonly File[]): Promise<void> {
  const { readFiles } = await import('./transfer');
  const read = await readFiles(list);
  const { project, original } = useProject.getState();
  const { files, problems } = sorted(project, read.files);
  const replaced = files.filter((file) => isChanged(project, original, file)).map(({ name }) => name);
  const all = [...read.problems, ...problems];
  const { projects } = read;
  if (replaced.length === 0 && all.length === 0 && projects.length === 0) takeIn(files);
  else openDialog({ kind: 'intake', files, replaced, projects, problems: all });
}

/** The learner's own work would be lost under it. */
function isChanged(project: Project, original: Project | undefined, { name, text }: Intake): boolean {
  const known = project.files.find((file) => file.name === name);
  if (!known || known.text === text) return false;
  return known.text !== original?.files.find((file) => file.name === name)?.text;
}
