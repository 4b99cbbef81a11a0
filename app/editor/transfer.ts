/**
 * Files on their way out of the page and in: downloads, zips, dropped files. A zip of everything is every project with its files, and can be taken in again.
 * Loaded when it is first needed.
 */
import { strFromU8, strToU8, unzip, zipSync } from 'fflate';
import { type Project, textOf, useProject } from '../store/project';
import { ABOUT_FILE, archiveOf, projectsIn } from '../store/project-archive';
import { type Intake, MOST_CHARACTERS } from '../store/project-files';

/** Of one file, and of what a zip may unpack to: everything beyond is refused before it is unpacked. */
const MOST_BYTES = MOST_CHARACTERS * 2;
const MOST_ZIP_BYTES = 4_000_000;
const MOST_UNPACKED = 8_000_000;

export function downloadFile(name: string): void {
  offer(new Blob([textOf(useProject.getState().project, name)], { type: 'text/plain' }), name);
}

/** The files of the open project. */
export function downloadAll(): void {
  const { project } = useProject.getState();
  const shown = project.files.filter(({ access }) => access !== 'hidden');
  offerZip(Object.fromEntries(shown.map(({ name, text }) => [name, strToU8(text)])), project.title);
}

/** The files of all projects, a folder each. */
export function downloadEverything(): void {
  const { key, project, shelf } = useProject.getState();
  const paths = archiveOf([{ key, project }, ...shelf.values()]);
  offerZip(Object.fromEntries(Object.entries(paths).map(([path, text]) => [path, strToU8(text)])), 'ring-zero-lab');
}

/** Sources and headers among what was dropped or chosen, those in zips too; a zip of several projects gives those. What could not be read, one sentence each. */
export async function readFiles(
  list: readonly File[],
): Promise<{ files: Intake[]; projects: Project[]; problems: string[] }> {
  const files: Intake[] = [];
  const projects: Project[] = [];
  const problems: string[] = [];
  for (const file of list) {
    const isZip = /\.zip$/i.test(file.name);
    if (!isZip && !isSource(file.name))
      problems.push(`${file.name}: Only .c and .h files, or a zip of them, can be added.`);
    else if (file.size > (isZip ? MOST_ZIP_BYTES : MOST_BYTES)) problems.push(`${file.name}: It is too large.`);
    else if (isZip) {
      const unpacked = await unpack(new Uint8Array(await file.arrayBuffer())).catch(() => undefined);
      if (!unpacked) problems.push(`${file.name}: It is no zip that can be read.`);
      else if (unpacked.size === 0) problems.push(`${file.name}: There are no .c or .h files in it.`);
      else {
        const found = projectsIn(unpacked);
        if (found) projects.push(...found);
        else for (const [path, text] of unpacked) files.push({ name: baseName(path), text });
      }
    } else files.push({ name: file.name, text: await file.text() });
  }
  return { files, projects, problems };
}

/** Texts by path. */
function unpack(data: Uint8Array): Promise<Map<string, string>> {
  let room = MOST_UNPACKED;
  return new Promise((resolve, reject) => {
    const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
      const isWanted = isSource(name) || baseName(name) === ABOUT_FILE;
      if (!isWanted || originalSize > MOST_BYTES || originalSize > room) return false;
      room -= originalSize;
      return true;
    };
    unzip(data, { filter }, (error, found) => {
      if (error) reject(error);
      else resolve(new Map(Object.entries(found).map(([path, bytes]) => [path, strFromU8(bytes)])));
    });
  });
}

function offerZip(contents: Record<string, Uint8Array>, title: string): void {
  offer(
    new Blob([zipSync(contents, { level: 6 }) as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
    `${fileName(title)}.zip`,
  );
}

/** The browser saves it under this name. */
export function offer(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function isSource(path: string): boolean {
  return /\.[ch]$/i.test(path) && !/(^|\/)(\.|__MACOSX)/.test(path);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function fileName(title: string): string {
  return title.replace(/[^\w.() -]+/g, '-').slice(0, 60);
}
