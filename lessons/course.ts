/** The course: which lessons there are and in which order, as plain data that costs nothing to import. Their contents come by index.ts. */

export interface CourseEntry {
  /** Also the folder. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Lessons of one module stand together. */
  readonly module: string;
  /** Ids of lessons that come before. */
  readonly needs: readonly string[];
}

export const COURSE: readonly CourseEntry[] = [
  { id: 'first-contact', title: 'First contact', minutes: 20, module: 'Start', needs: [] },
  { id: 'two-modes', title: 'Two modes, one CPU', minutes: 15, module: 'The boundary', needs: ['first-contact'] },
  { id: 'system-call', title: 'Anatomy of a system call', minutes: 20, module: 'The boundary', needs: ['two-modes'] },
];
