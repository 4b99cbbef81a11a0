/**
 * !analyze -v as text.
 */
import type { EndView } from '../../protocol/views-memory.ts';
import { codeText, fields, indent, nameText, readable } from './format.ts';
import { threadText } from './threads.ts';

export function endText(view: EndView): string {
  return [
    ...headLines(view),
    '',
    ...fields([
      ['processor', `CPU ${view.cpu}, IRQL ${view.irql.value} (${view.irql.name})`],
      ['thread', readable(view.thread, threadText)],
      ['process', readable(view.process, ({ image, pid }) => `${image} (process ${pid})`)],
      ['faulting code', view.fault ? nameText(view.fault.instruction) : undefined],
      ['fault', view.fault ? faultText(view.fault) : undefined],
      ['address', view.address ? `${view.address.address}: ${view.address.text}` : undefined],
      ['your code', view.learnerFrame === '' ? undefined : view.learnerFrame],
    ]),
    '',
    'STACK',
    ...indent(
      view.stack.length === 0
        ? ['cannot be read']
        : view.stack.map((text, i) => `${i.toString().padStart(2, '0')} ${text}`),
    ),
  ].join('\n');
}

function faultText(fault: NonNullable<EndView['fault']>): string {
  const access = fault.access === null ? '' : ` (${fault.access})`;
  return `${fault.vector.name}${access} in ${fault.mode} mode at ${codeText(fault.irql)}, trap frame ${fault.trapFrame}`;
}

function headLines({ end }: EndView): string[] {
  if (end === null) return ['The machine has not stopped.'];
  switch (end.kind) {
    case 'bugcheck': {
      const { bugcheck } = end;
      return [
        `${bugcheck.name} (${bugcheck.code.toString(16).toUpperCase()})`,
        ...bugcheck.explanation,
        ...bugcheck.parameters.map((parameter, i) => `Arg${i + 1}: ${parameter}`),
      ];
    }
    case 'exit':
      return [
        `The run ended by itself with exit status ${end.status} (0x${(end.status >>> 0).toString(16).toUpperCase()}).`,
      ];
    case 'hang':
      return [`Hang: ${end.text}.`, ...end.waits];
    default:
      return [`${end.text}.`];
  }
}
