/**
 * The command line's only door to the file system for input: sources, headers and typed input, as the lab wants them.
 */
import { existsSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { RAW_BYTE } from '../c/literals.ts';
import type { AppSpec, DriverSpec, LabConfig, SourceText } from '../protocol/lab-api.ts';
import { UsageError } from './args.ts';

export function readSource(file: string): SourceText {
  checkFile(file, 'a C file');
  return { name: file, text: sourceText(readFileSync(file)) };
}

/** `what` it should be, for the message if it is a directory. */
export function readText(file: string, what: string): string {
  checkFile(file, what);
  return readFileSync(file, 'utf8');
}

function checkFile(file: string, what: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new UsageError(`${file}: no such file`);
  if (stat.isDirectory()) throw new UsageError(`${file}: is a directory, not ${what}`);
}

/** A C source in UTF-8; bytes that are none, as in old sources in Latin-1, are kept as raw bytes. */
function sourceText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  let out = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at];
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const piece = bytes.toString('utf8', at, at + length);
    const whole = !piece.includes('\ufffd');
    out += whole ? piece : String.fromCharCode(RAW_BYTE + lead);
    at += whole ? length : 1;
  }
  return out;
}

export function driverOf({ name, files }: { readonly name: string; readonly files: readonly string[] }): DriverSpec {
  return { name, sources: files.map(readSource) };
}

/** The kernel has room for 64 characters (KI_MAX_IMAGE_NAME); names longer than this are of no use in a message either. */
const LONGEST_NAME = 40;

/** A program is named after its first file, if need be after its beginning: `demo/app.c` -> `app.exe`. */
export function appOf(files: readonly string[]): AppSpec {
  const [first = ''] = files;
  return { name: `${basename(first, extname(first)).slice(0, LONGEST_NAME)}.exe`, sources: files.map(readSource) };
}

/** Finds a learner's header: beside the including file first, then in the given directories. */
export function includeResolver(directories: readonly string[]): NonNullable<LabConfig['resolveInclude']> {
  for (const directory of directories) {
    if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError(`-I ${directory}: no such directory`);
    }
  }
  return (name, from) => {
    const path = [dirname(from), ...directories]
      .map((directory) => join(directory, name.replaceAll('\\', '/')))
      .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
    return path === undefined ? undefined : { name: path, text: sourceText(readFileSync(path)) };
  };
}

/** All ways a C program can ask for typed input. */
const READS_INPUT =
  /\b(stdin|w?scanf(_s)?|getw?char|_?gets(_s)?|_getw?che?|_read|STDIN_FILENO|GetStdHandle|ReadConsole[AW]?)\b/;

/**
 * The text on stdin, or nothing if no program mentions a way to read it: a caller that leaves its pipe open must not
 * make a run wait that never reads.
 */
export function typedInput(apps: readonly AppSpec[]): string {
  const reads = apps.some((app) => app.sources.some(({ text }) => READS_INPUT.test(text)));
  if (!reads) return '';
  if (process.stdin.isTTY) process.stderr.write('lab: reading typed input; end it with Ctrl+D\n');
  return readAllOfStdin();
}

export function readAllOfStdin(): string {
  return Buffer.concat([...stdinPieces()]).toString('utf8');
}

/** The lines of stdin, each as soon as it is complete, without its end. */
export function* linesOfStdin(): Generator<string> {
  const decoder = new TextDecoder();
  let open = '';
  for (const piece of stdinPieces()) {
    const lines = (open + decoder.decode(piece, { stream: true })).split(/\r?\n/);
    open = lines.pop() ?? '';
    yield* lines;
  }
  if (open !== '') yield open;
}

/** Waits for what comes next until the end of stdin, also where reading it does not block. */
function* stdinPieces(): Generator<Buffer> {
  const buffer = Buffer.alloc(65536);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      const length = readSync(0, buffer);
      if (length === 0) return;
      yield Buffer.from(buffer.subarray(0, length));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF' || code === 'EBADF') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 10);
    }
  }
}
