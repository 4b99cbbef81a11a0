/**
 * The front half of a build: preprocess, parse and check every source, without making code. `build()` starts with it; the editor, the
 * header tests and the generator of typed accessors use it alone. All findings of all sources at once.
 */
import type { TranslationUnit } from './ast.ts';
import { check } from './check.ts';
import type { BuildOptions } from './index.ts';
import { parse } from './parser.ts';
import { preprocess } from './pp.ts';
import { dialectOf, isOldProgram, profileDefines } from './profiles.ts';
import { Diagnostics, SourceManager, type Token } from './source.ts';

export type AnalyzeOptions = Pick<BuildOptions, 'sources' | 'include' | 'defines' | 'profile'>;

export interface Analysis {
  /** Checked trees, one per source, also when there are errors. */
  units: TranslationUnit[];
  diagnostics: Diagnostics;
  sources: SourceManager;
}

/** `use` is called with each unit as soon as it is checked; the guest's own trees, hundreds of large ones, are not kept after that. */
export function analyze(options: AnalyzeOptions, use?: (unit: TranslationUnit, so: Analysis) => void): Analysis {
  const { include, profile } = options;
  const result: Analysis = { units: [], diagnostics: new Diagnostics(), sources: new SourceManager() };
  const { diagnostics, sources } = result;
  const defines = [...profileDefines(profile), ...options.defines];
  for (const { name, text, system } of options.sources) {
    const file = sources.add(name, text, system ?? false);
    const errors = diagnostics.list.length;
    diagnostics.judgeBy(undefined, errors);
    const tokens = preprocess(file, sources, diagnostics, { include, defines, profile });
    // Without a header nearly every line seems wrong: that it is missing is all there is to say.
    const found = lacksHeader(diagnostics, errors) ? new Diagnostics() : diagnostics;
    const dialect = dialectOf(profile, [file, ...filesOf(tokens, sources)], () => ownTokens(tokens, sources));
    diagnostics.judgeBy(dialect, errors);
    found.judgeBy(dialect, errors);
    const unit = parse(tokens, file.id, sources, found);
    check(unit, sources, found, { profile });
    if (dialect === 'c11' && isOldProgram(diagnostics.list.slice(errors))) diagnostics.judgeBy('gnu', errors);
    const pragmas = tokens[tokens.length - 1].warnings;
    if (pragmas) diagnostics.obey(pragmas, sources, errors);
    if (!use || profile !== 'guest') result.units.push(unit);
    use?.(unit, result);
  }
  return result;
}

/** Whether a header was not found, or was the wrong one, since `from`. */
function lacksHeader({ list }: Diagnostics, from: number): boolean {
  return list.some(({ id }, i) => i >= from && (id === 'include-not-found' || id === 'wrong-header'));
}

/** The files that the tokens of a unit came from. */
function filesOf(tokens: Token[], { files }: SourceManager): SourceManager['files'] {
  const seen = new Set<number>();
  let last = -1;
  for (const { file } of tokens) {
    if (file === last) continue;
    seen.add(file);
    last = file;
  }
  return [...seen].flatMap((id) => files[id] ?? []);
}

/** The tokens of a unit that stand in the learner's own files. */
function ownTokens(tokens: Token[], { files }: SourceManager): Token[] {
  return tokens.filter(({ file }) => !files[file]?.system);
}
