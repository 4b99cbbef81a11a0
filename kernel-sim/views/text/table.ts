/**
 * The text twin of every view of the kernel, by its kind.
 */
import type { KernelViewKind, Read, ViewRecord } from '../../protocol/views.ts';
import { isProblem } from '../look.ts';
import { endText } from './end.ts';
import { deviceViewText, driversText, driverText, fileText, ioctlText, irpText, mdlText } from './io.ts';
import {
  addressViewText,
  memoryMapText,
  modulesText,
  poolBlockText,
  poolsText,
  poolTagText,
  translationText,
} from './memory.ts';
import { handlesText, namespaceText, objectText } from './objects.ts';
import {
  dispatcherText,
  dpcText,
  processesText,
  processorsText,
  processText,
  queuesText,
  spinLockText,
  threadViewText,
} from './threads.ts';

const TEXTS: { readonly [K in KernelViewKind]: (record: ViewRecord<K>) => string } = {
  processes: processesText,
  process: processText,
  thread: threadViewText,
  processors: processorsText,
  queues: queuesText,
  dispatcher: dispatcherText,
  dpc: dpcText,
  'spin-lock': spinLockText,
  irp: irpText,
  mdl: mdlText,
  device: deviceViewText,
  driver: driverText,
  drivers: driversText,
  file: fileText,
  ioctl: ioctlText,
  handles: handlesText,
  object: objectText,
  namespace: namespaceText,
  translation: translationText,
  address: addressViewText,
  pool: poolBlockText,
  'pool-tag': poolTagText,
  pools: poolsText,
  'memory-map': memoryMapText,
  modules: modulesText,
  end: endText,
};

/** A view as lines of plain text; of what cannot be shown, why. */
export function viewText<K extends KernelViewKind>(kind: K, record: Read<ViewRecord<K>>): string {
  if (isProblem<ViewRecord<K>>(record)) return record.problem;
  const text = TEXTS[kind] as (record: ViewRecord<K>) => string;
  return text(record);
}
