/**
 * Everything drawn over the text: breakpoints in the margin, the marks of execution, lines that ran, values beside the code. Each kind is a collection of its
 * own and is drawn again only when it differs; classes are in editor.css.
 */
import { type Breakpoint, detailsOf, linesIn, lookOf, placeOf, type Standing } from '../store/breakpoints';
import type { Editor } from './editor-session';
import type { ExecutionMark } from './execution';
import { fitting, type InlineLine, wordsOf } from './inline-values';
import { type editor as MonacoEditor, Range } from './monaco';

type Decoration = MonacoEditor.IModelDeltaDecoration;

const MARK_NAMES: Readonly<Record<ExecutionMark['kind'], string>> = {
  next: 'About to run',
  caller: 'Waits here for what it called',
  last: 'Has just run',
};

export class Decorations {
  readonly #collections = new Map<string, { readonly drawn: MonacoEditor.IEditorDecorationsCollection; key: string }>();

  #values: readonly InlineLine[] = [];

  constructor(private readonly editor: Editor) {
    // There is more room or less beside the lines.
    editor.onDidLayoutChange(() => this.values(this.#values));
  }

  /** A line under the pointer where a click would set a breakpoint. */
  hint(line: number | undefined): void {
    this.#draw(
      'hint',
      line === undefined ? [] : [this.#line(line, { isWholeLine: false, glyphMarginClassName: 'bp-hint' })],
    );
  }

  /** Those that stand in a file. */
  breakpoints(file: string, list: readonly Breakpoint[], standing: ReadonlyMap<number, Standing>): void {
    const drawn = list.flatMap((one) => {
      const stands = standing.get(one.id);
      const words = [nameOf(one), stands?.resolved].filter(Boolean).join('\n\n');
      const classes = ['bp', `is-${lookOf(one.spec)}`, !one.isEnabled && 'is-off', stands?.isProblem && 'is-nowhere'];
      return linesIn(one, stands, file).map((line) =>
        this.#line(line, {
          isWholeLine: false,
          glyphMarginClassName: classes.filter(Boolean).join(' '),
          glyphMarginHoverMessage: { value: words },
        }),
      );
    });
    this.#draw('breakpoints', drawn);
  }

  execution(marks: readonly ExecutionMark[]): void {
    const drawn = marks.map(({ kind, line }) =>
      this.#line(line, {
        className: `exec-line is-${kind}`,
        // On the first row of a wrapped line only.
        firstLineDecorationClassName: `exec-mark is-${kind}`,
        linesDecorationsTooltip: MARK_NAMES[kind],
        zIndex: kind === 'next' ? 2 : 1,
      }),
    );
    this.#draw('execution', drawn);
  }

  ran(lines: readonly number[]): void {
    this.#draw(
      'ran',
      lines.map((line) => this.#line(line, { marginClassName: 'exec-ran' })),
    );
  }

  values(lines: readonly InlineLine[]): void {
    const model = this.editor.getModel();
    if (!model) return;
    this.#values = lines;
    const { wrappingColumn } = this.editor.getLayoutInfo();
    const drawn = lines.flatMap(({ line, values }) => {
      if (line > model.getLineCount()) return [];
      const end = model.getLineMaxColumn(line);
      return fitting(values, model.getLineContent(line), wrappingColumn).map((value, i) => ({
        range: new Range(line, end, line, end),
        options: {
          showIfCollapsed: true,
          after: {
            // Ordinary spaces at the ends would be lost to the eye.
            content: `${i === 0 ? '\u00a0\u00a0' : '\u00a0'}${wordsOf(value)}\u00a0`,
            inlineClassName: value.changed ? 'inline-value is-changed-value' : 'inline-value',
            inlineClassNameAffectsLetterSpacing: true,
            cursorStops: 3,
          },
        },
      }));
    });
    this.#draw('values', drawn);
  }

  /** The model is another one: nothing of what was drawn is there. */
  forget(): void {
    for (const { drawn } of this.#collections.values()) drawn.clear();
    this.#values = [];
    this.#collections.clear();
  }

  #line(line: number, options: MonacoEditor.IModelDecorationOptions): Decoration {
    return {
      range: new Range(line, 1, line, 1),
      options: { isWholeLine: true, stickiness: 1, ...options },
    };
  }

  #draw(name: string, decorations: readonly Decoration[]): void {
    const key = JSON.stringify(decorations);
    const known = this.#collections.get(name);
    if (known?.key === key) return;
    if (known) {
      known.drawn.set(decorations);
      known.key = key;
    } else if (decorations.length > 0) {
      this.#collections.set(name, { drawn: this.editor.createDecorationsCollection([...decorations]), key });
    }
  }
}

function nameOf({ spec, isEnabled }: Breakpoint): string {
  const kind = spec.log === undefined ? 'Breakpoint' : 'Log point';
  const place = spec.where.kind === 'line' ? '' : ` at ${placeOf(spec)}`;
  return [`${kind}${place}${isEnabled ? '' : ' (switched off)'}`, detailsOf(spec)].filter(Boolean).join(': ');
}
