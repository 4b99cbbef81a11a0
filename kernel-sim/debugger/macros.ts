/**
 * Macros of the sources, for expressions: images keep the text of every file they were built from, so that `IOCTL_THERMO_READ` or `NT_SUCCESS(status)`
 * mean what they mean there. Conditions of the preprocessor are not followed: of several definitions the last one counts, the learner's before a
 * header's. # and ## are not supported.
 */
import type { Image } from '../c/image.ts';
import { chosenFrame, type DebugContext } from './context.ts';
import { DebugError } from './error.ts';
import { tokenize } from './expression-lexer.ts';
import type { Token } from './expression-tree.ts';

interface Macro {
  /** Undefined: used without parentheses. */
  readonly params: readonly string[] | undefined;
  readonly body: string;
}

const tables = new WeakMap<Image, ReadonlyMap<string, Macro>>();

const DEFINE = /^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w*)(\([^)\n]*\))?[ \t]*((?:[^\n\\]|\\\r?\n|\\.)*)/gm;

function macrosOf(image: Image): ReadonlyMap<string, Macro> {
  const known = tables.get(image);
  if (known) return known;
  const table = new Map<string, Macro>();
  const own = image.debug.files.filter((file) => !file.system);
  const headers = image.debug.files.filter((file) => file.system);
  for (const { text } of [...headers, ...own]) {
    for (const [, name, params, body] of text.matchAll(DEFINE)) {
      const list = params?.slice(1, -1).split(',');
      const named = list?.map((p) => p.trim()).filter((p) => p !== '');
      table.set(name, {
        params: named,
        body: body
          .replace(/\\\r?\n/g, ' ')
          .replace(/\/\*.*?\*\/|\/\/.*$/g, ' ')
          .trim(),
      });
    }
  }
  tables.set(image, table);
  return table;
}

/** Images whose macros count: the frame's own, the learner's, the kernel. */
function imagesFor(context: DebugContext): Image[] {
  const own = chosenFrame(context)?.place?.image;
  const learners = context.modules.filter((m) => m.learner && !m.unloaded).map((m) => m.image);
  return [...new Set([...(own ? [own] : []), ...learners, context.kernel.ntoskrnl])];
}

export function macroNames(context: DebugContext): string[] {
  return imagesFor(context).flatMap((image) => [...macrosOf(image).keys()]);
}

/** The tokens that a macro stands for; undefined if there is none of that name (or it is not used as it was defined). */
export function expandMacro(
  context: DebugContext,
  name: string,
  args: readonly (readonly Token[])[] | undefined,
): Token[] | undefined {
  for (const image of imagesFor(context)) {
    const macro = macrosOf(image).get(name);
    if (!macro || macro.body === '') continue;
    if ((macro.params === undefined) !== (args === undefined)) {
      if (args === undefined)
        throw new DebugError(`the macro '${name}' needs arguments: ${name}(${macro.params?.join(', ')})`);
      continue;
    }
    if (macro.params && args && macro.params.length !== args.length)
      throw new DebugError(
        `the macro '${name}' takes ${macro.params.length} arguments: ${name}(${macro.params.join(', ')})`,
      );
    return substitute(tokenize(macro.body), macro.params ?? [], args ?? []);
  }
  return undefined;
}

function substitute(body: readonly Token[], params: readonly string[], args: readonly (readonly Token[])[]): Token[] {
  return body.flatMap((token) => {
    if (token.kind === 'punct' && token.text === '#') throw new DebugError('# and ## cannot be worked out here', token);
    const index = token.kind === 'name' ? params.indexOf(token.text) : -1;
    return index < 0 ? [token] : args[index];
  });
}
