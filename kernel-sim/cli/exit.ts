/** The command's own exit codes (design section 7); the ends of runs carry theirs themselves. */
export const EXIT = { ok: 0, assertionFailed: 1, lessonWrong: 1, buildError: 120, internal: 125 } as const;
