/**
 * The glossary: kernel terms as the lab explains them, in the order of their areas. Data only; finding them is `find.ts`'s.
 */
import type { Area, Entry, Term } from './term';
import { DRIVERS } from './terms-drivers';
import { EXCEPTIONS } from './terms-exceptions';
import { INTERRUPTS } from './terms-interrupts';
import { IO } from './terms-io';
import { MEMORY } from './terms-memory';
import { OBJECTS } from './terms-objects';
import { PROCESSOR } from './terms-processor';
import { SCHEDULING } from './terms-scheduling';
import { SYNCHRONISATION } from './terms-sync';
import { TOOLS } from './terms-tools';
import { USER } from './terms-user';

const WRITTEN: Readonly<Record<Area, readonly Entry[]>> = {
  'processor & modes': PROCESSOR,
  'interrupts & time': INTERRUPTS,
  scheduling: SCHEDULING,
  memory: MEMORY,
  'objects & handles': OBJECTS,
  'I/O & IRPs': IO,
  drivers: DRIVERS,
  synchronisation: SYNCHRONISATION,
  'exceptions & crashes': EXCEPTIONS,
  'user mode': USER,
  tools: TOOLS,
};

export const TERMS: readonly Term[] = termsOf(WRITTEN);

function termsOf(written: Readonly<Record<Area, readonly Entry[]>>): Term[] {
  const relations = relationsOf(Object.values(written).flat());
  return Object.entries(written).flatMap(([area, entries]) =>
    entries.map((entry) => ({
      ...entry,
      long: entry.long.join(' '),
      also: [...(relations.get(entry.id) ?? [])],
      area: area as Area,
    })),
  );
}

/** Each relation is written at one end; here it gets both. */
function relationsOf(entries: readonly Entry[]): Map<string, Set<string>> {
  const relations = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const known = relations.get(from);
    if (known) known.add(to);
    else relations.set(from, new Set([to]));
  };
  for (const { id, also } of entries) for (const other of also) add(id, other);
  for (const { id, also } of entries) for (const other of also) add(other, id);
  return relations;
}
