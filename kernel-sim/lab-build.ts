/**
 * What a build of the lab is: every driver and program of a configuration compiled and linked against the guest images, all
 * findings of all of them together, in the order of the configuration. Keeps nothing.
 */
import type { TranslationUnit } from './c/ast.ts';
import type { Image } from './c/image.ts';
import { type BuildOptions, type BuildResult, build } from './c/index.ts';
import { type GuestFiles, type GuestImages, guestInclude } from './guest/build.ts';
import type { BuildMessage, BuildReport, LabConfig, SourceText } from './protocol/lab-api.ts';

export interface LabBuild {
  report: BuildReport;
  /** Present for what compiled without an error, by image file name. */
  images: Map<string, Image>;
}

type Include = BuildOptions['include'];

export function buildLab(config: LabConfig, files: GuestFiles, guest: GuestImages): LabBuild {
  const include = learnerInclude(config, files);
  const images = new Map<string, Image>();
  const messages: BuildMessage[] = [];
  let statements = 0;
  let ok = true;

  const take = (result: BuildResult) => {
    messages.push(...messagesOf(result));
    statements += countStatements(result.units, result);
    if (result.image) images.set(result.image.name.toLowerCase(), result.image);
    else ok = false;
  };

  for (const driver of [...config.drivers, ...config.images]) {
    take(
      build({
        name: `${driver.name}.sys`,
        kind: 'sys',
        sources: driver.sources,
        include,
        defines: config.defines,
        profile: 'driver',
        libraries: [exportsOf(guest.ntoskrnl)],
        entry: 'DriverEntry',
      }),
    );
  }
  for (const app of config.apps) {
    take(
      build({
        name: app.name,
        kind: 'exe',
        sources: [...app.sources, startup(files, app.sources, config.defines)],
        include,
        defines: config.defines,
        profile: config.dialect === 'windows' ? 'user' : config.dialect,
        libraries: guest.libraries.map(exportsOf),
        entry: 'mainCRTStartup',
      }),
    );
  }
  return { report: { ok, messages, statements }, images };
}

/** The C start-up code that a program is linked with: for `main`, or for `wmain` if it has that instead. */
function startup(files: GuestFiles, sources: SourceText[], defines: string[]): BuildOptions['sources'][number] {
  const name = isWide(sources, defines) ? 'user/crt0/wcrt0.c' : 'user/crt0/crt0.c';
  return { name, text: files[name], system: true };
}

/** Told by the words of the program, before it is compiled: `wmain`, or `_tmain` under `_UNICODE`. */
function isWide(sources: SourceText[], defines: string[]): boolean {
  const words = sources.map(({ text }) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ' ')).join('\n');
  if (/\bmain\s*\(/.test(words)) return false;
  if (/\bwmain\s*\(/.test(words)) return true;
  const isUnicode = defines.some((d) => /^_UNICODE\b/.test(d)) || /#\s*define\s+_UNICODE\b/.test(words);
  return isUnicode && /\b_tmain\s*\(/.test(words);
}

function exportsOf(image: Image): BuildOptions['libraries'][number] {
  return { image: image.name, exports: Object.keys(image.exports) };
}

/** The learner's own headers come first, then the lab's, then what the caller can find. */
function learnerInclude(config: LabConfig, files: GuestFiles): Include {
  const own = new Map<string, SourceText>();
  for (const [name, text] of Object.entries(config.headers)) own.set(name.toLowerCase(), { name, text });
  for (const part of [...config.drivers, ...config.images, ...config.apps]) {
    for (const source of part.sources) own.set(source.name.toLowerCase(), source);
  }
  const lab = guestInclude(files, []);
  return (name, from, quoted) => {
    const mine = () => {
      const found = own.get(name.replaceAll('\\', '/').toLowerCase()) ?? config.resolveInclude?.(name, from);
      return found && { ...found, system: false };
    };
    return quoted ? (mine() ?? lab(name, from)) : (lab(name, from) ?? mine());
  };
}

/** In the order of the source, whichever stage found them. */
function messagesOf({ diagnostics, sources }: BuildResult): BuildMessage[] {
  const inOrder = [...diagnostics.list].sort((a, b) => a.span.file - b.span.file || a.span.start - b.span.start);
  return inOrder.map(({ severity, id, text, span }) => {
    const start = sources.lineCol(span.file, span.start);
    const end = sources.lineCol(span.file, span.end);
    const file = sources.files[span.file]?.name ?? '';
    return { severity, id, text, file, line: start.line, col: start.col, endLine: end.line, endCol: end.col };
  });
}

/** Statements in the learner's own units: what `cc --batch` reports. */
function countStatements(units: TranslationUnit[], { sources }: BuildResult): number {
  let count = 0;
  for (const unit of units) {
    if (sources.files[unit.file]?.system) continue;
    for (const decl of unit.decls) if (decl.kind === 'function') count += statementsIn(decl.body);
  }
  return count;
}

/** Counts by shape: every object below that is a statement node, blocks excepted. */
function statementsIn(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, item) => sum + statementsIn(item), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const { kind } = node as { kind?: string };
  let count = STATEMENTS.has(kind ?? '') ? 1 : 0;
  for (const key of CHILD_STATEMENTS) {
    const child = (node as Record<string, unknown>)[key];
    if (child !== undefined) count += statementsIn(child);
  }
  return count;
}

const STATEMENTS = new Set(
  'expr-stmt empty decl-stmt if while do for switch goto break continue return try-except try-finally leave'.split(' '),
);
const CHILD_STATEMENTS = ['body', 'then', 'else', 'handler'];
