/**
 * The driver diagram as data: a driver object with its dispatch table, its devices, the names and links that lead to each, and its image. Pure; the text
 * twin says the same, a line each.
 */
import type { Problem, Read } from '../../../kernel-sim/protocol/views';
import type { DeviceView, DriversView, DriverView } from '../../../kernel-sim/protocol/views-io';
import type { ModuleRecord } from '../../../kernel-sim/protocol/views-memory';
import type { NamespaceEntry } from '../../../kernel-sim/protocol/views-objects';
import { isNull, shortAddress } from '../../words/addresses';
import { hex, plural } from '../../words/numbers';
import { addressFact, codeFact, type Fact, fact, factLine, flagsFact, isProblem, known, marked } from '../shared/facts';

export interface DriverPicture {
  readonly address: string;
  readonly name: string;
  readonly isSound: boolean;
  readonly facts: readonly Fact[];
  /** Majors that the driver set, in order. */
  readonly dispatch: readonly DispatchRow[];
  /** Names of those that it did not. */
  readonly defaults: readonly string[];
  readonly devices: readonly DevicePicture[];
  readonly image: readonly Fact[];
  /** The list of devices ended early: why. */
  readonly cut: string;
}

export interface DispatchRow {
  readonly key: string;
  readonly major: string;
  readonly number: number;
  /** `mirror!MirrorCreateClose (driver.c:72)`. */
  readonly routine: string;
  readonly changed: boolean;
  /** It is what the current request is for. */
  readonly isAsked: boolean;
}

export interface DevicePicture {
  readonly key: string;
  readonly address: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly links: readonly LinkPicture[];
  readonly problem: string;
  /** The current request is for it. */
  readonly isAsked: boolean;
  readonly isNew: boolean;
}

export interface LinkPicture {
  readonly address: string;
  /** `\GLOBAL??\Mirror`. */
  readonly path: string;
  readonly target: string;
  /** What a program opens: `\\.\Mirror`; '' if it cannot. */
  readonly opened: string;
  /** Other paths to the same link. */
  readonly alsoAs: readonly string[];
  readonly isNew: boolean;
}

interface Instant {
  readonly driver: Read<DriverView> | undefined;
  /** By address. */
  readonly devices: ReadonlyMap<string, Read<DeviceView>>;
  readonly namespace: NamespaceEntry | undefined;
}

interface Extra {
  readonly module: ModuleRecord | undefined;
  /** Of the current request, if it is for this driver. */
  readonly major: string | undefined;
  readonly device: string | undefined;
}

export function driverPicture(
  view: DriverView,
  now: Instant,
  before: Instant | undefined,
  extra: Extra,
): DriverPicture {
  const old = known(before?.driver);
  const oldRoutines = old && new Map(old.dispatch.map(({ major, routine }) => [major.value, routine.address]));
  const oldLinks = before?.namespace && new Set(linksOf(before.namespace).map(({ path }) => path));
  const oldDevices = old && new Set(old.devices.entries.flatMap((one) => (isProblem(one) ? [] : [one.address])));
  const links = now.namespace ? linksOf(now.namespace) : [];
  return {
    address: view.address,
    name: view.name || shortAddress(view.address),
    isSound: view.sound,
    facts: marked(driverFacts(view), old && driverFacts(old)),
    dispatch: view.dispatch
      .filter(({ isDefault }) => !isDefault)
      .map(({ major, routine }) => ({
        key: major.name,
        major: major.name,
        number: major.value,
        routine: routine.name || shortAddress(routine.address),
        changed: oldRoutines !== undefined && oldRoutines.get(major.value) !== routine.address,
        isAsked: major.name === extra.major,
      })),
    defaults: view.dispatch.filter(({ isDefault }) => isDefault).map(({ major }) => major.name),
    devices: view.devices.entries.map((one, i) => {
      if (isProblem(one)) return brokenDevice(`device-${i}`, '', one);
      const device = now.devices.get(one.address);
      if (isProblem(device)) return brokenDevice(one.address, one.address, device);
      const oldDevice = known(before?.devices.get(one.address));
      const facts = device ? deviceFacts(device) : [];
      return {
        key: one.address,
        address: one.address,
        name: one.name || `no name, ${shortAddress(one.address)}`,
        facts: marked(facts, oldDevice && deviceFacts(oldDevice)),
        links: links
          .filter(({ leadsTo }) => one.name !== '' && isSamePath(leadsTo, one.name))
          .map(({ leadsTo: _, ...link }) => ({ ...link, isNew: oldLinks !== undefined && !oldLinks.has(link.path) })),
        problem: '',
        isAsked: one.address === extra.device,
        isNew: oldDevices !== undefined && !oldDevices.has(one.address),
      };
    }),
    image: imageFacts(view, extra.module),
    cut: view.devices.cut,
  };
}

function brokenDevice(key: string, address: string, { problem }: Problem): DevicePicture {
  return { key, address, name: 'device', facts: [], links: [], problem, isAsked: false, isNew: false };
}

function driverFacts({ entry, unload, addDevice, startIo, flags, registryPath, devices }: DriverView): Fact[] {
  return [
    codeFact('entry', 'DriverInit', entry),
    codeFact('unload', 'DriverUnload', unload, 'none: it cannot be unloaded'),
    ...(addDevice ? [codeFact('add-device', 'AddDevice', addDevice)] : []),
    ...(startIo ? [codeFact('start-io', 'DriverStartIo', startIo)] : []),
    fact('devices', 'DeviceObject', plural(devices.entries.length, 'device')),
    flagsFact('flags', 'Flags', flags),
    fact('registry', 'Registry path', registryPath),
  ];
}

function deviceFacts(view: DeviceView): Fact[] {
  const attached = view.attachedDevice;
  return [
    fact('type', 'DeviceType', view.deviceType.name, { note: hex(view.deviceType.value) }),
    flagsFact('flags', 'Flags', view.flags),
    flagsFact('characteristics', 'Characteristics', view.characteristics),
    fact('references', 'ReferenceCount', String(view.referenceCount), {
      note: view.referenceCount === 0 ? 'no file is open on it' : undefined,
    }),
    addressFact('extension', 'DeviceExtension', view.extension, {
      note: view.extensionSize === 0 ? 'the driver asked for none' : plural(view.extensionSize, 'byte'),
    }),
    fact('stack-size', 'StackSize', String(view.stackSize), { note: 'stack locations in an IRP for it' }),
    ...(isNull(view.currentIrp)
      ? []
      : [
          addressFact('current-irp', 'CurrentIrp', view.currentIrp, {
            subject: { kind: 'irp', address: view.currentIrp },
          }),
        ]),
    attachedFact('attached', 'Attached on top', attached),
    ...(view.attachedTo ? [attachedFact('attached-to', 'Attached to', view.attachedTo)] : []),
    ...(view.extensionFlags && view.extensionFlags.value !== 0
      ? [flagsFact('extension-flags', 'ExtensionFlags', view.extensionFlags)]
      : []),
  ];
}

function attachedFact(key: string, name: string, device: DeviceView['attachedDevice']): Fact {
  if (!device) return fact(key, name, 'nothing');
  if (isProblem(device)) return fact(key, name, device.problem);
  return fact(key, name, `${device.name || shortAddress(device.address)} of ${device.driver}`, {
    subject: { kind: 'device', address: device.address },
  });
}

function imageFacts({ start, size }: DriverView, module: ModuleRecord | undefined): Fact[] {
  return [
    addressFact('base', 'DriverStart', start.address),
    fact('size', 'DriverSize', plural(size, 'byte'), { note: hex(size) }),
    ...(module
      ? [
          fact('file', 'Image', module.name, { note: module.state }),
          fact('init', 'INIT section', module.initDiscarded ? 'discarded after DriverEntry' : 'there'),
        ]
      : []),
  ];
}

// ------------------------------------------------------------------ links

interface FoundLink extends Omit<LinkPicture, 'isNew'> {
  /** Path of what is found at its end. */
  readonly leadsTo: string;
}

const GLOBAL = '\\GLOBAL??';
const MOST_HOPS = 8;

/** Every symbolic link of a directory tree, followed to its end. */
export function linksOf(root: NamespaceEntry): readonly FoundLink[] {
  const all = entriesUnder(root, '');
  const targets = new Map(all.flatMap(({ path, entry }) => (entry.target ? [[path.toUpperCase(), entry.target]] : [])));
  const aliases = all.filter(({ path, entry }) => {
    return entry.target !== null && !path.slice(1).includes('\\') && isSamePath(followed(path, targets), GLOBAL);
  });
  return all.flatMap(({ path, entry }) => {
    if (!entry.target) return [];
    const inGlobal = isSamePath(path.slice(0, path.lastIndexOf('\\')), GLOBAL);
    return [
      {
        address: entry.address,
        path,
        target: entry.target,
        leadsTo: followed(entry.target, targets),
        opened: inGlobal ? `\\\\.\\${entry.name}` : '',
        alsoAs: inGlobal ? aliases.map(({ path: alias }) => `${alias}\\${entry.name}`) : [],
      },
    ];
  });
}

function entriesUnder(directory: NamespaceEntry, path: string): { path: string; entry: NamespaceEntry }[] {
  return (directory.entries?.entries ?? []).flatMap((entry) => {
    const own = `${path}\\${entry.name}`;
    return [{ path: own, entry }, ...entriesUnder(entry, own)];
  });
}

/** A path with its links replaced by what they lead to, as far as there are any. */
function followed(path: string, targets: ReadonlyMap<string, string>): string {
  let at = path;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const parts = at.split('\\');
    const cut = parts.findIndex(
      (_, i) =>
        i > 0 &&
        targets.has(
          parts
            .slice(0, i + 1)
            .join('\\')
            .toUpperCase(),
        ),
    );
    if (cut < 0) return at;
    const target =
      targets.get(
        parts
          .slice(0, cut + 1)
          .join('\\')
          .toUpperCase(),
      ) ?? '';
    at = [target, ...parts.slice(cut + 1)].join('\\');
  }
  return at;
}

function isSamePath(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}

// ------------------------------------------------------------------ which driver, and the twin

/** Address of the driver to show: of the current request, else the first that was loaded. */
export function currentDriver(
  view: DriversView | undefined,
  request: { readonly driver: string; readonly device: string } | undefined,
): string | undefined {
  const all = view?.drivers.entries.flatMap((one) => (isProblem(one) ? [] : [one])) ?? [];
  const hasDevice = all.find(({ devices }) =>
    devices.entries.some((one) => !isProblem(one) && one.address === request?.device),
  );
  const isNamed = all.find(({ name }) => request !== undefined && isSamePath(name, `\\Driver\\${request.driver}`));
  return (hasDevice ?? isNamed ?? all[0])?.address;
}

export function driverText(picture: DriverPicture): readonly string[] {
  const { name, address, isSound, facts, dispatch, defaults, devices, image, cut } = picture;
  return [
    `Driver object ${name} at ${shortAddress(address)}${isSound ? '' : ': its type field says that it is none'}.`,
    ...facts.map(factLine),
    `Its dispatch table sets ${plural(dispatch.length, 'major function')} of ${dispatch.length + defaults.length}.`,
    ...dispatch.map(
      ({ major, routine, changed, isAsked }) =>
        `${major} goes to ${routine}${isAsked ? ', as the current request does' : ''}${changed ? ', changed since the last stop' : ''}.`,
    ),
    defaultsLine(defaults.length),
    ...devices.flatMap(deviceText),
    ...(devices.length === 0 ? ['It has no device.'] : []),
    ...(cut ? [cut] : []),
    ...image.map(factLine),
  ];
}

export function defaultsLine(count: number): string {
  return `${count} more answer STATUS_INVALID_DEVICE_REQUEST.`;
}

function deviceText({ name, address, facts, links, problem, isAsked, isNew }: DevicePicture): string[] {
  if (problem) return [`A device that cannot be shown: ${problem}`];
  return [
    `Device ${name} at ${shortAddress(address)}${isAsked ? ', the one of the current request' : ''}${isNew ? ', new since the last stop' : ''}.`,
    ...links.map(
      ({ path, target, opened, alsoAs, isNew: isNewLink }) =>
        `Link ${path} leads to ${target}${opened ? `; programs open ${opened}` : ''}${alsoAs.length > 0 ? `; the same as ${alsoAs.join(' and ')}` : ''}${isNewLink ? '; new since the last stop' : ''}.`,
    ),
    ...(links.length === 0 ? ['No symbolic link leads to it.'] : []),
    ...facts.map(factLine),
  ];
}
