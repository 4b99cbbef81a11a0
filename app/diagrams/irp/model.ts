/**
 * The IRP diagram as data: an I/O request packet at an instant and at the stop before become a card, a stack of locations (top driver first) and the
 * place of the arrow. Pure; the text twin says the same, a line each.
 */
import type { Read } from '../../../kernel-sim/protocol/views';
import type { IrpView, StackLocation } from '../../../kernel-sim/protocol/views-io';
import { isNull, shortAddress } from '../../words/addresses';
import { hex, plural } from '../../words/numbers';
import { sentence } from '../../words/sentence';
import { addressFact, codeFact, type Fact, fact, factLine, flagsFact, isProblem, known, marked } from '../shared/facts';
import type { LifeEvent } from './life';

export interface IrpPicture {
  readonly address: string;
  /** `IRP_MJ_DEVICE_CONTROL`; `IRP` if no location says. */
  readonly title: string;
  readonly state: State;
  /** What the memory at the address is, in one sentence. */
  readonly memory: string;
  readonly main: readonly Fact[];
  readonly buffers: readonly Fact[];
  /** Seldom looked at. */
  readonly rest: readonly Fact[];
  /** Top driver first. */
  readonly locations: readonly LocationPicture[];
  /** Key of the location that CurrentLocation names; undefined: none of them. */
  readonly current: string | undefined;
  /** What that means when it names none. */
  readonly outside: string;
  readonly moved: boolean;
  /** The list of locations ended early: why. */
  readonly cut: string;
}

interface State {
  readonly text: string;
  readonly tone: 'irp' | 'good' | 'warn' | 'fault' | 'idle';
  readonly changed: boolean;
}

export interface LocationPicture {
  readonly key: string;
  readonly index: number;
  readonly isCurrent: boolean;
  /** False: nobody has written there yet. */
  readonly isUsed: boolean;
  readonly major: string;
  /** Device and driver it is for; '' while it is not. */
  readonly driver: string;
  readonly device: { readonly address: string; readonly name: string } | undefined;
  readonly facts: readonly Fact[];
  readonly completion: CompletionPicture | undefined;
  readonly isPendingReturned: boolean;
  readonly changed: boolean;
}

interface CompletionPicture {
  /** `filter!Done (driver.c:21)`. */
  readonly routine: string;
  readonly context: string;
  /** `on success and error`. */
  readonly when: string;
}

export function irpPicture(view: IrpView, beforeView: Read<IrpView> | undefined): IrpPicture {
  const before = known(beforeView);
  const locations = locationsOf(view).map((one) => locationOf(one, before));
  const current = locations.find(({ isCurrent }) => isCurrent);
  const state = stateOf(view);
  return {
    address: view.address,
    title: (current ?? locations.find(({ isUsed }) => isUsed))?.major ?? 'IRP',
    state: { ...state, changed: before !== undefined && stateOf(before).text !== state.text },
    memory: sentence(view.memoryText),
    main: marked(mainFacts(view), before && mainFacts(before)),
    buffers: marked(bufferFacts(view), before && bufferFacts(before)),
    rest: marked(restFacts(view), before && restFacts(before)),
    locations,
    current: current?.key,
    outside: current ? '' : outsideOf(view),
    moved: before !== undefined && before.currentLocation !== view.currentLocation,
    cut: view.locations.cut,
  };
}

/** Everything that the picture says, in reading order. */
export function irpText(picture: IrpPicture, history: readonly LifeEvent[]): readonly string[] {
  const { address, title, state, memory, main, buffers, rest, locations, outside, moved, cut } = picture;
  return [
    `IRP at ${shortAddress(address)}, ${title}: ${state.text}${state.changed ? ' (new since the last stop)' : ''}.`,
    memory,
    ...[...main, ...buffers].map(factLine),
    `${plural(locations.length, 'stack location')}, the top driver's first.`,
    ...(outside ? [`${outside}${moved ? ' The current location has changed since the last stop.' : ''}`] : []),
    ...locations.flatMap((location) => locationText(location, moved)),
    ...(cut ? [cut] : []),
    ...rest.map(factLine),
    ...(history.length > 0 ? ['Its life:'] : []),
    ...history.map(
      ({ instant, verb, text, isFuture }) =>
        `${isFuture ? 'Still to come, instant' : 'Instant'} ${instant}: ${verb}. ${text}.`,
    ),
  ];
}

function locationText(location: LocationPicture, moved: boolean): string[] {
  const { index, isCurrent, isUsed, major, driver, device, facts, completion, isPendingReturned } = location;
  const mark = isCurrent ? `, the current one${moved ? ' since the last stop' : ''}` : '';
  if (!isUsed) return [`Location ${index}${mark}: not used yet.`];
  return [
    `Location ${index}${mark}: ${major} for ${driver || 'no driver'}${device ? `, device ${device.name}` : ''}${isPendingReturned ? ', marked pending' : ''}.`,
    ...facts.map((one) => `Location ${index}, ${factLine(one)}`),
    ...(completion
      ? [`Location ${index}, completion routine of the driver above: ${completion.routine}, called ${completion.when}.`]
      : []),
  ];
}

// ------------------------------------------------------------------ the packet

function stateOf({ memory, progress, locations, status }: IrpView): Omit<State, 'changed'> {
  if (memory === 'freed') return { text: 'freed memory', tone: 'fault' };
  if (memory === 'reused') return { text: 'memory of something else now', tone: 'fault' };
  if (memory === 'no IRP') return { text: 'no IRP', tone: 'fault' };
  if (progress === 'damaged') return { text: 'damaged', tone: 'fault' };
  if (progress === 'completed') return { text: `completed with ${status.name}`, tone: 'good' };
  if (progress === 'unsent') return { text: 'allocated, sent to nobody yet', tone: 'idle' };
  const current = locations.entries.find((one) => one.current);
  const driver = known(current?.device ?? undefined)?.driver || 'a driver';
  if (current && isPending(current)) return { text: `pending at ${driver}`, tone: 'warn' };
  return { text: `at ${driver}`, tone: 'irp' };
}

function outsideOf({ progress, currentLocation, stackCount }: IrpView): string {
  if (progress === 'completed') return 'CurrentLocation is past the top: every location has been completed.';
  if (progress === 'unsent') return 'CurrentLocation is above the top: no driver has been called with it yet.';
  return `CurrentLocation is ${currentLocation}, which none of its ${plural(stackCount, 'location')} has.`;
}

function mainFacts({ address, status, information, thread, file, requestorMode, cancel, ...view }: IrpView): Fact[] {
  return [
    fact('status', 'IoStatus.Status', status.name, {
      status,
      note: view.progress === 'completed' || view.memory !== 'allocated' ? undefined : 'not final before completion',
      subject: { kind: 'status', code: status.value, name: status.name },
    }),
    fact('information', 'IoStatus.Information', numberOf(information), {
      // Who wrote it is asked of a value, not of the packet.
      subject: { kind: 'expression', expression: `((IRP *)${address})->IoStatus.Information` },
    }),
    threadFact(thread, view.progress),
    fileFact('file', file),
    fact('mode', 'Requested by', `${requestorMode} mode`),
    flagsFact('flags', 'Flags', view.flags),
    fact('pending-returned', 'PendingReturned', view.pendingReturned ? 'yes' : 'no'),
    fact('cancel', 'Cancel', cancel ? 'yes' : 'no'),
    codeFact('cancel-routine', 'Cancel routine', view.cancelRoutine, 'none: it cannot be canceled'),
  ];
}

function threadFact(thread: IrpView['thread'], progress: IrpView['progress']): Fact {
  if (!thread) return fact('thread', 'Thread', 'none');
  if (isProblem(thread)) {
    // Tail is a union: the APC that finishes the request in its thread takes the place of the pointer to the thread.
    const text = progress === 'completed' ? 'overwritten: Tail now holds the completion APC' : thread.problem;
    return fact('thread', 'Thread', text);
  }
  return fact('thread', 'Thread', `thread ${thread.tid} of ${thread.image}`, {
    subject: { kind: 'thread', thread: thread.address },
  });
}

function fileFact(key: string, file: IrpView['file']): Fact {
  if (!file) return fact(key, 'File object', 'none');
  if (isProblem(file)) return fact(key, 'File object', file.problem);
  return fact(key, 'File object', file.name || shortAddress(file.address), {
    subject: { kind: 'file', address: file.address },
    note: shortAddress(file.address),
  });
}

function bufferFacts({ associated, mdls, userBuffer }: IrpView): Fact[] {
  const system =
    associated.kind === 'system buffer'
      ? addressFact('system', 'AssociatedIrp.SystemBuffer', associated.value)
      : addressFact('system', 'AssociatedIrp.MasterIrp', associated.value, {
          subject: { kind: 'irp', address: associated.value },
        });
  return [
    system,
    ...(mdls.entries.length === 0 ? [fact('mdl', 'MdlAddress', 'NULL')] : []),
    ...mdls.entries.map((mdl, i) =>
      isProblem(mdl)
        ? fact(`mdl-${i}`, 'MdlAddress', mdl.problem)
        : addressFact(`mdl-${i}`, i === 0 ? 'MdlAddress' : 'next MDL', mdl.address, {
            subject: { kind: 'mdl', address: mdl.address },
            note: `${plural(mdl.byteCount, 'byte')}, ${plural(mdl.pages.entries.length, 'page')}`,
          }),
    ),
    addressFact('user', 'UserBuffer', userBuffer),
  ];
}

function restFacts(view: IrpView): Fact[] {
  return [
    fact('count', 'StackCount', String(view.stackCount)),
    fact('location', 'CurrentLocation', String(view.currentLocation)),
    fact('size', 'Size', plural(view.size, 'byte'), { note: `type ${view.type}, an IRP's is 6` }),
    flagsFact('allocation', 'AllocationFlags', view.allocationFlags),
    fact('cancel-irql', 'CancelIrql', String(view.cancelIrql)),
    fact('apc-environment', 'ApcEnvironment', String(view.apcEnvironment)),
    addressFact('user-iosb', 'UserIosb', view.userIosb),
    addressFact('user-event', 'UserEvent', view.userEvent),
    addressFact('user-apc', 'UserApcRoutine', view.userApcRoutine),
    addressFact('user-apc-context', 'UserApcContext', view.userApcContext),
    addressFact('auxiliary', 'AuxiliaryBuffer', view.auxiliaryBuffer),
    ...view.driverContext.map((value, i) => addressFact(`context-${i}`, `DriverContext[${i}]`, value)),
  ];
}

// ------------------------------------------------------------------ stack locations

function locationsOf({ locations }: IrpView): StackLocation[] {
  return [...locations.entries].sort((a, b) => b.index - a.index);
}

function locationOf(now: StackLocation, beforeView: IrpView | undefined): LocationPicture {
  const before = beforeView?.locations.entries.find(({ index }) => index === now.index);
  const device = known(now.device ?? undefined);
  const completion = completionOf(now);
  const facts = marked(locationFacts(now), before && locationFacts(before));
  return {
    key: `location-${now.index}`,
    index: now.index,
    isCurrent: now.current,
    isUsed: now.used,
    major: now.major.name,
    driver: device?.driver ?? '',
    device: device && { address: device.address, name: device.name || shortAddress(device.address) },
    facts,
    completion,
    isPendingReturned: isPending(now),
    changed: before !== undefined && signature(before) !== signature(now),
  };
}

/** All that a location says, as text to be compared. */
function signature({ used, major, minor, control, parameters, device, completionRoutine, context }: StackLocation) {
  return JSON.stringify({ used, major, minor, control, parameters, device, completionRoutine, context });
}

function locationFacts({ minor, flags, parameters, ioctl, ...location }: StackLocation): Fact[] {
  return [
    ...(minor.value === 0 ? [] : [fact('minor', 'MinorFunction', minor.name)]),
    ...parameters.map(({ name, value }) =>
      name === 'IoControlCode' && ioctl
        ? fact(name, name, value, { note: ioctl.macro, subject: { kind: 'ioctl', code: ioctl.code } })
        : parameterFact(name, value),
    ),
    ...(flags.value === 0 ? [] : [flagsFact('flags', 'Flags', flags)]),
    ...(location.control.value === 0 ? [] : [flagsFact('control', 'Control', location.control)]),
    ...(location.file === null ? [] : [fileFact('file', location.file)]),
  ];
}

function parameterFact(name: string, value: string): Fact {
  return /^0x[0-9A-F]{16}$/i.test(value) ? addressFact(name, name, value) : fact(name, name, value);
}

function completionOf({ completionRoutine, context, control }: StackLocation): CompletionPicture | undefined {
  if (!completionRoutine) return undefined;
  const when = INVOKE.filter(([name]) => control.names.includes(name)).map(([, word]) => word);
  return {
    routine: completionRoutine.name || shortAddress(completionRoutine.address),
    context: isNull(context) ? 'NULL' : context,
    when: when.length === 0 ? 'never: no condition is set' : `on ${listed(when)}`,
  };
}

const INVOKE = [
  ['SL_INVOKE_ON_SUCCESS', 'success'],
  ['SL_INVOKE_ON_ERROR', 'error'],
  ['SL_INVOKE_ON_CANCEL', 'cancel'],
] as const;

function isPending({ control }: StackLocation): boolean {
  return control.names.includes('SL_PENDING_RETURNED');
}

function numberOf(word: string): string {
  const value = BigInt(word);
  return value < 0x1_0000_0000n ? `${value}${value > 9n ? ` (${hex(Number(value))})` : ''}` : shortAddress(word);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
