/**
 * Instants by their description: `third irp completion`, `last fault`, `62,705`, `end`. Pure: text to what is to be looked for.
 */

/** What to look for on the shown branch. */
export type InstantGoal =
  | { readonly kind: 'instant'; readonly instant: number }
  | { readonly kind: 'beginning' | 'end' }
  /** The nth event of these kinds, counted from 1; -1 is the last one. */
  | { readonly kind: 'event'; readonly events: readonly string[]; readonly nth: number };

interface Phrase {
  readonly words: readonly string[];
  readonly events: readonly string[];
  readonly title: string;
}

/** The longer phrases first: `irp completion` is more than `irp`. */
const PHRASES: readonly Phrase[] = [
  {
    words: ['irp completion', 'completion', 'complete', 'irp_complete'],
    events: ['irp_complete'],
    title: 'IRP completion',
  },
  { words: ['completion routine'], events: ['irp_completion'], title: 'completion routine' },
  { words: ['irp allocation', 'irp alloc', 'new irp'], events: ['irp_alloc'], title: 'IRP allocation' },
  { words: ['driver call', 'dispatch', 'irp call'], events: ['irp_call'], title: 'call of a driver' },
  { words: ['copy', 'buffer copy', 'irp copy'], events: ['irp_copy'], title: 'buffer copy' },
  { words: ['irp', 'request'], events: ['irp_alloc'], title: 'request' },
  { words: ['system call', 'syscall'], events: ['syscall_enter'], title: 'system call' },
  { words: ['page fault', 'fault'], events: ['fault'], title: 'fault' },
  { words: ['exception'], events: ['exception'], title: 'exception' },
  { words: ['context switch', 'switch'], events: ['cs'], title: 'context switch' },
  { words: ['interrupt'], events: ['int'], title: 'interrupt' },
  { words: ['dpc'], events: ['dpc'], title: 'DPC' },
  { words: ['wait'], events: ['wait'], title: 'wait' },
  { words: ['driver load', 'load'], events: ['drv_load'], title: 'driver load' },
  { words: ['process', 'program start'], events: ['process_create'], title: 'process' },
  { words: ['print', 'debug print', 'dbgprint'], events: ['dbg'], title: 'DbgPrint' },
  { words: ['output', 'printf', 'console'], events: ['console'], title: 'line of output' },
  { words: ['bug check', 'bugcheck', 'crash', 'stop'], events: ['bugcheck'], title: 'bug check' },
  { words: ['allocation', 'pool alloc'], events: ['pool_alloc'], title: 'pool allocation' },
  { words: ['mark'], events: ['mark'], title: 'LabMark' },
];

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export interface InstantOffer {
  /** `Third IRP completion`. */
  readonly title: string;
  readonly goal: InstantGoal;
}

/** What a text may mean, likeliest first. */
export function instantsFor(text: string): InstantOffer[] {
  const query = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (query === '') return [];
  const number = /^(?:instant )?#?([\d,_]+)$/.exec(query)?.[1]?.replace(/[,_]/g, '');
  if (number) {
    const instant = Number(number);
    return [{ title: `Instant ${instant.toLocaleString('en')}`, goal: { kind: 'instant', instant } }];
  }
  if (query === 'boot' || query === 'beginning') return [{ title: 'The beginning', goal: { kind: 'beginning' } }];
  if (query === 'end') return [{ title: 'The end of the run', goal: { kind: 'end' } }];
  const { nth, rest } = ordinalOf(query);
  if (rest.length < 2) return [];
  // What an offer is called finds it again.
  return PHRASES.map((phrase) => ({ ...phrase, words: [...phrase.words, phrase.title.toLowerCase()] }))
    .filter(({ words }) => words.some((word) => word.startsWith(rest) || rest === `${word}s`))
    .sort((a, b) => Number(b.words.includes(rest)) - Number(a.words.includes(rest)))
    .slice(0, 4)
    .map(({ title, events }) => ({ title: `${titleOf(nth)} ${title}`, goal: { kind: 'event', events, nth } }));
}

/** `third irp` -> 3, `irp`; `5th fault` -> 5, `fault`; `last copy` -> -1; without a number the first. */
function ordinalOf(query: string): { readonly nth: number; readonly rest: string } {
  const [, word = '', rest = ''] = /^(\S+) (.+)$/.exec(query) ?? [];
  if (word === 'last') return { nth: -1, rest };
  const index = ORDINALS.indexOf(word);
  if (index >= 0) return { nth: index + 1, rest };
  const digits = /^(\d+)(?:st|nd|rd|th)?\.?$/.exec(word)?.[1];
  if (digits && Number(digits) > 0) return { nth: Number(digits), rest };
  const behind = /^(.+) #?(\d+)$/.exec(query);
  if (behind?.[1] && Number(behind[2]) > 0) return { nth: Number(behind[2]), rest: behind[1] };
  return { nth: 1, rest: query };
}

function titleOf(nth: number): string {
  if (nth === -1) return 'Last';
  const word = ORDINALS[nth - 1];
  return word ? word.charAt(0).toUpperCase() + word.slice(1) : `${nth}${suffixOf(nth)}`;
}

function suffixOf(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}
