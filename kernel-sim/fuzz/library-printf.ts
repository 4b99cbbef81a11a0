/** Probes of the printf family: random formats of a few conversions with arguments that fit, into buffers of random sizes. */
import type { Dice } from './kind.ts';
import { doubleBits, fewLetters, isTied, literal, repeat, wholeNumber } from './library-values.ts';

interface Conversion {
  format: string;
  args: string[];
}

const INT_SIZES: readonly (readonly [string, string])[] = [
  ['', 'int'],
  ['', 'int'],
  ['h', 'short'],
  ['l', 'long'],
  ['ll', 'long long'],
  ['I64', 'long long'],
  ['I32', 'int'],
  ['z', 'size_t'],
  ['j', 'long long'],
  ['t', 'long long'],
  ['I', 'size_t'],
];

function conversion(dice: Dice, wideFormat: boolean): Conversion {
  const args: string[] = [];
  const number = (most: number): string => {
    if (!dice.once(5)) return String(dice.below(most));
    args.push(String(dice.below(most)));
    return '*';
  };
  const kind = dice.below(12);
  const flags = (allowed: string): string => repeat(dice, 2, () => dice.pick([...allowed]));
  const width = (): string => (dice.once(2) ? number(20).replace(/^0+(?=.)/, '') : '').replace(/^0$/, '');
  const precision = (most: number): string => (dice.once(2) ? `.${number(most)}` : dice.once(8) ? '.' : '');
  if (kind < 5) {
    const [size, type] = dice.pick(INT_SIZES);
    const letter = dice.pick([...'diuoxX']);
    const sign = letter === 'd' || letter === 'i' ? '+ ' : letter === 'u' ? '' : '#';
    // Wine pads long numbers with zeros even where there is a precision.
    const zero = dice.once(2);
    const format = `%${flags(`-${sign}${zero ? '0' : ''}`)}${width()}${zero ? '' : precision(25)}${size}${letter}`;
    // Wine prints no digit at all where "%#.0o" has to print the 0.
    args.push(`(${type})${wholeNumber(dice)}${letter === 'o' ? ' | 1' : ''}`);
    return { format, args };
  }
  if (kind < 8) {
    const letter = dice.pick([...'eEfFgGaA']);
    // Wine puts the blanks of a width into the middle of %a.
    const shape = letter === 'a' || letter === 'A' ? flags('+ #') : flags('-+ 0#') + width();
    const exact = precision(dice.once(4) ? 60 : 20);
    const places = exact === '' ? 6 : exact === '.*' ? Number(args.at(-1)) : Number(exact.slice(1));
    const bits = doubleBits(dice);
    // Rounding %a at a digit of its own is a matter of halves too.
    const finite = ((bits >> 52n) & 0x7ffn) !== 0x7ffn;
    const moved = /a/i.test(letter) ? finite && exact !== '' && (bits & 1n) === 0n : isTied(bits, letter, places);
    args.push(`B(0x${(moved ? bits ^ 1n : bits).toString(16)}ULL)`);
    return { format: `%${shape}${exact}${dice.once(6) ? 'L' : ''}${letter}`, args };
  }
  if (kind < 11) {
    const [size, letter] = dice.pick([
      ['', 's'],
      ['', 's'],
      ['h', 's'],
      ['l', 's'],
      ['w', 's'],
      ['', 'S'],
      ['', 'c'],
      ['l', 'c'],
      ['h', 'c'],
      ['', 'C'],
    ] as const);
    const wide = size === 'l' || size === 'w' || (size !== 'h' && wideFormat === (letter === 's' || letter === 'c'));
    const format = `%${flags('-')}${width()}${letter === 's' || letter === 'S' ? precision(10) : ''}${size}${letter}`;
    const text = fewLetters(dice, 8);
    if (letter === 'c' || letter === 'C') args.push(`${wide ? 'L' : ''}'${dice.pick(['a', 'Z', ' ', '%'])}'`);
    else args.push(`${wide ? 'L' : ''}${literal(text)}`);
    return { format, args };
  }
  if (dice.once(2)) return { format: '%%', args };
  const format = `%${flags('-')}${width()}p`;
  args.push(`(void *)${wholeNumber(dice)}`);
  return { format, args };
}

export function printProbe(dice: Dice): string {
  const wide = dice.once(4);
  const parts = Array.from({ length: 1 + dice.below(3) }, () => conversion(dice, wide));
  const format = parts.map((part) => part.format).join(dice.pick(['', '|', ' a ']));
  const args = parts.flatMap((part) => part.args).map((arg) => `, ${arg}`);
  const list = `${literal(format)}${args.join('')}`;
  const size = dice.once(3) ? dice.below(24) : 600;
  if (wide) {
    const call = dice.pick([
      `swprintf(o, ${Math.max(size, 1)}, L${list})`,
      `_snwprintf(o, ${size}, L${list})`,
      `_scwprintf(L${list})`,
    ]);
    return `wchar_t o[600]; int n; wmemset(o, L'#', 600); n = ${call}; printf("%d ", n); wide(o, wcsnlen(o, 60));`;
  }
  const call = dice.pick([
    `snprintf(o, ${size}, ${list})`,
    `sprintf(o, ${list})`,
    `_snprintf(o, ${size}, ${list})`,
    // Wine's _snprintf_s loses count where the blanks of a width are cut off.
    `_snprintf_s(o, ${/%[-+ 0#]*[\d*]/.test(format) ? 600 : Math.max(size, 1)}, _TRUNCATE, ${list})`,
  ]);
  return `char o[600]; int n; memset(o, '#', 600); n = ${call}; printf("%d ", n); show(o, strnlen(o, 500));`;
}
