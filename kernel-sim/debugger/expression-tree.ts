/**
 * What the text of a C expression means, before it is looked up in any machine: trees of the parser, read by the evaluator. Plain data.
 */
import type { BinaryOp } from '../c/ast.ts';
import type { TextSpan } from './error.ts';
import type { TagKind } from './type-names.ts';
import type { FloatType, IntType } from './types.ts';

export type TokenKind = 'number' | 'char' | 'string' | 'name' | 'register' | 'punct' | 'end';

export interface Token extends TextSpan {
  readonly kind: TokenKind;
  readonly text: string;
  /** Numbers and characters: as a TypedValue has it. */
  readonly value?: bigint;
  readonly type?: IntType | FloatType;
}

/** A written type: base, pointers, array lengths. */
export interface TypeName extends TextSpan {
  readonly base:
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'name'; readonly name: string; readonly tag: TagKind | undefined };
  readonly stars: number;
  readonly lengths: readonly number[];
}

export type Arithmetic = Exclude<BinaryOp, '&&' | '||' | ','>;

export type Tree = TextSpan &
  (
    | { readonly kind: 'number'; readonly value: bigint; readonly type: IntType | FloatType }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'register'; readonly name: string }
    | { readonly kind: 'unary'; readonly op: '+' | '-' | '~' | '!' | '*' | '&'; readonly operand: Tree }
    | { readonly kind: 'binary'; readonly op: Arithmetic; readonly left: Tree; readonly right: Tree }
    | { readonly kind: 'logical'; readonly op: '&&' | '||'; readonly left: Tree; readonly right: Tree }
    | { readonly kind: 'comma'; readonly left: Tree; readonly right: Tree }
    | { readonly kind: 'conditional'; readonly condition: Tree; readonly then: Tree; readonly otherwise: Tree }
    | { readonly kind: 'cast'; readonly to: TypeName; readonly operand: Tree }
    | { readonly kind: 'sizeof-type'; readonly type: TypeName }
    | { readonly kind: 'sizeof'; readonly operand: Tree }
    /** `sizeof(X)` where X may be a variable or a type. */
    | { readonly kind: 'sizeof-name'; readonly name: Tree & { kind: 'name' }; readonly type: TypeName }
    | { readonly kind: 'member'; readonly object: Tree; readonly field: string; readonly arrow: boolean }
    | { readonly kind: 'index'; readonly array: Tree; readonly index: Tree }
    /** `NAME(...)`: a macro, or one of the few that the debugger works out itself. */
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly (readonly Token[])[] }
  );
