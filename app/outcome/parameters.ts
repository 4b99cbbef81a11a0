/**
 * What the four parameters of a bug check mean, by its code, and what usually causes it. Facts of Microsoft's public bug check reference in our own
 * words; only for codes that the simulated kernel can raise. Pure.
 */
interface BugCheckMeaning {
  /** One a parameter; shorter lists: the rest is unused. */
  readonly parameters: readonly string[];
  /** What it means in general, in one sentence. */
  readonly general: string;
}

const EXCEPTION_PARAMETERS = ['exception code', 'instruction that raised it', 'exception or context record'];
const FAULT_PARAMETERS = [
  'address that was used',
  'IRQL at that moment',
  'access: 0 read, 1 write, 8 execute',
  'instruction that used it',
];

const MEANINGS: Readonly<Record<number, BugCheckMeaning>> = {
  10: { parameters: FAULT_PARAMETERS, general: 'The kernel touched memory that it may not touch at this IRQL.' },
  24: {
    parameters: ['object type', 'object', 'reason'],
    general: 'An object was dereferenced more often than it was referenced.',
  },
  25: {
    parameters: ['kind of damage', 'block or header', 'its neighbour'],
    general: 'The header of a pool block is damaged.',
  },
  30: { parameters: EXCEPTION_PARAMETERS, general: 'Kernel code raised an exception that nobody handled.' },
  53: { parameters: ['IRP'], general: 'A driver passed on an IRP that had no stack location left.' },
  59: { parameters: EXCEPTION_PARAMETERS, general: 'An exception during a system call that nobody handled.' },
  68: { parameters: ['IRP'], general: 'A driver completed the same IRP twice.' },
  74: {
    parameters: ['system service', 'IRQL', 'unused', 'unused'],
    general: 'A system service would have returned above PASSIVE_LEVEL.',
  },
  80: {
    parameters: ['address that was used', 'access: 0 read, 1 write, 0x10 execute', 'instruction that used it'],
    general: 'Kernel code used a kernel address at which nothing is mapped.',
  },
  126: { parameters: EXCEPTION_PARAMETERS, general: 'A system thread raised an exception that nobody handled.' },
  127: {
    parameters: ['exception number of the processor'],
    general: 'The processor raised an exception that the kernel cannot handle.',
  },
  190: { parameters: ['address', 'page-table entry'], general: 'A driver wrote to memory that is read-only.' },
  194: { parameters: ['kind of mistake'], general: 'A driver used the pool in a way that is forbidden.' },
  206: {
    parameters: ['address', 'access', 'instruction'],
    general: 'Something of a driver was used after the driver was unloaded.',
  },
  209: { parameters: FAULT_PARAMETERS, general: 'A driver touched memory that it may not touch at this IRQL.' },
  247: {
    parameters: ['cookie as found', 'cookie as it should be'],
    general: 'A function wrote past the end of a local array.',
  },
  252: { parameters: ['address', 'page-table entry'], general: 'The processor was sent to execute data.' },
  313: {
    parameters: ['kind of damage: 3 is a list entry'],
    general: 'The kernel found its own data damaged and stopped at once.',
  },
};

export interface ParameterRow {
  /** `0x00000000C0000005` */
  readonly value: string;
  readonly meaning: string;
}

/** The parameters with their meanings; those that are unused and zero are left out. */
export function parametersOf(code: number, parameters: readonly string[]): ParameterRow[] {
  const { parameters: meanings } = MEANINGS[code] ?? { parameters: [] };
  return parameters.flatMap((value, i) => {
    const meaning = meanings[i] ?? '';
    if ((meaning === '' || meaning === 'unused') && /^0+$/.test(value)) return [];
    return [{ value: `0x${value}`, meaning: meaning || `parameter ${i + 1}` }];
  });
}

export function generalMeaning(code: number): string {
  return MEANINGS[code]?.general ?? '';
}
