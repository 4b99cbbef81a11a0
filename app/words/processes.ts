/** Processes that are always there. */

/** Its id: threads of the kernel are its. */
export const SYSTEM_PROCESS = 4;
