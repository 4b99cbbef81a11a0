/**
 * What pragmas change: structure packing, the code segment, segments of named functions, saved macros, warnings.
 * Owned by the preprocessor of one translation unit. Pragmas that other compilers know are silent, those that nobody knows are told.
 */
import type { FindingId } from './finding-words.ts';
import type { PpToken } from './lexer.ts';
import { decodeBody, literalBody, parseNumber } from './literals.ts';
import type { Macro } from './pp-macro.ts';
import { WarningPragmas } from './pp-warning.ts';
import type { Span } from './source.ts';
import { nearest } from './spelling.ts';

const DEFAULT_PACK = 8;

export interface PragmaHost {
  macros: Map<string, Macro>;
  warn(id: FindingId, text: string, at: Span): void;
  /** Whether the file being read is not one of the lab's. */
  isOwn(): boolean;
  /** `#pragma once` in the file being read. */
  once(): void;
}

/** Pragmas of Microsoft's compiler, of the standard and of GNU compilers. What is not carried out here changes nothing that a program could see. */
const KNOWN: readonly string[] = [
  ...[
    'alloc_text',
    'auto_inline',
    'bss_seg',
    'check_stack',
    'code_seg',
    'comment',
    'component',
    'conform',
    'const_seg',
  ],
  ...[
    'data_seg',
    'deprecated',
    'detect_mismatch',
    'endregion',
    'execution_character_set',
    'fenv_access',
    'float_control',
  ],
  ...[
    'fp_contract',
    'function',
    'hdrstop',
    'include_alias',
    'init_seg',
    'inline_depth',
    'inline_recursion',
    'intrinsic',
  ],
  ...['ivdep', 'loop', 'make_public', 'managed', 'message', 'omp', 'once', 'optimize', 'pack', 'pointers_to_members'],
  ...[
    'pop_macro',
    'prefast',
    'push_macro',
    'region',
    'runtime_checks',
    'same_seg',
    'section',
    'setlocale',
    'strict_gs_check',
  ],
  ...['system_header', 'unmanaged', 'vtordisp', 'warning', 'STDC', 'GCC', 'clang', 'mark', 'redefine_extname', 'weak'],
];

function stringOf(token: PpToken | undefined): string | undefined {
  if (token?.kind !== 'string') return undefined;
  return String.fromCharCode(...decodeBody(literalBody(token.text), 2).units.slice(0, 4096));
}

export class Pragmas {
  /** Undefined stands for the default of 8. */
  pack: number | undefined;
  segment: string | undefined;
  /** `alloc_text(SEG, f, ...)`: function -> segment. */
  readonly segments = new Map<string, { segment: string; at: Span }>();
  readonly warnings = new WarningPragmas();
  private readonly packStack: { id: string | undefined; pack: number | undefined }[] = [];
  private readonly segmentStack: { id: string | undefined; segment: string | undefined }[] = [];
  private readonly savedMacros = new Map<string, (Macro | undefined)[]>();
  private readonly host: PragmaHost;

  constructor(host: PragmaHost) {
    this.host = host;
  }

  /** Carries out one pragma: the tokens after `#pragma`, macro-expanded. */
  run(tokens: PpToken[], at: Span): void {
    const name = tokens[0]?.text;
    if (name === 'once') this.host.once();
    else if (name !== undefined && !KNOWN.includes(name) && this.host.isOwn()) {
      const near = nearest(name, KNOWN);
      const hint = near === undefined ? '' : `; did you mean '${near}'?`;
      this.host.warn('unknown-pragma', `#pragma '${name}' is not known${hint}`, at);
    }
    if (tokens[1]?.text !== '(') {
      // `#pragma pack` without parentheses is accepted as pack().
      if (name === 'pack' && tokens.length === 1) this.pack = undefined;
      return;
    }
    let end = tokens.length - 1;
    while (end > 1 && tokens[end].text !== ')') end--;
    const args: PpToken[][] = [[]];
    for (const token of tokens.slice(2, end)) {
      if (token.text === ',') args.push([]);
      else args[args.length - 1].push(token);
    }
    switch (name) {
      case 'pack': {
        this.runPack(args, at);
        return;
      }
      case 'code_seg': {
        this.runCodeSeg(args);
        return;
      }
      case 'alloc_text': {
        this.runAllocText(args, at);
        return;
      }
      case 'warning': {
        const words = tokens.slice(2, end).map(({ text }) => text);
        this.warnings.run(words, at);
        return;
      }
      case 'push_macro':
      case 'pop_macro': {
        this.runMacro(name, stringOf(args[0][0]));
        return;
      }
    }
  }

  private runPack(args: PpToken[][], at: Span): void {
    const words = args.map((arg) => arg[0]).filter((token) => token !== undefined);
    const first = words[0];
    if (!first) {
      this.pack = undefined;
      return;
    }
    const setFrom = (token: PpToken): void => {
      const value = Number(parseNumber(token.text).value);
      if ([1, 2, 4, 8, 16].includes(value)) this.pack = value === DEFAULT_PACK ? undefined : value;
      else this.host.warn('bad-pragma', `pack takes 1, 2, 4, 8 or 16, not ${token.text}`, at);
    };
    switch (first.text) {
      case 'push': {
        const id = words[1]?.kind === 'identifier' ? words[1].text : undefined;
        this.packStack.push({ id, pack: this.pack });
        const value = words[id === undefined ? 1 : 2];
        if (value) setFrom(value);
        return;
      }
      case 'pop': {
        const id = words[1]?.kind === 'identifier' ? words[1].text : undefined;
        const index = id === undefined ? this.packStack.length - 1 : this.packStack.findLastIndex((e) => e.id === id);
        if (index < 0) this.host.warn('bad-pragma', 'pack(pop) without a matching pack(push)', at);
        else this.pack = this.packStack.splice(index)[0].pack;
        const value = words[id === undefined ? 1 : 2];
        if (value) setFrom(value);
        return;
      }
      case 'show':
        this.host.warn('pragma-pack-show', `value of pragma pack(show) == ${this.pack ?? DEFAULT_PACK}`, at);
        return;
      default:
        setFrom(first);
    }
  }

  private runCodeSeg(args: PpToken[][]): void {
    const words = args.map((arg) => arg[0]).filter((token) => token !== undefined);
    const first = words[0];
    if (first?.text === 'push') {
      const id = words[1]?.kind === 'identifier' ? words[1].text : undefined;
      this.segmentStack.push({ id, segment: this.segment });
      const name = stringOf(words[id === undefined ? 1 : 2]);
      if (name !== undefined) this.segment = normal(name);
    } else if (first?.text === 'pop') {
      const id = words[1]?.kind === 'identifier' ? words[1].text : undefined;
      const index =
        id === undefined ? this.segmentStack.length - 1 : this.segmentStack.findLastIndex((e) => e.id === id);
      if (index >= 0) this.segment = this.segmentStack.splice(index)[0].segment;
    } else {
      const name = stringOf(first);
      this.segment = name === undefined ? undefined : normal(name);
    }
  }

  private runAllocText(args: PpToken[][], at: Span): void {
    const first = args[0][0];
    const segment = stringOf(first) ?? first?.text;
    if (segment === undefined) return;
    for (const arg of args.slice(1)) if (arg[0]?.kind === 'identifier') this.segments.set(arg[0].text, { segment, at });
  }

  private runMacro(what: string, name: string | undefined): void {
    if (name === undefined) return;
    const stack = this.savedMacros.get(name) ?? [];
    this.savedMacros.set(name, stack);
    if (what === 'push_macro') stack.push(this.host.macros.get(name));
    else if (stack.length > 0) {
      const macro = stack.pop();
      if (macro) this.host.macros.set(name, macro);
      else this.host.macros.delete(name);
    }
  }
}

/** `.text` is where code goes anyway. */
function normal(name: string): string | undefined {
  return name === '.text' || name === '' ? undefined : name;
}
