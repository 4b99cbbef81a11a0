/**
 * Checked trees as one line of text, with every conversion visible. For tests and for looking at what the checker did.
 *
 *   load(x)  decay(a)  long<-short(e)  bool<-(p)  ptr<-int(e)   conversions, explicit and implicit alike
 *   (p +4 i)                                                    pointer arithmetic with its scale
 *   {0:int=1 4.3+5:ulong=2}                                     initialisers: offset, bit-field, type, value
 */
import type { Expr, FlatInit } from './ast.ts';
import { numberOfBits } from './fold-float.ts';
import { printType } from './type-print.ts';

export function printExpr(e: Expr): string {
  const scale = 'scale' in e && e.scale !== undefined ? String(e.scale) : '';
  switch (e.kind) {
    case 'int-literal':
      return String(e.constant ?? e.value);
    case 'float-literal':
      return String(numberOfBits(e.bits, { kind: 'float', float: e.float }));
    case 'string':
      return `${e.unitSize === 2 ? 'L' : e.unitSize === 4 ? 'U' : ''}"${String.fromCodePoint(...e.units)}"`;
    case 'name':
      return e.name;
    case 'unary':
      return `${e.op}${printExpr(e.operand)}`;
    case 'incdec':
      return e.prefix ? `${e.op}${scale}${printExpr(e.operand)}` : `${printExpr(e.operand)}${e.op}${scale}`;
    case 'binary':
      return `(${printExpr(e.left)} ${e.op}${scale} ${printExpr(e.right)})`;
    case 'logical':
      return `(${printExpr(e.left)} ${e.op} ${printExpr(e.right)})`;
    case 'conditional':
      return `(${printExpr(e.condition)} ? ${printExpr(e.then)} : ${printExpr(e.else)})`;
    case 'assign': {
      const via = e.opType ? `[${printType(e.opType)}]` : '';
      return `(${printExpr(e.left)} ${e.op}${scale}${via} ${printExpr(e.right)})`;
    }
    case 'comma':
      return `(${printExpr(e.left)}, ${printExpr(e.right)})`;
    case 'call':
      return `${printExpr(e.callee)}(${e.args.map(printExpr).join(', ')})`;
    case 'member':
      return `${printExpr(e.object)}${e.arrow ? '->' : '.'}${e.name}@${e.offset ?? '?'}`;
    case 'index':
      return `${printExpr(e.object)}[${printExpr(e.index)}]`;
    case 'cast':
      return printCast(e);
    case 'sizeof':
    case 'offsetof':
      return String(e.constant ?? e.kind);
    case 'compound-literal':
      return `literal${printFlat(e.flat ?? [])}`;
    case 'va':
      return `va_${e.op}(${e.args.map(printExpr).join(', ')})`;
    case 'seh':
      return `seh_${e.op}`;
    case 'generic':
      return '_Generic';
    case 'stmt-expr':
      return '({...})';
    case 'label-address':
      return `&&${e.name}`;
    case 'overflow':
      return `(${printExpr(e.left)} overflow${e.op} ${printExpr(e.right)})`;
    case 'types-compatible':
      return String(e.constant ?? e.kind);
    case 'short-conditional':
      return `(${printExpr(e.condition)} ?: ${printExpr(e.else)})`;
    case 'error':
      return '<error>';
  }
}

function printCast(e: Extract<Expr, { kind: 'cast' }>): string {
  const operand = printExpr(e.operand);
  const to = e.type ? printType(e.type) : '?';
  switch (e.castKind) {
    case 'load':
      return `load(${operand})`;
    case 'array-decay':
    case 'function-decay':
      return `decay(${operand})`;
    default:
      return `${to}<-(${operand})`;
  }
}

export function printFlat(flat: readonly FlatInit[]): string {
  const entries = flat.map((f) => {
    const bits = f.bits ? `.${f.bits.shift}+${f.bits.width}` : '';
    return `${f.offset}${bits}:${printType(f.type)}=${f.expr.constant ?? printExpr(f.expr)}`;
  });
  return `{${entries.join(' ')}}`;
}
