/**
 * Every view by its kind, for the protocol: a query in, a frozen record out.
 */
import type { Kernel } from '../kernel/kernel.ts';
import type { Read, ViewKind, ViewQuery, ViewQueryOf, ViewRecord } from '../protocol/views.ts';
import { addressView } from './address.ts';
import { CODE_VIEWS } from './code.ts';
import { deviceView, fileView } from './devices.ts';
import { dispatcherView, dpcView, spinLockView } from './dispatcher.ts';
import { driversView, driverView } from './drivers.ts';
import { endView } from './end.ts';
import { handlesView } from './handles.ts';
import { ioctlView } from './ioctl.ts';
import { irpView } from './irp.ts';
import { mdlView } from './mdl.ts';
import { memoryMapView } from './memory-map.ts';
import { modulesView } from './modules.ts';
import { namespaceView } from './namespace.ts';
import { objectView } from './objects.ts';
import { poolBlockView, poolsView, poolTagView } from './pool.ts';
import { processesView, processView } from './processes.ts';
import { processorsView } from './processors.ts';
import { queuesView } from './queues.ts';
import { threadView } from './threads.ts';
import { translationView } from './translation.ts';

type ViewTable = { readonly [K in ViewKind]: (k: Kernel, query: ViewQueryOf<K>) => Read<ViewRecord<K>> };

const VIEWS: ViewTable = {
  processes: (k) => processesView(k),
  process: (k, { process }) => processView(k, process),
  thread: (k, { thread }) => threadView(k, thread),
  processors: (k) => processorsView(k),
  queues: (k) => queuesView(k),
  dispatcher: (k, { address }) => dispatcherView(k, address),
  dpc: (k, { address }) => dpcView(k, address),
  'spin-lock': (k, { address }) => spinLockView(k, address),
  irp: (k, { address }) => irpView(k, address),
  mdl: (k, { address }) => mdlView(k, address),
  device: (k, { address }) => deviceView(k, address),
  driver: (k, { address }) => driverView(k, address),
  drivers: (k) => driversView(k),
  file: (k, { address }) => fileView(k, address),
  ioctl: (_, { code }) => ioctlView(code),
  handles: (k, { process, handle }) => handlesView(k, process, handle),
  object: (k, { address }) => objectView(k, address),
  namespace: (k, { path, deep }) => namespaceView(k, path, deep),
  translation: (k, { address, process }) => translationView(k, address, process),
  address: (k, { address, process }) => addressView(k, address, process),
  pool: (k, { address }) => poolBlockView(k, address),
  'pool-tag': (k, { tag }) => poolTagView(k, tag),
  pools: (k) => poolsView(k),
  'memory-map': (k, { process }) => memoryMapView(k, process),
  modules: (k, { process }) => modulesView(k, process),
  end: (k) => endView(k),
  ...CODE_VIEWS,
};

/** The view that is asked for, of the machine as it stands. */
export function viewOf<K extends ViewKind>(k: Kernel, query: ViewQueryOf<K>): Read<ViewRecord<K>> {
  const make = VIEWS[query.kind] as (k: Kernel, query: ViewQuery) => Read<ViewRecord<K>>;
  return make(k, query as ViewQuery);
}

/** Whether a text from outside names a view. */
export function isViewKind(kind: string): kind is ViewKind {
  return Object.hasOwn(VIEWS, kind);
}
