/**
 * Where work is kept in a browser: IndexedDB. Whatever is found there and is not what this version writes is as if it were not there.
 */
import { type IDBPDatabase, openDB } from 'idb';
import { isSampleId } from '../samples/samples';
import type { KeptProject, KeptSession, ProjectStorage } from './persistence';
import { isKept, parsed } from './persistence-journal';
import { openSample } from './project';
import { freshTabs } from './project-tabs';

const DATABASE = 'ring-zero-lab';
/** What an earlier version of the page kept: the edited copies of samples with two files each. */
const OLD_KEY = 'ring-zero-lab.files';

/** Opens the database when it is first needed; every call fails if that is not allowed. */
export function indexedDbStorage(): ProjectStorage {
  let opened: Promise<IDBPDatabase> | undefined;
  const database = () => {
    opened ??= openDB(DATABASE, 1, {
      upgrade(db) {
        db.createObjectStore('projects', { keyPath: 'key' });
        db.createObjectStore('sessions', { keyPath: 'key' });
      },
      terminated() {
        opened = undefined;
      },
    });
    return opened;
  };
  return {
    async projects() {
      const found: unknown[] = await (await database()).getAll('projects');
      return found.filter(isKept);
    },
    async putProject(project) {
      await (await database()).put('projects', project);
    },
    async removeProject(key) {
      const db = await database();
      await db.delete('projects', key);
      await db.delete('sessions', key);
    },
    async session(key) {
      return (await (await database()).get('sessions', key)) as KeptSession | undefined;
    },
    async putSession(session) {
      await (await database()).put('sessions', session);
    },
    async removeSession(key) {
      await (await database()).delete('sessions', key);
    },
  };
}

/** The copies of samples that an earlier version of the page kept, and which of them was open. */
export function oldCopies(text: string | null): { readonly open: string | undefined; readonly copies: KeptProject[] } {
  const kept = parsed(text) as { readonly sample?: unknown; readonly edited?: Record<string, unknown> } | undefined;
  const copies = Object.entries(kept?.edited ?? {}).flatMap(([id, files]) => {
    const texts = files as Record<string, unknown> | null;
    if (!isSampleId(id) || typeof texts?.['app.c'] !== 'string' || typeof texts['driver.c'] !== 'string') return [];
    const { key, project, original } = openSample(id);
    const edited = {
      ...project,
      files: project.files.map((file) => ({ ...file, text: String(texts[file.name] ?? file.text) })),
    };
    return [{ key, project: edited, original, breakpoints: [], tabs: freshTabs(project), stamp: 0 }];
  });
  return { open: isSampleId(kept?.sample) ? `sample:${kept.sample}` : undefined, copies };
}

/** The old copies, once: they are removed when they have been taken over. */
export function takeOldCopies(storage: Storage | undefined): ReturnType<typeof oldCopies> & { done(): void } {
  return { ...oldCopies(storage?.getItem(OLD_KEY) ?? null), done: () => storage?.removeItem(OLD_KEY) };
}
