/** The thread, frame and address space that commands mean. */
import { contextOf, type DebugContext } from '../debugger/context.ts';
import type { CommandHost } from './host.ts';

export function contextIn(host: CommandHost): DebugContext {
  return contextOf(host.kernel, host.focus);
}
