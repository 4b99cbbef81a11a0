/**
 * How the command line words what happened: build messages, debug output and the ends of runs. Pure text.
 */
import { hex32 } from '../base/numbers.ts';
import type { BugCheckReport, BuildMessage, RunEnd } from '../protocol/lab-api.ts';

/** `file:line:col: error: text [id]` */
export function buildMessageLine(message: BuildMessage): string {
  const { file, line, col, severity, text, id } = message;
  return `${file}:${line}:${col}: ${severity}: ${text} [${id}]`;
}

/** The lines that tell how a run ended; none if a program simply exited. */
export function endLines(end: RunEnd): string[] {
  switch (end.kind) {
    case 'exit':
      return end.text === undefined ? [] : [`lab: ${end.text}`];
    case 'bugcheck':
      return bugCheckLines(end.bugcheck);
    case 'limit':
      return [`lab: limit reached: ${end.text}`];
    case 'hang':
      return [`lab: nothing can ever run again: ${end.text}`, ...end.waits.map((wait) => `    ${wait}`)];
    case 'driver-failed':
      return [`lab: driver ${end.driver} failed to load: ${hex32(end.status)} ${end.statusName}: ${end.text}`];
    case 'exception':
      return [`lab: ${end.process}: unhandled exception ${hex32(end.code)} ${end.codeName}: ${end.text}`];
    case 'internal':
      return [`lab: INTERNAL ERROR of the lab (not of your code): ${end.text}`];
  }
}

function bugCheckLines({ code, name, parameters, explanation, stack }: BugCheckReport): string[] {
  const values = parameters.map((parameter) => `0x${parameter}`).join(', ');
  return [`*** STOP: ${hex32(code)} (${values}) ${name}`, ...explanation, ...stack.map((frame) => `    ${frame}`)];
}

/** Puts a prefix before each line of a text that arrives in pieces; an unfinished line waits for its end. */
export class LinePrefixer {
  readonly #prefix: string;
  #open = '';

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The lines that are complete now. */
  push(text: string): string {
    const lines = (this.#open + text).split('\n');
    this.#open = lines.pop() ?? '';
    return lines.map((line) => `${this.#prefix}${line}\n`).join('');
  }

  /** The last line, if it never ended. */
  end(): string {
    return this.#open === '' ? '' : this.push('\n');
  }
}
