/**
 * The front half of a build: preprocess, parse and check every source, without making code. `build()` starts with it; the editor, the
 * header tests and the generator of typed accessors use it alone. All findings of all sources at once.
 */
import type { TranslationUnit } from './ast.ts';
import { check } from './check.ts';
import type { BuildOptions } from './index.ts';
import { parse } from './parser.ts';
import { preprocess } from './pp.ts';
import { profileDefines } from './profiles.ts';
import { Diagnostics, SourceManager } from './source.ts';

export type AnalyzeOptions = Pick<BuildOptions, 'sources' | 'include' | 'defines' | 'profile'>;

export interface Analysis {
  /** Checked trees, one per source, also when there are errors. */
  units: TranslationUnit[];
  diagnostics: Diagnostics;
  sources: SourceManager;
}

export function analyze(options: AnalyzeOptions): Analysis {
  const sources = new SourceManager();
  const diagnostics = new Diagnostics();
  const { include, profile } = options;
  const defines = [...profileDefines(profile), ...options.defines];
  const units = options.sources.map(({ name, text, system }) => {
    const file = sources.add(name, text, system ?? false);
    const tokens = preprocess(file, sources, diagnostics, { include, defines, profile });
    const unit = parse(tokens, file.id, sources, diagnostics);
    check(unit, sources, diagnostics, { profile });
    return unit;
  });
  return { units, diagnostics, sources };
}
