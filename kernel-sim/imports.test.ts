/**
 * Holds the shape of the house: which folder may import which, and what code of the machine may touch.
 *
 * The order of the layers is design section 1. Whatever departs from it stands in `EXCEPTIONS`, with its reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each folder (or top file) of kernel-sim may import directly below itself; the rest follows. */
const BELOW: Record<string, readonly string[]> = {
  base: [],
  protocol: ['base'],
  policies: ['base'],
  trace: ['base'],
  machine: ['trace'],
  c: ['base'],
  vm: ['machine', 'c'],
  guest: [],
  kernel: ['vm', 'c'],
  timeline: ['kernel', 'protocol'],
  debugger: ['timeline'],
  views: ['debugger'],
  commands: ['views'],
  checks: ['views'],
  lab: ['commands', 'checks', 'policies'],
  worker: ['lab'],
  cli: ['lab'],
  bench: ['worker'],
  fuzz: ['lab'],
};

/** Imports that the order above forbids and that are needed: `importer -> folder or file`, and why. */
const EXCEPTIONS: Record<string, string> = {
  'c -> vm/opcodes.ts': 'code generation and the interpreter share the one opcode table',
  'lab -> guest': 'the lab boots the guest images, and learners include its headers',
  'guest -> c': 'the build step of the guest compiles it',
  'kernel -> protocol/lab-api.ts': 'how a run ended is told where its bytes are read (types only)',
};

/** Modules from outside that something needs: `importer -> module`, and why. */
const OUTSIDE: Record<string, string> = {
  'guest -> virtual:guest-images': 'what the build step of the guest makes (.ci/plugins/guest-images.ts)',
  'cli -> lessons/schema.ts': 'the linter of lessons reads their format (the lab itself knows no lessons)',
};

/** Files that run on the developer's machine, not in the lab: they may use Node. */
const NODE_FILES = [/^kernel-sim\/(cli|bench|fuzz)\//, /^kernel-sim\/guest\/generate[^/]*\.ts$/];

/** Files that are the host of the machine: they may use clocks, timers and promises. */
const HOST_FILES = [/^kernel-sim\/worker\.ts$/, ...NODE_FILES];

/** The functions of Math that every engine computes alike, to the last bit. */
const EXACT_MATH = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc PI E LN2 LN10 SQRT2'.split(' '),
);

const NOT_DETERMINISTIC =
  /\b(Date|performance|crypto|Intl|WeakRef|FinalizationRegistry|localeCompare|toLocale\w+|navigator)\b/g;
const NOT_IN_MACHINE =
  /\b(async|await|yield|Promise|setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\b/g;
const NO_DOM =
  /\b(?:(?:document|window)\s*\.|(?:localStorage|sessionStorage|indexedDB|fetch|XMLHttpRequest|postMessage)\b)/g;

interface Source {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the contents of strings blanked, same length. */
  readonly code: string;
  readonly isTest: boolean;
}

const simulator = sourcesUnder('kernel-sim');
/** What only tests use (`testing-*.ts`) may look at the simulator as they do. */
const app = sourcesUnder('app').filter((source) => !source.isTest && !/\/testing-[^/]*$/.test(source.path));
const lessons = sourcesUnder('lessons').filter((source) => !source.isTest);
const shipped = simulator.filter((source) => !source.isTest);

test('the scanner sees code, not comments or literals', () => {
  const text = 'a(/[/"]/g, `x $' + '{f(`Date`, {b: "Date"})} Date`) // Date\n/* Date */ c';
  expect(blank(text)).toBe('a(       , `  $' + '{f(`    `, {b: "    "})}     `)        \n           c');
});

describe('imports', () => {
  test('between folders of kernel-sim go one way', () => {
    const wrong = shipped.flatMap((source) =>
      importsOf(source)
        .filter((target) => target.startsWith('kernel-sim/'))
        .map((target) => ({ from: folderOf(source.path), to: folderOf(target), source, target }))
        .filter(({ from, to, target }) => from !== to && !mayImport(from, to, target))
        .map(({ from, to, source, target }) => `${source.path} imports ${target} (${from} -> ${to})`),
    );
    expect(wrong).toEqual([]);
  });

  test('every folder of kernel-sim has its place in the order', () => {
    const unknown = new Set(shipped.map((source) => folderOf(source.path)).filter((folder) => !(folder in BELOW)));
    expect([...unknown]).toEqual([]);
  });

  test('of kernel-sim never leave it, and only its Node programs use Node', () => {
    const wrong = shipped.flatMap((source) =>
      importsOf(source)
        .filter((target) => !target.startsWith('kernel-sim/'))
        .filter((target) => !(target.startsWith('node:') && matches(source.path, NODE_FILES)))
        .filter((target) => !(`${folderOf(source.path)} -> ${target}` in OUTSIDE))
        .map((target) => `${source.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('of app reach the simulator only through its protocol and, from client/, its worker, what applies deltas and the words for findings', () => {
    const ofClient = /^kernel-sim\/(worker\.ts|views\/delta|c\/finding-words)$/;
    const wrong = app.flatMap((source) =>
      importsOf(source)
        .filter((target) => target.startsWith('kernel-sim/'))
        .filter((target) => !target.startsWith('kernel-sim/protocol/'))
        .filter((target) => !(source.path.startsWith('app/client/') && ofClient.test(target)))
        .map((target) => `${source.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('of lessons reach the types of the protocol and nothing else', () => {
    const wrong = lessons.flatMap((source) =>
      importsOf(source)
        .filter((target) => !target.startsWith('kernel-sim/protocol/') && !target.startsWith('lessons/'))
        .map((target) => `${source.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('of the protocol are types only', () => {
    const wrong = shipped
      .filter((source) => source.path.startsWith('kernel-sim/protocol/'))
      .filter((source) => /^\s*import\s+(?!type\b)/m.test(source.code));
    expect(wrong.map((source) => source.path)).toEqual([]);
  });
});

describe('code of the machine', () => {
  const machine = shipped.filter((source) => !matches(source.path, HOST_FILES));

  test('uses nothing that differs between runs or engines', () => {
    expect(machine.flatMap((source) => found(source, NOT_DETERMINISTIC))).toEqual([]);
  });

  test('uses no function of Math that engines compute differently', () => {
    const wrong = machine.flatMap((source) =>
      Array.from(source.code.matchAll(/\bMath\s*(?:\.\s*(\w+)|\W)/g))
        .filter(([, name]) => !EXACT_MATH.has(name ?? ''))
        .map((match) => `${source.path}:${lineAt(source.code, match.index)}: Math.${match[1] ?? '?'}`),
    );
    expect(wrong).toEqual([]);
  });

  test('holds no state in suspended JavaScript', () => {
    expect(machine.flatMap((source) => [...found(source, NOT_IN_MACHINE), ...found(source, /function\s*\*/g)])).toEqual(
      [],
    );
  });

  test('knows no browser', () => {
    expect(machine.flatMap((source) => found(source, NO_DOM))).toEqual([]);
  });
});

function mayImport(from: string, to: string, target: string): boolean {
  const names = [to, target.replace(/^kernel-sim\//, '')];
  return reachable(from).has(to) || names.some((name) => `${from} -> ${name}` in EXCEPTIONS);
}

function reachable(from: string, seen = new Set<string>()): Set<string> {
  for (const next of BELOW[from] ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reachable(next, seen);
  }
  return seen;
}

/** `kernel-sim/c/lexer.ts` -> `c`; `kernel-sim/lab.ts` and `kernel-sim/lab-build.ts` -> `lab`. */
function folderOf(path: string): string {
  const [, first = ''] = path.split('/');
  return first.replace(/(-[\w-]+)?\.ts$/, '');
}

/** Every module that a file names, relative ones as paths from the project's root. */
function importsOf(source: Source): string[] {
  const forms = [
    /\b(?:import|export)\s+(?:[^'"`;()]*?\sfrom\s*)?(['"])/g,
    /\bimport\s*\(\s*(['"])/g,
    /\bnew\s+URL\s*\(\s*(['"])/g,
  ];
  const specifiers = forms.flatMap((form) =>
    Array.from(source.code.matchAll(form), (match) => {
      const start = match.index + match[0].length;
      return source.text.slice(start, source.code.indexOf(match[1] ?? '', start));
    }),
  );
  return specifiers.map((specifier) =>
    specifier.startsWith('.')
      ? normalize(join(dirname(source.path), specifier))
          .split(sep)
          .join('/')
      : specifier,
  );
}

function found(source: Source, pattern: RegExp): string[] {
  return Array.from(
    source.code.matchAll(pattern),
    (match) => `${source.path}:${lineAt(source.code, match.index)}: ${match[0]}`,
  );
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function matches(path: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(path));
}

function sourcesUnder(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(ROOT, file).split(sep).join('/');
      const text = readFileSync(file, 'utf8');
      return { path, text, code: blank(text), isTest: /\.test\.tsx?$/.test(path) };
    });
}

/** Blanks comments and what stands inside quotes and regular expressions; keeps the length, line ends and `${...}`. */
function blank(text: string): string {
  const token = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[`{}]/y;
  const regularExpression = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
  const templateText = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:\$\{|`)/y;
  const spaces = (piece: string) => piece.replace(/[^\n]/g, ' ');
  /** One entry an open brace: true if it is the `${` of a template. */
  const braces: boolean[] = [];
  const out: string[] = [];
  /** The last character that is no space: what says whether a slash begins a regular expression. */
  let last = '';
  let at = 0;

  const put = (piece: string) => {
    out.push(piece);
    last = piece.trimEnd().at(-1) ?? last;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const piece = pattern.exec(text)?.[0];
    at += piece?.length ?? 0;
    return piece;
  };
  const restOfTemplate = () => {
    const piece = take(templateText) ?? '';
    const end = piece.endsWith('${') ? '${' : '`';
    put(spaces(piece.slice(0, piece.length - end.length)) + end);
    if (end === '${') braces.push(true);
  };

  while (at < text.length) {
    const literal = /[(,=:[!&|?{};>]/.test(last) ? take(regularExpression) : undefined;
    const piece = literal ? undefined : take(token);
    if (literal) put(spaces(literal));
    else if (piece === undefined) put(text[at++] as string);
    else if (piece.startsWith('/')) put(spaces(piece));
    else if (/^['"]/.test(piece)) put(piece[0] + spaces(piece.slice(1, -1)) + piece[0]);
    else {
      put(piece);
      if (piece === '{') braces.push(false);
      if (piece === '`' || (piece === '}' && braces.pop())) restOfTemplate();
    }
  }
  return out.join('');
}
