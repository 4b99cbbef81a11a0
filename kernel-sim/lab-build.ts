/**
 * What a build of the lab is: every driver and program of a configuration compiled and linked against the guest images, all
 * findings of all of them together, in the order of the configuration.
 *
 * Compiling is a function of texts and options: what was built and would be built again from the same is taken from the
 * builder's last images instead (who changes a driver does not wait for the program). An entry holds everything that was
 * read: the sources, and the answer to each question for a header, found or not.
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

/** Everything that a build of one image depends on; the libraries are the builder's. */
type Part = Omit<BuildOptions, 'libraries'>;

/** What was asked of `include` while an image was built, and answered. */
interface Question {
  readonly args: Parameters<Include>;
  readonly answer: ReturnType<Include>;
}

interface Made {
  readonly part: Part;
  readonly questions: readonly Question[];
  readonly image: Image | undefined;
  readonly messages: readonly BuildMessage[];
  readonly statements: number;
}

/** More than the parts of a lesson with all its wrong solutions. */
const MOST_KEPT = 16;

export class LabBuilder {
  /** The last used first. */
  private kept: Made[] = [];

  constructor(
    private readonly files: GuestFiles,
    private readonly guest: GuestImages,
  ) {}

  build(config: LabConfig): LabBuild {
    const made = this.partsOf(config).map((part) => this.make(part));
    const images = made.flatMap(({ image }) => (image ? [image] : []));
    const report = {
      ok: images.length === made.length,
      messages: made.flatMap(({ messages }) => messages),
      statements: made.reduce((sum, { statements }) => sum + statements, 0),
    };
    return { report, images: new Map(images.map((image) => [image.name.toLowerCase(), image])) };
  }

  private partsOf(config: LabConfig): Part[] {
    const { files } = this;
    const common = { include: learnerInclude(config, files), defines: config.defines };
    const drivers = [...config.drivers, ...config.images].map(
      ({ name, sources }): Part => ({
        ...{ ...common, name: `${name}.sys`, kind: 'sys', sources, profile: 'driver', entry: 'DriverEntry' },
      }),
    );
    const apps = config.apps.map(
      ({ name, sources }): Part => ({
        ...{ ...common, name, kind: 'exe', entry: 'mainCRTStartup' },
        sources: [...sources, startup(files, sources, config.defines)],
        profile: config.dialect === 'windows' ? 'user' : config.dialect,
      }),
    );
    return [...drivers, ...apps];
  }

  private make(part: Part): Made {
    const made = this.kept.find((one) => isSame(one, part)) ?? this.compile(part);
    this.kept = [made, ...this.kept.filter((one) => one !== made)].slice(0, MOST_KEPT);
    return made;
  }

  private compile(part: Part): Made {
    const questions: Question[] = [];
    const include: Include = (...args) => {
      const answer = part.include(...args);
      questions.push({ args, answer });
      return answer;
    };
    const { ntoskrnl, libraries } = this.guest;
    const linked = part.kind === 'sys' ? [ntoskrnl] : libraries;
    const result = build({ ...part, include, libraries: linked.map(exportsOf) });
    const statements = countStatements(result.units, result);
    return { part, questions, image: result.image, messages: messagesOf(result), statements };
  }
}

/** Whether building the part would read what was read when the other was made. */
function isSame({ part, questions }: Made, other: Part): boolean {
  return (
    part.name === other.name &&
    part.kind === other.kind &&
    part.profile === other.profile &&
    part.entry === other.entry &&
    part.defines.join('\0') === other.defines.join('\0') &&
    part.sources.length === other.sources.length &&
    part.sources.every((source, i) => isSameText(source, other.sources[i])) &&
    questions.every(({ args, answer }) => isSameText(answer, other.include(...args)))
  );
}

function isSameText(a: ReturnType<Include> | Part['sources'][number], b: typeof a): boolean {
  return a?.name === b?.name && a?.text === b?.text && (a?.system ?? false) === (b?.system ?? false);
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
