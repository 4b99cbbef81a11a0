/**
 * The diagrams of the right place, in their order. Each is loaded when it is first shown. A diagram is a folder: `model.ts` (pure: views to what is
 * drawn, and its text twin) and a component without props that asks for its views itself.
 */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { firstPicture } from '../shell/first-picture';
import { whileLoading } from '../shell/idle';
import type { DiagramId } from '../store/layout';

interface DiagramEntry {
  readonly id: DiagramId;
  /** On its tab. */
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  readonly Component: LazyExoticComponent<ComponentType>;
}

/** Loaded after the first picture; the page is busy meanwhile. */
function diagram(load: () => Promise<{ readonly default: ComponentType }>): LazyExoticComponent<ComponentType> {
  return lazy(() => firstPicture.then(() => whileLoading(load)));
}

export const DIAGRAM_LIST: readonly DiagramEntry[] = [
  {
    id: 'journey',
    title: 'Journey',
    about: 'The way of one request from the program through the kernel to the driver and back.',
    Component: diagram(() => import('./journey/JourneyDiagram')),
  },
  {
    id: 'irp',
    title: 'IRP',
    about: 'The I/O request packet with its stack locations; the current one is marked.',
    Component: diagram(() => import('./irp/IrpDiagram')),
  },
  {
    id: 'buffers',
    title: 'Buffers',
    about: 'Where the data of the request lies, and each copy as it happens.',
    Component: diagram(() => import('./buffers/BuffersDiagram')),
  },
  {
    id: 'ioctl',
    title: 'IOCTL code',
    about: 'The control code as 32 bits: device type, access, function, method.',
    Component: diagram(() => import('./ioctl/IoctlDiagram')),
  },
  {
    id: 'driver',
    title: 'Driver',
    about: 'The driver object with its dispatch table, its devices and the links to them.',
    Component: diagram(() => import('./driver/DriverDiagram')),
  },
  {
    id: 'handles',
    title: 'Handles',
    about: 'From the handle table of the process to the objects and their names.',
    Component: diagram(() => import('./handles/HandlesDiagram')),
  },
  {
    id: 'modes',
    title: 'Modes',
    about: 'User and kernel mode of each CPU, and the registers at a system call.',
    Component: diagram(() => import('./modes/ModesDiagram')),
  },
  {
    id: 'memory',
    title: 'Memory',
    about: 'Bytes at an address, as digits and as the C type that they are.',
    Component: diagram(() => import('./memory/MemoryDiagram')),
  },
];
