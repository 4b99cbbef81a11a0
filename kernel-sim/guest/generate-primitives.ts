/**
 * `kernel/primitives.generated.ts`: the TypeScript signature of every `__declspec(primitive)` routine, and the decoder that takes its
 * arguments from the machine and puts the result into RAX.
 */
import type { Sym } from '../c/ast.ts';
import { type CType, type FunctionType, isSigned, sizeOf } from '../c/types.ts';
import type { GuestFiles } from './build.ts';
import { checkedHeaders, GENERATED } from './generate-source.ts';

export function generatePrimitives(files: GuestFiles): string {
  const primitives = [...(checkedHeaders(files).units[0].names?.values() ?? [])].filter(
    (symbol): symbol is Sym & { type: FunctionType } => symbol.primitive === true && symbol.type.kind === 'function',
  );
  const signatures = primitives.map(({ name, type }) => {
    const parameters = type.params.map(
      (parameter, i) => `, ${parameterName(parameter.name, i)}: ${typeText(parameter.type)}`,
    );
    return `  ${name}(k: Kernel${parameters.join('')}): ${resultText(type.returns)};\n`;
  });
  const decoders = primitives.map(({ name, type }) => {
    const call = `p.${name}(k${type.params.map((parameter, i) => `, ${decode(parameter.type, i)}`).join('')})`;
    if (type.returns.kind === 'void')
      return `  ${name}(p, k${type.params.length > 0 ? ', cpu' : ''}) {\n    ${call};\n  },\n`;
    return `  ${name}(p, k, cpu) {\n    const r = ${call};\n    if (r !== undefined) cpu.${setter(type.returns)}(r);\n  },\n`;
  });
  return (
    `${GENERATED}import type { VirtAddr } from '../base/numbers.ts';\nimport type { Cpu } from '../vm/cpu.ts';\n` +
    "import type { Kernel } from './kernel.ts';\n\n" +
    '/** What the kernel carries out in TypeScript, atomically at one instant. A result of undefined leaves RAX alone. */\n' +
    `export interface Primitives {\n${signatures.join('')}}\n\n` +
    'export const DECODE: { [N in keyof Primitives]: (p: Primitives, k: Kernel, cpu: Cpu) => void } = {\n' +
    `${decoders.join('')}};\n`
  );
}

function parameterName(name: string | undefined, i: number): string {
  return name === undefined || name === 'k' ? `a${i}` : name;
}

function is64(type: CType): boolean {
  return type.kind === 'int' && sizeOf(type) === 8;
}

function typeText(type: CType): string {
  if (type.kind === 'pointer' || type.kind === 'array') return 'VirtAddr';
  if (type.kind !== 'int' && type.kind !== 'enum') throw new Error(`a primitive cannot take a ${type.kind}`);
  return is64(type) ? 'bigint' : 'number';
}

function resultText(type: CType): string {
  return type.kind === 'void' ? 'void' : `${typeText(type)} | undefined`;
}

/** Upper bits of an argument narrower than its slot are anything. */
function decode(type: CType, i: number): string {
  if (typeText(type) === 'VirtAddr') return `cpu.argPtr(${i})`;
  const signed = isSigned(type);
  const unused = 32 - sizeOf(type) * 8;
  if (is64(type)) return signed ? `cpu.arg64s(${i})` : `cpu.arg64(${i})`;
  if (unused === 0) return signed ? `cpu.arg32s(${i})` : `cpu.arg32(${i})`;
  return signed ? `(cpu.arg32s(${i}) << ${unused}) >> ${unused}` : `cpu.arg32(${i}) & ${2 ** (32 - unused) - 1}`;
}

function setter(type: CType): string {
  return typeText(type) === 'number' ? 'setRax32' : 'setRax64';
}
