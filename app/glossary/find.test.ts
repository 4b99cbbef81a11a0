/** Finding terms: by name, in any text, by a query. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { search, termNamed, termsIn } from './find';
import { TERMS } from './terms';

const SPELLINGS = TERMS.flatMap((term) => [term.name, ...term.aliases]);

const found = (text: string) => termsIn(text).map(({ start, end }) => text.slice(start, end));
const ids = (text: string) => termsIn(text).map(({ term }) => term.id);

describe('termNamed', () => {
  test('knows ids, names and aliases in any case', () => {
    for (const term of TERMS) {
      for (const spelling of [term.id, term.name, ...term.aliases]) {
        expect(termNamed(spelling)).toBe(term);
        expect(termNamed(spelling.toUpperCase())).toBe(term);
      }
    }
  });

  test('understands plurals, hyphens and spaces', () => {
    expect(termNamed('IRPs')?.id).toBe('irp');
    expect(termNamed('processes')?.id).toBe('process');
    expect(termNamed('page table entries')?.id).toBe('pte');
    expect(termNamed(' use-after-free ')?.id).toBe('use-after-free');
  });

  test('knows nothing else', () => {
    expect(termNamed('')).toBeUndefined();
    expect(termNamed('constructor')).toBeUndefined();
    expect(termNamed('aardvark')).toBeUndefined();
  });
});

describe('termsIn', () => {
  test('takes the longest name', () => {
    expect(found('The completion routine of the IRP ran.')).toEqual(['completion routine', 'IRP']);
    expect(ids('a special kernel APC')).toEqual(['kernel-apc']);
  });

  test('takes whole words only', () => {
    expect(found('IRP_MJ_SHUTDOWN, NotAnIRP, dpcs2, éIRP, IRPé')).toEqual([]);
    expect(found('(IRP), "DPC"; APC.')).toEqual(['IRP', 'DPC', 'APC']);
  });

  test('goes over line ends and hyphens, keeping offsets', () => {
    expect(found('two spin\n  locks and a use-after-free')).toEqual(['spin\n  locks', 'use-after-free']);
  });

  test('knows names with signs', () => {
    expect(ids('!analyze -v says /GS, see \\Device\\Null in __try')).toEqual([
      'analyze',
      'gs-cookie',
      'object-namespace',
      'seh',
    ]);
  });

  test('every spelling is found in a sentence', () => {
    for (const spelling of SPELLINGS) expect(found(`see ${spelling}, then`)).toContain(spelling);
  });

  const piece = fc.oneof(
    fc.constantFrom(...SPELLINGS),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(' ', '-', '\n', '_'),
  );

  test('every occurrence is a spelling of its term, in order, without overlaps', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { term, start, end } of termsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(termNamed(text.slice(start, end))).toBe(term);
          last = end;
        }
      }),
    );
  });

  test('a text is found the same whatever stands around it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SPELLINGS), fc.string(), (spelling, other) => {
        const inner = `. ${spelling} .`;
        expect(ids(`${other}\0${inner}`).slice(-ids(inner).length)).toEqual(ids(inner));
      }),
    );
  });

  test('work grows with the length of the text, not with its square', () => {
    const unit = 'The dispatch routine marked the IRP pending; a DPC completed it under a spin lock.        \n';
    const one = termsIn(unit).length;
    expect(termsIn(unit.repeat(5000)).length).toBe(one * 5000);
    expect(termsIn(' '.repeat(300_000))).toEqual([]);
    expect(termsIn(`spin${' '.repeat(300_000)}lock`).length).toBe(1);
  });
});

describe('search', () => {
  test('exact names come first', () => {
    for (const query of ['IRP', 'page fault', 'IRQL', 'pool', 'handle', 'dpc', 'apc']) {
      expect(search(query)[0]).toBe(termNamed(query));
    }
  });

  test('beginnings of names come before contents', () => {
    expect(search('spin')[0].id).toBe('spin-lock');
    expect(search('page ta')[0].id).toBe('page-table');
    expect(search('cookie secret')[0].id).toBe('gs-cookie');
  });

  test('an empty query gives everything, nonsense nothing', () => {
    expect(search('  ').length).toBe(TERMS.length);
    expect(search('qqqq')).toEqual([]);
  });

  test('takes any text and gives each term at most once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const result = search(query);
        expect(new Set(result).size).toBe(result.length);
      }),
    );
  });
});
