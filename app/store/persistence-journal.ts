/**
 * The journal of the last moment, in localStorage: what the page writes when it goes away, and reads before its first picture. Whatever is found there and is
 * not what this version writes is as if it were not there.
 */
import type { Journal, KeptProject } from './persistence';

const JOURNAL = 'ring-zero-lab.journal:';

export function localJournal(storage: Storage | undefined): Journal {
  return {
    read() {
      if (!storage) return [];
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
      const records = keys.filter((key) => key.startsWith(JOURNAL)).map((key) => parsed(storage.getItem(key)));
      return records.filter(isKept);
    },
    write(project) {
      try {
        storage?.setItem(JOURNAL + project.key, JSON.stringify(project));
        return storage !== undefined;
      } catch {
        return false;
      }
    },
    drop(key) {
      storage?.removeItem(JOURNAL + key);
    },
  };
}

/** Undefined: it is no JSON, or nothing. */
export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** A record as this version of the page writes it. */
export function isKept(value: unknown): value is KeptProject {
  const kept = value as Partial<KeptProject> | undefined | null;
  const { project, tabs } = kept ?? {};
  return (
    typeof kept?.key === 'string' &&
    typeof kept.stamp === 'number' &&
    Array.isArray(kept.breakpoints) &&
    Array.isArray(tabs?.sources) &&
    typeof tabs?.active === 'string' &&
    typeof project?.id === 'string' &&
    [project.files, project.drivers, project.apps].every(Array.isArray) &&
    project.files.every(({ name, text }) => typeof name === 'string' && typeof text === 'string')
  );
}
