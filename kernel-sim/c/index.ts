/**
 * The front end's public face: source text in, images and findings out. Pure: reads only what it is given.
 *
 *   preprocess (lexer, preprocessor) -> parse -> check -> generate (per translation unit) -> link (per image)
 */
import { analyze } from './analyze.ts';
import type { TranslationUnit } from './ast.ts';
import { generate } from './generate.ts';
import type { Image, ImageKind } from './image.ts';
import { link } from './link.ts';
import type { ObjectFile } from './object.ts';
import type { Profile } from './profiles.ts';
import type { Diagnostics, SourceManager } from './source.ts';

export interface BuildOptions {
  /** Image file name, `thermo.sys`. */
  name: string;
  kind: ImageKind;
  /** The translation units: name and text. */
  sources: { name: string; text: string /** A source of the lab itself. */; system?: boolean }[];
  /** Headers of the learner and of the lab: called with the name as written in the include (case-insensitive, `\` = `/`), the
   *  name of the including file, and whether quotes were used. `system`: a lab header. */
  include: (name: string, from: string, quoted: boolean) => { name: string; text: string; system: boolean } | undefined;
  /** `X=Y` or `X`; the profile's own macros are added by `profile`. */
  defines: string[];
  profile: Profile;
  /** Export tables that imports are resolved against, by image name; a name in none of them is the build error `undefined-symbol`. */
  libraries: { image: string; exports: readonly string[] }[];
  /** Entry routine's name; its absence is a build error. */
  entry: string | undefined;
}

export interface BuildResult {
  /** Present iff there was no error. */
  image: Image | undefined;
  diagnostics: Diagnostics;
  sources: SourceManager;
  /** Checked trees, one per source, also when there were errors; none of the guest. */
  units: TranslationUnit[];
}

/** Functions with buffers check their /GS cookie where somebody can be told: `__report_gsfailure` must exist. */
function checksCookies(options: BuildOptions): boolean {
  if (options.profile === 'guest') return false;
  const name = '__report_gsfailure';
  return options.libraries.some((l) => l.exports.includes(name)) || options.sources.some((s) => s.text.includes(name));
}

export function build(options: BuildOptions): BuildResult {
  const settings = { gs: checksCookies(options), allRecords: options.profile === 'guest' };
  const objects: ObjectFile[] = [];
  const analysis = analyze(options, (unit, { sources, diagnostics }) => {
    if (diagnostics.errorCount === 0) objects.push(generate(unit, sources, diagnostics, settings));
  });
  const { sources, diagnostics } = analysis;
  const image = diagnostics.errorCount === 0 ? link(objects, sources, diagnostics, options) : undefined;
  return { ...analysis, image };
}
