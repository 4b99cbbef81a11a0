/**
 * Which buffers a request has and by which method they reach the driver: from the arguments of its system call, the IRP as its first driver got it, and
 * the flags of the device. Pure. What none of these tells is not there.
 */
import type { RequestSituation } from '../../../kernel-sim/protocol/page-queries';
import type { StackView } from '../../../kernel-sim/protocol/views-code';
import type { DeviceView, IrpView } from '../../../kernel-sim/protocol/views-io';
import { isNull } from '../../words/addresses';

/** `buffered`: through a copy in pool. `direct`: the caller's pages, locked. `neither`: the caller's bare addresses. */
export type Way = 'buffered' | 'direct' | 'neither';

/** One buffer of whoever made the request. */
export interface CallerBuffer {
  readonly address: string;
  readonly length: number;
  readonly way: Way;
}

export interface BufferPlan {
  /** `METHOD_BUFFERED`, `DO_DIRECT_IO`; '' if the request has no buffers. */
  readonly method: string;
  /** The driver reads it; null: there is none. */
  readonly input: CallerBuffer | null;
  /** The driver writes it. With METHOD_IN_DIRECT the driver reads this one too. */
  readonly output: CallerBuffer | null;
  /** Data that the driver is only to read goes through the output parameter. */
  readonly outputIsRead: boolean;
  /** NULL: no buffer in pool. */
  readonly systemBuffer: string;
  readonly systemLength: number;
  readonly inputLength: number;
  readonly outputLength: number;
}

export interface PlanInput {
  readonly request: RequestSituation;
  /** Of the thread when it had the IRP allocated. */
  readonly stack: StackView | undefined;
  /** As its first driver got it. */
  readonly irp: IrpView | undefined;
  /** That the IRP was sent to. */
  readonly device: DeviceView | undefined;
}

const NULL = '0x0000000000000000';
const METHODS = ['METHOD_BUFFERED', 'METHOD_IN_DIRECT', 'METHOD_OUT_DIRECT', 'METHOD_NEITHER'] as const;
const CONTROLS = new Set(['IRP_MJ_DEVICE_CONTROL', 'IRP_MJ_INTERNAL_DEVICE_CONTROL', 'IRP_MJ_FILE_SYSTEM_CONTROL']);
const CONTROL_SERVICES = /!(Nt|Zw)(DeviceIoControlFile|FsControlFile)\+/;
const TRANSFER_SERVICES = /!(Nt|Zw)(ReadFile|WriteFile)\+/;

export function planOf(input: PlanInput): BufferPlan {
  const { major } = input.request;
  if (CONTROLS.has(major)) return controlPlan(input);
  if (major === 'IRP_MJ_READ' || major === 'IRP_MJ_WRITE') return transferPlan(input, major === 'IRP_MJ_WRITE');
  const none = { method: '', input: null, output: null, outputIsRead: false };
  return { ...none, systemBuffer: NULL, systemLength: 0, inputLength: 0, outputLength: 0 };
}

function controlPlan({ request, stack, irp }: PlanInput): BufferPlan {
  const method = METHODS[request.ioctl & 3];
  const argument = argumentsOf(stack, CONTROL_SERVICES);
  const parameter = parametersOf(irp);
  const inputLength = parameter('InputBufferLength') ?? argument.number('InputBufferLength') ?? 0;
  const outputLength = parameter('OutputBufferLength') ?? argument.number('OutputBufferLength') ?? 0;
  const inputAddress = argument.address('InputBuffer') ?? NULL;
  const outputAddress = argument.address('OutputBuffer') ?? irp?.userBuffer ?? NULL;
  const isNeither = method === 'METHOD_NEITHER';
  const ways: Record<(typeof METHODS)[number], readonly [Way, Way]> = {
    METHOD_BUFFERED: ['buffered', 'buffered'],
    METHOD_IN_DIRECT: ['buffered', 'direct'],
    METHOD_OUT_DIRECT: ['buffered', 'direct'],
    METHOD_NEITHER: ['neither', 'neither'],
  };
  const [inWay, outWay] = ways[method];
  const systemLength = isNeither ? 0 : method === 'METHOD_BUFFERED' ? Math.max(inputLength, outputLength) : inputLength;
  return {
    ...{ method, inputLength, outputLength, outputIsRead: method === 'METHOD_IN_DIRECT' },
    ...{ input: buffer(inputAddress, inputLength, inWay), output: buffer(outputAddress, outputLength, outWay) },
    ...{ systemBuffer: systemBufferOf(irp), systemLength },
  };
}

function transferPlan({ stack, irp, device }: PlanInput, isWrite: boolean): BufferPlan {
  const argument = argumentsOf(stack, TRANSFER_SERVICES);
  const length = parametersOf(irp)('Length') ?? argument.number('Length') ?? 0;
  const address = argument.address('Buffer') ?? irp?.userBuffer ?? NULL;
  const flags = device?.flags.names ?? [];
  const way: Way = flags.includes('DO_BUFFERED_IO')
    ? 'buffered'
    : flags.includes('DO_DIRECT_IO')
      ? 'direct'
      : 'neither';
  const method = { buffered: 'DO_BUFFERED_IO', direct: 'DO_DIRECT_IO', neither: 'neither I/O' }[way];
  const one = buffer(address, length, way);
  return {
    ...{ method, input: isWrite ? one : null, output: isWrite ? null : one, outputIsRead: false },
    ...{ systemBuffer: systemBufferOf(irp), systemLength: way === 'buffered' ? length : 0 },
    ...{ inputLength: isWrite ? length : 0, outputLength: isWrite ? 0 : length },
  };
}

function buffer(address: string, length: number, way: Way): CallerBuffer | null {
  return length === 0 || isNull(address) ? null : { address, length, way };
}

function systemBufferOf(irp: IrpView | undefined): string {
  return irp?.associated.kind === 'system buffer' ? irp.associated.value : NULL;
}

/** Arguments of the innermost frame of a service. */
function argumentsOf(stack: StackView | undefined, service: RegExp) {
  const args = stack?.frames.find(({ symbol }) => service.test(symbol))?.args ?? [];
  const value = (name: string) => args.find((one) => one.name === name)?.value;
  return {
    /** `20 (0x14)`. */
    number: (name: string) => {
      const digits = /^\d+/.exec(value(name) ?? '')?.[0];
      return digits === undefined ? undefined : Number(digits);
    },
    address: (name: string) => (value(name) === 'NULL' ? NULL : /^0x[0-9A-F]{16}/.exec(value(name) ?? '')?.[0]),
  };
}

function parametersOf(irp: IrpView | undefined) {
  const location = irp?.locations.entries.findLast(({ used }) => used);
  return (name: string) => {
    const value = location?.parameters.find((one) => one.name === name)?.value;
    return value === undefined || !/^\d+$/.test(value) ? undefined : Number(value);
  };
}
