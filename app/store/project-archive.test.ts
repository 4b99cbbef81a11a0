/** Projects out in one zip and in again. */
import { beforeEach, expect, test } from 'vitest';
import { editFile, openProject, type Project, undoLast, useProject } from './project';
import { ABOUT_FILE, addProjects, archiveOf, projectsIn } from './project-archive';

beforeEach(() => {
  useProject.setState(useProject.getInitialState(), true);
});

const two: Project = {
  id: 'own:4',
  title: 'Two drivers',
  files: [
    { name: 'a.c', text: '#include <ntddk.h>', access: 'editable' },
    { name: 'b.c', text: '#include <ntddk.h>', access: 'editable' },
    { name: 'main.c', text: 'int main(void) { return 0; }', access: 'editable' },
    { name: 'secret.c', text: '', access: 'hidden' },
  ],
  drivers: [
    { name: 'upper', sources: ['a.c'] },
    { name: 'lower', sources: ['b.c', 'secret.c'] },
  ],
  apps: [{ name: 'app.exe', sources: ['main.c'] }],
  ...{ parallel: true, cpus: 4, seed: 9, limitSeconds: 5 },
};

const zip = (projects: readonly Project[]) =>
  new Map(Object.entries(archiveOf(projects.map((project) => ({ key: project.id, project })))));
const titles = () => [...useProject.getState().shelf.values()].map(({ project }) => project.title);

test('a project comes back as it went out, but for what was hidden', () => {
  const { project } = useProject.getState();
  const back = projectsIn(zip([project, two]));
  expect(back?.map(({ title }) => title)).toEqual([project.title, 'Two drivers']);
  expect(back?.[1]).toEqual({
    ...two,
    id: '',
    files: two.files.slice(0, 3),
    drivers: [two.drivers[0], { name: 'lower', sources: ['b.c'] }],
  });
});

test('one that is alone says what it is, too; files in one folder are only files', () => {
  expect(projectsIn(zip([two]))?.map(({ title }) => title)).toEqual(['Two drivers']);
  expect(
    projectsIn(
      new Map([
        ['x/a.c', ''],
        ['x/b.h', ''],
      ]),
    ),
  ).toBeUndefined();
  expect(projectsIn(new Map([['a.c', '']]))).toBeUndefined();
});

test('folders of somebody else are projects, each source where its text belongs', () => {
  const found = projectsIn(
    new Map([
      ['hand-in/ann/drv.c', 'NTSTATUS DriverEntry(void);'],
      ['hand-in/ann/main.c', '#include <stdio.h>\nint main() {}'],
      ['hand-in/bob/main.c', '#include <windows.h>'],
    ]),
  );
  expect(found?.map(({ title }) => title)).toEqual(['ann', 'bob']);
  expect(found?.[0]).toMatchObject({
    drivers: [{ name: 'my', sources: ['drv.c'] }],
    apps: [{ name: 'app.exe', sources: ['main.c'] }],
  });
});

test('whatever is wrong in what a folder says of itself is left out', () => {
  const about = JSON.stringify({ title: ' ', cpus: 99, seed: 'x', drivers: [{ name: '../x', sources: 3 }], apps: 4 });
  for (const text of [about, 'no JSON', '[]', 'null'])
    expect(
      projectsIn(
        new Map([
          ['p/a.c', 'int main() {}'],
          [`p/${ABOUT_FILE}`, text],
        ]),
      ),
    ).toMatchObject([{ title: 'p', cpus: 2, seed: 1, apps: [{ name: 'app.exe', sources: ['a.c'] }] }]);
});

test('projects are added beside those that are there, never over them, and undone together', () => {
  const { project } = useProject.getState();
  const back = projectsIn(zip([project, two])) ?? [];
  editFile('driver.c', '/* mine */');
  expect(addProjects(back)).toEqual([`${project.title} (2)`, 'Two drivers']);
  expect(titles()).toEqual([`${project.title} (2)`, 'Two drivers']);
  expect(useProject.getState().project.files[0]?.text).toBe('/* mine */');
  undoLast();
  expect(titles()).toEqual([]);
  expect(useProject.getState().project.files[0]?.text).toBe('/* mine */');
});

test('what is here already is not added twice', () => {
  const { project } = useProject.getState();
  addProjects(projectsIn(zip([project, two])) ?? []);
  expect(titles()).toEqual(['Two drivers']);
  const [key] = useProject.getState().shelf.keys();
  openProject(key ?? '');
  expect(useProject.getState().project.title).toBe('Two drivers');
  expect(addProjects(projectsIn(zip([two])) ?? [])).toEqual([]);
});
