/** Probes of the scanf family: random formats, inputs that nearly fit them, and where everything was put. */
import type { Dice } from './kind.ts';
import { fewLetters, fractional, literal, numeral } from './library-values.ts';

interface Item {
  format: string;
  input: string;
  declare: string;
  arg: string;
  show: string;
}

const INT_SIZES: readonly (readonly [string, string])[] = [
  ['', 'int'],
  ['', 'int'],
  ['h', 'short'],
  ['hh', 'char'],
  ['l', 'long'],
  ['ll', 'long long'],
  ['I64', 'long long'],
  ['z', 'size_t'],
];

/** `n`: its number. The first is no %n: at the end of the text Wine stores nothing for it. */
function item(dice: Dice, n: number, wideFormat: boolean): Item {
  const v = `v${n}`;
  const drop = dice.once(8) ? '*' : '';
  const width = dice.once(3) ? String(1 + dice.below(8)) : '';
  const arg = drop ? '' : `, &${v}`;
  switch (dice.below(n === 0 ? 7 : 8)) {
    case 0:
    case 1:
    case 2: {
      const [size, type] = dice.pick(INT_SIZES);
      const format = `%${drop}${width}${size}${dice.pick([...'ddiuoxX'])}`;
      return {
        format,
        input: numeral(dice),
        declare: `${type} ${v} = 77;`,
        arg,
        show: `printf(" %I64x", (long long)${v});`,
      };
    }
    case 3: {
      const long = dice.once(2);
      return {
        format: `%${drop}${long ? 'l' : ''}${dice.pick([...'efgE'])}`,
        // Of a hexadecimal one Wine reads a character too many.
        input: fractional(dice, false),
        declare: `${long ? 'double' : 'float'} ${v} = 77;`,
        arg,
        show: long ? `printf(" %016I64x", D(${v}));` : `printf(" %08x", F(${v}));`,
      };
    }
    case 7:
      return {
        format: '%n',
        input: '',
        declare: `int ${v} = 77;`,
        arg: `, &${v}`,
        show: `printf(" %d", ${v});`,
      };
    default: {
      const wide = dice.once(4);
      const size = wide ? 'l' : wideFormat ? 'h' : '';
      const set = dice.pick(['s', 's', 's', 'c', '[ab]', '[^,]', '[a-b,]', '[]a]', '[^]b]']);
      // Wine stores the narrow characters of %l[ two in one.
      const letters = set.startsWith('[') && size !== '' ? 's' : set;
      const declare = `${wide ? 'wchar_t' : 'char'} ${v}[128]; memset(${v}, 0, sizeof(${v}));`;
      return {
        format: `%${drop}${width}${size}${letters}`,
        input: fewLetters(dice, 8),
        declare,
        arg: drop ? '' : `, ${v}`,
        show: wide ? `wide(${v}, wcslen(${v}));` : `show(${v}, strlen(${v}));`,
      };
    }
  }
}

export function scanProbe(dice: Dice): string {
  const wide = dice.once(4);
  const items = Array.from({ length: 1 + dice.below(4) }, (_, i) => item(dice, i, wide));
  const glue = dice.pick(['', ' ', ',', ' , ']);
  const format = items.map((i) => i.format).join(glue);
  const given = items.map((i) => i.input).join(dice.once(4) ? ' ' : glue);
  // To Wine a d begins an exponent too.
  const input = /%\*?\d*l?[efgE]/.test(format) ? given.replaceAll(/d/gi, 'c') : given;
  const l = wide ? 'L' : '';
  const call = `${wide ? 'swscanf' : 'sscanf'}(${l}${literal(input)}, ${l}${literal(format)}${items.map((i) => i.arg).join('')})`;
  return `${items.map((i) => i.declare).join(' ')} int n = ${call}; printf("%d", n > 0 ? n : 0); ${items.map((i) => i.show).join(' ')}`;
}
