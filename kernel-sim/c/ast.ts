/**
 * The one typed tree of the C front end. The parser makes it, the checker annotates and completes it *in place*
 * (types, resolved names, implicit conversions, flattened initialisers, constants), code generation and the editor read it.
 * Every node carries `first` and `last`: indices (inclusive) into `TranslationUnit.tokens`. Errors leave 'error' nodes; a tree
 * is always complete enough to walk.
 *
 * Fields marked @checker are undefined after parsing and set by the checker (for trees without errors, always).
 */
import type { Span, Token } from './source.ts';
import type { CType, EnumDef, Field, FloatKind, RecordDef } from './types.ts';

export interface NodeBase {
  first: number;
  last: number;
}

export interface TranslationUnit {
  /** File id of the main source. */
  file: number;
  tokens: Token[];
  decls: ExternalDecl[];
  /** Functions placed by `#pragma alloc_text(SEG, f...)`, function -> segment; wins over the `segment` of the name's token
   *  (`#pragma code_seg`). The checker puts the result into `Sym.segment`. */
  segments?: Map<string, { segment: string; at: Span }>;
  /** @checker Everything with linkage or static storage, in order of first appearance. */
  symbols?: Sym[];
  /** @checker Names (typedefs, enum constants, functions, variables) of file scope; the name maps to the one object that stands for it. */
  names?: Map<string, Sym>;
  /** @checker Tags of file scope. */
  tags?: Map<string, TagEntry>;
}

/** What a tag stands for. */
export type TagEntry =
  | { kind: 'record'; def: RecordDef; token: number }
  | { kind: 'enum'; def: EnumDef; token: number };

export type ExternalDecl = Declaration | FunctionDef | EmptyDecl | StaticAssert;
export interface EmptyDecl extends NodeBase {
  kind: 'empty-decl';
}
export interface StaticAssert extends NodeBase {
  kind: 'static-assert';
  condition: Expr;
  message: string | undefined;
}

// ---------------------------------------------------------------- declarations

export type StorageClass = 'typedef' | 'extern' | 'static' | 'auto' | 'register';

/** `__declspec(...)`, `__attribute__`-free: what the lab knows of it. */
export interface DeclSpecs extends NodeBase {
  storage: StorageClass | undefined;
  inline: boolean;
  const: boolean;
  volatile: boolean;
  /** dllimport, dllexport, noreturn, noinline, selectany, align(n), allocate, code_seg, primitive (the lab's own), ... */
  declspec: { name: string; arg: Expr | undefined; text: string | undefined }[];
  type: TypeSpec;
  /** Tokens of words that are not allowed everywhere: `restrict`, `_Alignas`, `_Atomic`, `inline` or `_Noreturn`. */
  restrict?: number;
  alignas?: number;
  atomic?: number;
  functionWord?: number;
}

export type TypeSpec =
  | (NodeBase & { kind: 'builtin'; words: string[] }) // ['unsigned', 'long'] in source order; empty: implicit int
  | (NodeBase & { kind: 'typedef-name'; name: string })
  | RecordSpec
  | EnumSpec
  | (NodeBase & { kind: 'typeof'; arg: Expr | TypeName })
  | (NodeBase & { kind: 'error-type' });

export interface RecordSpec extends NodeBase {
  kind: 'record';
  union: boolean;
  tag: string | undefined;
  tagToken: number;
  /** Undefined: a reference, no body. */
  members: MemberDecl[] | undefined;
  /** `_Static_assert` among the members. */
  asserts?: StaticAssert[];
  /** `#pragma pack` in force at the closing brace. */
  pack: number;
  alignArg: Expr | undefined; // __declspec(align(n)) on the record
  def?: RecordDef; // @checker
}
export interface MemberDecl extends NodeBase {
  kind: 'member';
  specs: DeclSpecs;
  /** Empty for an anonymous struct/union. */
  declarators: { declarator: Declarator | undefined; width: Expr | undefined }[];
}
export interface EnumSpec extends NodeBase {
  kind: 'enum';
  tag: string | undefined;
  tagToken: number;
  members: { name: string; token: number; value: Expr | undefined }[] | undefined;
  /** `__attribute__((packed))`: as small as its values allow. */
  packed?: boolean;
  def?: EnumDef; // @checker
}

/** A declarator as written, inside out: `name` with the list of derivations applied nearest first. */
export interface Declarator extends NodeBase {
  name: string | undefined;
  nameToken: number; // -1 when abstract
  /** `*a[3]` -> [array 3, pointer]: read as "a is array of pointer to base". */
  derivations: Derivation[];
}
export type Derivation =
  | { kind: 'pointer'; const: boolean; volatile: boolean; restrict?: number }
  /** `parameterOnly`: token of `static`, a qualifier or `*` between the brackets. */
  /** `star`: `[*]`. */
  | {
      kind: 'array';
      size: Expr | undefined;
      star?: boolean;
      first: number;
      last: number;
      parameterOnly?: number;
      /** Between the brackets: the parameter is a pointer that is const, volatile. */
      const?: boolean;
      volatile?: boolean;
    }
  | { kind: 'function'; params: ParamDecl[]; variadic: boolean; prototyped: boolean; knr: string[] | undefined };
export interface ParamDecl extends NodeBase {
  kind: 'param';
  specs: DeclSpecs;
  declarator: Declarator;
  sym?: Sym;
}

export interface Declaration extends NodeBase {
  kind: 'declaration';
  specs: DeclSpecs;
  declarators: InitDeclarator[];
}
export interface InitDeclarator extends NodeBase {
  declarator: Declarator;
  init: Initializer | undefined;
  /** @checker */
  sym?: Sym;
  /** @checker Assignments to the lengths of the arrays of variable length that the declarator names, to be run first. */
  lengths?: Expr[];
  /** @checker The object is an array of variable length: its bytes. */
  vlaBytes?: Expr;
  /** @checker Flattened initialiser: later entries overwrite earlier ones; bytes not named are zero. Present whenever there is an
   *  initialiser. Static storage: also `sym.flat`, and every entry passes `addressConstant` of fold.ts. */
  flat?: FlatInit[];
}
export type Initializer =
  | (NodeBase & { kind: 'init-expr'; expr: Expr })
  | (NodeBase & { kind: 'init-list'; items: { designators: Designator[]; value: Initializer }[] });
/** `high`: the last index of a range, `[0 ... 9]`. */
export type Designator = { kind: 'field'; name: string; token: number } | { kind: 'index'; index: Expr; high?: Expr };
export interface FlatInit {
  offset: number;
  type: CType;
  bits?: { shift: number; width: number };
  /** Converted to `type`; for a char array from a string literal, the `string` node itself (copy its units + zero fill). */
  expr: Expr;
}

export interface FunctionDef extends NodeBase {
  kind: 'function';
  specs: DeclSpecs;
  declarator: Declarator;
  /** K&R parameter declarations, empty for prototypes. */
  knrDecls: Declaration[];
  body: Block;
  /** @checker */
  sym?: Sym;
  /** @checker Parameters in order. */
  params?: Sym[];
  /** @checker As of InitDeclarator, for the parameters. */
  lengths?: Expr[];
  /** @checker Every automatic variable of the body (parameters not included), in order of declaration. */
  locals?: Sym[];
  /** @checker */
  usesSeh?: boolean;
  /** @checker A statement jumps out of a __finally block. */
  leavesFinally?: boolean;
}

/** What a name stands for. One object per entity per translation unit; identity matters. */
export interface Sym {
  kind: 'var' | 'function' | 'typedef' | 'enum-const';
  name: string;
  type: CType;
  /** 'global': static storage, and functions; 'auto': in a frame; 'param'; 'none': typedefs and enum constants. */
  storage: 'global' | 'auto' | 'param' | 'none';
  linkage: 'external' | 'internal' | 'none';
  /** Token of the name in its definition, else in its first declaration. */
  token: number;
  /** var/function: a definition (or tentative definition) exists in this unit. */
  defined: boolean;
  tentative?: boolean;
  /** var with storage 'global': its initialiser once defined. */
  flat?: FlatInit[];
  def?: FunctionDef;
  /** enum-const: its value, and the enum that it is a member of. */
  value?: bigint;
  enum?: EnumDef;
  /** auto/param: & taken, or array/record, or volatile, or used inside a funclet in a way that needs memory. */
  addressTaken: boolean;
  used: boolean;
  /** Added by the checker (hidden.ts). */
  hidden?: boolean;
  inline?: boolean;
  /** Declared `register`: has no address for the program. */
  register?: boolean;
  /** __declspec(dllimport): the linker must find it in another image's exports. */
  dllimport?: boolean;
  dllexport?: boolean;
  noreturn?: boolean;
  selectany?: boolean;
  /** __declspec(primitive): a kernel routine that TypeScript carries out (design section 3). */
  primitive?: boolean;
  /** __declspec(syscall(N)): a stub that enters service N. */
  syscall?: number;
  /** __declspec(deprecated("...")): its text, '' without one. */
  deprecated?: string;
  /** Its result must not be dropped: _Must_inspect_result_, _Check_return_, __attribute__((warn_unused_result)). */
  mustInspect?: boolean;
  /** Declared by calling it only; `intrinsic` ones excepted, the linker reports it if nobody defines it. */
  implicit?: boolean;
  /** __declspec(align(n)) / _Alignas on a variable. */
  align?: number;
  /** Known to the compiler by name (`_InterlockedIncrement`, `__readcr8` ...): code generation expands it. */
  intrinsic?: boolean;
  /** Name in the object file when it differs (static locals get `name$1`). */
  linkName?: string;
  /** Name in the object file that `__asm__("name")` gives it. */
  assemblerName?: string;
  /** The name of what this is another name for. */
  alias?: string;
  /** Runs before main, or when the program exits, in this order. */
  startOrder?: number;
  exitOrder?: number;
  segment?: string;
}

// ---------------------------------------------------------------- expressions

export interface ExprBase extends NodeBase {
  /** @checker Type of the value (after the node's own conversions). */
  type?: CType;
  /** @checker Designates an object. */
  lvalue?: boolean;
  /** @checker Set when the expression is a constant number: its value in the range of `type` (negative for signed types). Also on
   *  floating values: their bits, unsigned; pointers made of numbers, `(HANDLE)-1`, `&((T *)0)->m`: then as an unsigned 64-bit pattern. Never set on an lvalue. */
  constant?: bigint;
}

export type UnaryOp = '+' | '-' | '~' | '!' | '&' | '*';
export type BinaryOp =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<<'
  | '>>'
  | '&'
  | '|'
  | '^'
  | '=='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>=';
/** Kinds of conversion that the checker makes explicit. */
export type CastKind =
  | 'int' // integer (or enum, bool) to integer: truncate or extend by the *source* type's signedness
  | 'float' // between two arithmetic types of which at least one is floating; not to _Bool
  | 'to-bool' // scalar to _Bool: != 0
  | 'int-to-pointer'
  | 'pointer-to-int' // zero/sign extension of the int by its own signedness; truncation to the int
  | 'pointer' // pointer to pointer, no code
  | 'array-decay' // lvalue array -> pointer to first element
  | 'function-decay'
  | 'load' // lvalue to value; the operand is an lvalue, the node is not
  | 'void';

export type Expr =
  | (ExprBase & { kind: 'int-literal'; value: bigint; token: number })
  | (ExprBase & { kind: 'float-literal'; bits: bigint; float: FloatKind })
  /** `named`: it is `__func__`, a variable that is const. */
  | (ExprBase & { kind: 'string'; units: number[]; unitSize: 1 | 2 | 4; named?: boolean })
  | (ExprBase & { kind: 'name'; name: string; sym?: Sym })
  | (ExprBase & { kind: 'unary'; op: UnaryOp; operand: Expr })
  /** @checker: `operand` is an lvalue (no 'load'); the value has `type` (unqualified). Integers: add 1 and truncate to `type` (_Bool: ++ gives 1,
   *  -- gives !old). Pointers: `scale` = bytes to add or subtract. */
  | (ExprBase & { kind: 'incdec'; op: '++' | '--'; prefix: boolean; operand: Expr; scale?: number })
  /** @checker: both operands already converted to one type, which for arithmetic is `type` (the operands' signedness decides / % >> < ...).
   *  Shifts: `left` has `type`, `right` its own promoted type; the count is taken modulo the width. Comparisons: `type` is int.
   *  Pointer arithmetic (`scale` set): `pointer + integer` and `pointer - integer` with the pointer left, the integer extended to 64 bits,
   *  times `scale` = element size; `pointer - pointer` (both operands are pointers): int64, signed difference divided by `scale`. */
  | (ExprBase & { kind: 'binary'; op: BinaryOp; left: Expr; right: Expr; scale?: number })
  | (ExprBase & { kind: 'logical'; op: '&&' | '||'; left: Expr; right: Expr })
  | (ExprBase & { kind: 'conditional'; condition: Expr; then: Expr; else: Expr })
  /** `a ?: b`. @checker replaces it; code generation never sees one. */
  | (ExprBase & { kind: 'short-conditional'; condition: Expr; else: Expr })
  /** `left` is an lvalue (no 'load'). The value of the node: what `left` holds afterwards (bit-fields: truncated), `type` = unqualified type of `left`.
   *  '=': `right` is converted to that type (records: a 'load' or a call of record type).
   *  Compound: old = load(left); old converted by an 'int' cast from its type to `opType`; result = old op right in `opType`, exactly like 'binary' with
   *  `type` = `opType`; converted back to the type of `left` by an 'int' cast ('to-bool' for _Bool); stored. `right` is already of type `opType`, except:
   *  shifts: its own promoted type; pointers (+= -= with `scale`): `opType` is the pointer type and `right` a 64-bit integer. `left` is evaluated once. */
  | (ExprBase & { kind: 'assign'; op: '=' | `${BinaryOp}=`; left: Expr; right: Expr; opType?: CType; scale?: number })
  | (ExprBase & { kind: 'comma'; left: Expr; right: Expr })
  /** @checker: `callee` is a pointer to function: a 'function-decay' cast of a name for a direct call, else any pointer value. Arguments are
   *  converted to the parameters' types; those beyond the prototype (variadic, unprototyped) are default-promoted, and code generation extends
   *  them to 64 bits by their own signedness. `type`: the unqualified return type. */
  | (ExprBase & { kind: 'call'; callee: Expr; args: Expr[] })
  /** @checker: `arrow`: `object` is a pointer value; else an lvalue of record type (no 'load'), or a record value (call, conditional, assignment ...),
   *  which lives in a temporary. The node is an lvalue in all cases (of a temporary, it is only read). `offset`: byte offset of the storage of `field` in the record,
   *  anonymous members included. */
  | (ExprBase & {
      kind: 'member';
      object: Expr;
      arrow: boolean;
      name: string;
      token: number;
      field?: Field;
      offset?: number;
    })
  | (ExprBase & { kind: 'index'; object: Expr; index: Expr }) // @checker rewrites to *(object + index)
  | (ExprBase & { kind: 'cast'; castKind?: CastKind; implicit: boolean; target: TypeName | undefined; operand: Expr })
  | (ExprBase & { kind: 'sizeof'; op: 'sizeof' | 'alignof'; arg: Expr | TypeName }) // always constant
  | (ExprBase & { kind: 'offsetof'; target: TypeName; path: Designator[] }) // always constant
  | (ExprBase & { kind: 'compound-literal'; target: TypeName; init: Initializer; sym?: Sym; flat?: FlatInit[] })
  /** @checker replaces it by the chosen value; code generation never sees one. */
  | (ExprBase & {
      kind: 'generic';
      control: Expr;
      arms: { target: TypeName | undefined; value: Expr }[];
      chosen?: number;
    })
  /** @checker: lists are lvalues of type char * (no 'load'); `last` of start is the name of the parameter. va_arg: value of `type`. */
  /** __builtin_va_start(ap, last) | va_arg(ap, T) | va_end(ap) | va_copy(d, s) */
  | (ExprBase & { kind: 'va'; op: 'start' | 'arg' | 'end' | 'copy'; args: Expr[]; target: TypeName | undefined })
  /** `({ ... })`: the value of its last statement, if that is an expression. @checker: that one is no lvalue (loaded). */
  | (ExprBase & { kind: 'stmt-expr'; body: Block })
  /** `&&label`: where the label stands in the code of the function around it (@checker: `function`). */
  | (ExprBase & { kind: 'label-address'; name: string; token: number; function?: FunctionDef })
  /** __builtin_types_compatible_p(T, U); always constant */
  | (ExprBase & { kind: 'types-compatible'; types: TypeName[] })
  /** __builtin_add_overflow and its family, made by the checker: `left op right`, both 64 bits wide by their own signs, calculated exactly, goes to
   *  where `target` points (if given) as a `result`; the value is whether it did not fit. */
  | (ExprBase & {
      kind: 'overflow';
      op: '+' | '-' | '*';
      left: Expr;
      right: Expr;
      target: Expr | undefined;
      result: CType;
    })
  /** _exception_code() | _exception_info() | _abnormal_termination() */
  | (ExprBase & { kind: 'seh'; op: 'code' | 'info' | 'abnormal' })
  | (ExprBase & { kind: 'error'; parts: Expr[] });

export interface TypeName extends NodeBase {
  kind: 'type-name';
  specs: DeclSpecs;
  declarator: Declarator;
  /** @checker */
  type?: CType;
  /** @checker As of InitDeclarator; the checker puts them into the expression around. */
  lengths?: Expr[];
}

// ---------------------------------------------------------------- statements

export type Stmt =
  | Block
  | (NodeBase & { kind: 'expr-stmt'; expr: Expr })
  | (NodeBase & { kind: 'empty' })
  | (NodeBase & { kind: 'decl-stmt'; decl: Declaration | StaticAssert })
  | (NodeBase & { kind: 'if'; condition: Expr; then: Stmt; else: Stmt | undefined })
  | (NodeBase & { kind: 'while'; condition: Expr; body: Stmt })
  | (NodeBase & { kind: 'do'; condition: Expr; body: Stmt })
  | (NodeBase & {
      kind: 'for';
      init: Expr | Declaration | undefined;
      condition: Expr | undefined;
      step: Expr | undefined;
      body: Stmt;
    })
  /** @checker: `type` of the promoted operand; `cases` lists every case and default inside, in order. */
  | (NodeBase & { kind: 'switch'; value: Expr; body: Stmt; type?: CType; cases?: CaseStmt[] })
  | CaseStmt
  | (NodeBase & { kind: 'label'; name: string; token: number; body: Stmt })
  | (NodeBase & { kind: 'goto'; name: string; token: number })
  | (NodeBase & { kind: 'goto-computed'; target: Expr })
  | (NodeBase & { kind: 'break' | 'continue' })
  | (NodeBase & { kind: 'return'; value: Expr | undefined })
  | (NodeBase & { kind: 'try-except'; body: Block; filter: Expr; handler: Block })
  | (NodeBase & { kind: 'try-finally'; body: Block; handler: Block })
  | (NodeBase & { kind: 'leave' })
  | (NodeBase & { kind: 'error-stmt' });

export interface Block extends NodeBase {
  kind: 'block';
  body: Stmt[];
}
/** `value` undefined: default. `high`: the last value of a range, `case 1 ... 5`. */
export interface CaseStmt extends NodeBase {
  kind: 'case';
  value: Expr | undefined;
  high?: Expr;
  body: Stmt;
}
