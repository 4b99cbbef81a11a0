/**
 * Reads the definition of a macro: name, parameters and text out of the tokens of a #define. Reports what is malformed; keeps nothing.
 */
import type { PpToken } from './lexer.ts';
import type { Macro } from './pp-macro.ts';
import type { Diagnostics, SourceFile, Span } from './source.ts';

type SpanOf = (token: PpToken) => Span;

/** `line` begins with `name` and ends with the line; its tokens are those of `file`. Undefined (and reported) if it is malformed. */
export function readDefinition(
  name: PpToken,
  line: PpToken[],
  file: SourceFile,
  diags: Diagnostics,
): Macro | undefined {
  const span: SpanOf = ({ offset, length }) => ({ file: file.id, start: offset, end: offset + length });
  if (name.text === 'defined' || name.text === '__VA_ARGS__') {
    diags.error('macro-name', `'${name.text}' cannot be the name of a macro`, span(name));
    return undefined;
  }
  let bodyFrom = 1;
  let params: string[] | undefined;
  let variadic = false;
  if (line[1]?.text === '(' && !line[1].space) {
    const parsed = parameters(line, name, span, diags);
    if (!parsed) return undefined;
    ({ params, variadic } = parsed);
    bodyFrom = parsed.end;
  }
  const body = line.slice(bodyFrom);
  if (!params && body.length > 0 && !body[0].space && !file.system) {
    diags.warn('macro-space', `a space is missing between '${name.text}' and its text`, span(body[0]));
  }
  const stray = variadic ? undefined : body.find((t) => t.text === '__VA_ARGS__');
  if (stray) diags.warn('va-args-misplaced', "'__VA_ARGS__' needs a macro with '...'", span(stray));
  const paramOf = new Int16Array(body.length).fill(-1);
  if (params) {
    for (let i = 0; i < body.length; i++) if (body[i].kind === 'identifier') paramOf[i] = params.indexOf(body[i].text);
  }
  const bad = badBody(body, paramOf, params !== undefined, variadic);
  if (bad) {
    diags.error('bad-macro-body', bad.text, span(bad.at));
    return undefined;
  }
  return {
    name: name.text,
    params,
    variadic,
    body,
    paramOf,
    file: file.id,
    span: span(name),
    system: file.system,
    disabled: false,
  };
}

function parameters(
  line: PpToken[],
  name: PpToken,
  span: SpanOf,
  diags: Diagnostics,
): { params: string[]; variadic: boolean; end: number } | undefined {
  const params: string[] = [];
  let i = 2;
  const fail = (text: string): undefined => {
    diags.error('macro-parameters', `macro '${name.text}': ${text}`, span(line[i] ?? line[line.length - 1]));
    return undefined;
  };
  if (line[i]?.text === ')') return { params, variadic: false, end: i + 1 };
  for (;;) {
    const token = line[i];
    if (token?.text === '...') {
      params.push('__VA_ARGS__');
      if (line[i + 1]?.text !== ')') return fail("'...' must be the last parameter");
      return { params, variadic: true, end: i + 2 };
    }
    if (token?.kind !== 'identifier') return fail(token ? 'a parameter name is missing' : "')' is missing");
    if (params.includes(token.text)) return fail(`parameter '${token.text}' appears twice`);
    params.push(token.text);
    const next = line[++i];
    if (next?.text === '...') {
      if (line[i + 1]?.text !== ')') return fail("'...' must be the last parameter");
      return { params, variadic: true, end: i + 2 };
    }
    if (next?.text === ')') return { params, variadic: false, end: i + 1 };
    if (next?.text !== ',') return fail("',' or ')' is missing between the parameters");
    i++;
  }
}

function badBody(
  body: PpToken[],
  paramOf: Int16Array,
  functionLike: boolean,
  variadic: boolean,
): { text: string; at: PpToken } | undefined {
  for (let i = 0; i < body.length; i++) {
    const token = body[i];
    if (token.kind !== 'punct') continue;
    if (token.text === '##' && (i === 0 || i === body.length - 1)) {
      return { text: "'##' needs something on both sides", at: token };
    }
    if (token.text === '#' && functionLike && !(paramOf[i + 1] >= 0)) {
      if (variadic && body[i + 1]?.text === '__VA_OPT__') continue;
      // MSVC's `#@x` (character from argument) and assembler-like text are left alone.
      if (body[i + 1]?.kind === 'other') continue;
      return { text: "'#' must stand before a parameter of the macro", at: token };
    }
  }
  return undefined;
}

/** An option `-D X=Y` as the line that it stands for. */
export function defineLine(define: string): string {
  const equals = define.indexOf('=');
  const text = equals < 0 ? `${define} 1` : `${define.slice(0, equals)} ${define.slice(equals + 1)}`;
  return `#define ${text.replace(/[\r\n]+/g, ' ')}\n`;
}

/** Whether a second definition says the same. */
export function sameMacro(a: Macro, b: Macro): boolean {
  if (a.builtin || a.variadic !== b.variadic || a.body.length !== b.body.length) return false;
  if ((a.params === undefined) !== (b.params === undefined) || a.params?.join() !== b.params?.join()) return false;
  return a.body.every(
    (t, i) => t.text === b.body[i].text && t.kind === b.body[i].kind && (i === 0 || t.space === b.body[i].space),
  );
}
