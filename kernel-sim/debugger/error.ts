/**
 * A mistake of whoever asks: an expression that does not parse, a name that is nowhere, memory that cannot be read. Told in plain words; never a
 * defect of the lab. Everything in debugger, views and commands throws it and nothing else for bad input.
 */

/** Positions in the text that was given, in UTF-16 code units; `end` exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export class DebugError extends Error {
  override readonly name = 'DebugError';
  /** What part of the text is meant, if there is a text. */
  readonly span: TextSpan | undefined;

  constructor(message: string, span?: TextSpan) {
    super(message);
    this.span = span && { start: span.start, end: span.end };
  }

  /** The same with a place, if it has none yet. */
  at(span: TextSpan | undefined): DebugError {
    return this.span || !span ? this : new DebugError(this.message, span);
  }
}
