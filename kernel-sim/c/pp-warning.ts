/**
 * `#pragma warning`: which of Microsoft's warning numbers are switched off, or made errors, at each place of a unit. The preprocessor notes the
 * changes in the order in which it meets them; the findings of all stages are judged afterwards, by the place where they stand.
 */
import type { FindingId } from './finding-words.ts';
import type { Diagnostic, Span } from './source.ts';

/** Findings of ours by the numbers of Microsoft's warnings that say the same. */
const FINDINGS: Readonly<Record<number, readonly FindingId[]>> = {
  4003: ['macro-argument-count'],
  4005: ['macro-redefined'],
  4013: ['implicit-declaration'],
  4018: ['sign-comparison'],
  4020: ['too-many-arguments'],
  4022: ['incompatible-pointer', 'int-to-pointer', 'pointer-to-int'],
  4024: ['incompatible-pointer', 'int-to-pointer', 'pointer-to-int'],
  4026: ['parameter-mismatch'],
  4028: ['parameter-mismatch'],
  4030: ['parameter-mismatch'],
  4031: ['parameter-mismatch'],
  4033: ['return-without-value'],
  4047: ['incompatible-pointer', 'int-to-pointer', 'pointer-to-int', 'int-pointer-comparison'],
  4067: ['extra-tokens'],
  4068: ['bad-pragma', 'unknown-pragma'],
  4081: ['bad-pragma'],
  4087: ['too-many-arguments'],
  4090: ['discards-qualifiers', 'library-qualifiers'],
  4091: ['no-declarator'],
  4098: ['return-with-value'],
  4103: ['bad-pragma'],
  4113: ['incompatible-function'],
  4129: ['bad-escape'],
  4133: ['incompatible-pointer'],
  4142: ['redefinition'],
  4172: ['returns-local-address'],
  4244: ['fraction-lost'],
  4293: ['shift-count'],
  4305: ['constant-truncation'],
  4309: ['constant-truncation'],
  4311: ['pointer-truncation', 'pointer-to-int'],
  4312: ['int-to-larger-pointer'],
  4313: ['format-mismatch'],
  4390: ['empty-body'],
  4431: ['missing-type'],
  4473: ['format-argument-missing'],
  4474: ['format-argument-unused'],
  4476: ['format-mismatch'],
  4477: ['format-mismatch'],
  4532: ['jump-out-of-finally'],
  4552: ['unused-value'],
  4553: ['unused-value'],
  4555: ['unused-value'],
  4700: ['uninitialized'],
  4701: ['uninitialized'],
  4703: ['uninitialized'],
  4706: ['assignment-in-condition'],
  4715: ['missing-return'],
  4716: ['no-return'],
  4723: ['division-by-zero'],
  4995: ['deprecated'],
  4996: ['deprecated'],
};

type State = ReadonlyMap<string, 'off' | 'error'>;

const PLAIN: State = new Map();

interface Change {
  offset: number;
  state: State;
}

export class WarningPragmas {
  private state: State = PLAIN;
  private readonly stack: State[] = [];
  private readonly changes = new Map<number, Change[]>();
  private readonly suppressed: { at: Span; findings: readonly string[] }[] = [];

  /** The arguments of one `#pragma warning(...)` as words: `disable`, `:`, `4100`, `;` ... */
  run(words: readonly string[], at: Span): void {
    if (words[0] === 'push') this.stack.push(this.state);
    else if (words[0] === 'pop') this.state = this.stack.pop() ?? this.state;
    else {
      let what = '';
      for (let i = 0; i < words.length; i++) {
        if (words[i + 1] === ':') what = words[i++];
        else if (/^\d+$/.test(words[i])) this.change(what, FINDINGS[Number(words[i])] ?? [], at);
      }
    }
    this.note(at.file, at.start);
  }

  private change(what: string, findings: readonly string[], at: Span): void {
    if (what === 'suppress') this.suppressed.push({ at, findings });
    else if (findings.length > 0) {
      const state = new Map(this.state);
      for (const id of findings) {
        if (what === 'disable') state.set(id, 'off');
        else if (what === 'error') state.set(id, 'error');
        else state.delete(id);
      }
      this.state = state;
    }
  }

  /** What is in force goes on at this place of a file: at a change, where the file begins, behind an include. */
  note(file: number, offset: number): void {
    const list = this.changes.get(file);
    if (list) list.push({ offset, state: this.state });
    else if (this.state.size > 0) this.changes.set(file, [{ offset, state: this.state }]);
  }

  /** The finding as the pragmas want it; undefined: not at all. `line` gives the line of an offset. */
  judge(finding: Diagnostic, line: (file: number, offset: number) => number): Diagnostic | undefined {
    if (finding.severity !== 'warning') return finding;
    const { file, start } = finding.span;
    const here = this.changes
      .get(file)
      ?.findLast(({ offset }) => offset <= start)
      ?.state.get(finding.id);
    if (here === 'off') return undefined;
    const suppressed = this.suppressed.some(
      ({ at, findings }) =>
        at.file === file && findings.includes(finding.id) && line(file, at.start) + 1 === line(file, start),
    );
    if (suppressed) return undefined;
    return here === 'error' ? { ...finding, severity: 'error' } : finding;
  }
}
