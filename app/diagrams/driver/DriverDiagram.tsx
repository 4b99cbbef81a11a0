/**
 * The driver object of the current request's driver (or another that was chosen) with its dispatch table, its devices, the links that lead to them and
 * its image. What is drawn is `driverPicture` of the views at the shown instant.
 */
import { useMemo } from 'react';
import { EmptyState } from '../../design/EmptyState';
import { useLab } from '../../store/lab';
import { useView } from '../../store/views';
import { DiagramFrame } from '../DiagramFrame';
import { useChoice } from '../shared/choices';
import { isProblem, known } from '../shared/facts';
import { NothingShown } from '../shared/NothingShown';
import { Picker } from '../shared/Picker';
import { useViewPairs } from '../shared/view-pairs';
import { type Wire, Wires } from '../shared/Wires';
import { DeviceCards, DriverCard, ImageCard } from './DriverParts';
import { currentDriver, type DriverPicture, driverPicture, driverText } from './model';
import '../shared/shared.css';
import './driver.css';

const FOLLOWS = 'the current driver';

export default function DriverDiagram() {
  const hasMachine = useLab((state) => state.shown !== undefined);
  const request = useLab((state) => state.situation?.request) ?? undefined;
  const [chosen, choose] = useChoice<string>('driver');
  const { now } = useView<'drivers'>(hasMachine ? { kind: 'drivers' } : undefined);
  const drivers = known(now);
  if (!hasMachine) return <NothingShown what="The driver object with its dispatch table and devices" />;
  const loaded = drivers?.drivers.entries.flatMap((one) => (isProblem(one) ? [] : [one])) ?? [];
  const isThere = loaded.some(({ address }) => address === chosen);
  const address = isThere ? chosen : currentDriver(drivers, request);
  const controls = loaded.length > 0 && (
    <Picker
      label="Which driver"
      items={[
        { id: FOLLOWS, label: FOLLOWS },
        ...loaded.map(({ address: id, name }) => ({ id, label: name, about: undefined })),
      ]}
      selected={isThere && chosen ? chosen : FOLLOWS}
      onSelect={(id) => choose(id === FOLLOWS ? undefined : id)}
    />
  );
  if (address === undefined) {
    const none = 'No driver is loaded at this instant.';
    return (
      <DiagramFrame title="Driver" text={[none]} controls={controls}>
        <EmptyState title={none}>
          {isProblem(now) && <p>Why: {now.problem}.</p>}
          Go to an instant between DriverEntry and DriverUnload.
        </EmptyState>
      </DiagramFrame>
    );
  }
  return <Driver address={address} controls={controls} />;
}

function Driver({ address, controls }: { readonly address: string; readonly controls: React.ReactNode }) {
  const request = useLab((state) => state.situation?.request) ?? undefined;
  const { now, before } = useView<'driver'>({ kind: 'driver', address });
  const view = known(now);
  const listed = view?.devices.entries.flatMap((one) => (isProblem(one) ? [] : [one.address])) ?? [];
  const names = listed.join(' ');
  const queries = useMemo(
    () => names.split(' ').flatMap((device) => (device ? [{ kind: 'device' as const, address: device }] : [])),
    [names],
  );
  const devices = useViewPairs<'device'>(queries);
  const namespace = useView<'namespace'>({ kind: 'namespace', deep: true });
  const { now: modules } = useView<'modules'>({ kind: 'modules' });

  const picture = useMemo(() => {
    if (!view) return undefined;
    const rootOf = (record: typeof namespace.now) => known(known(record)?.directory);
    const at = (time: 'now' | 'before') =>
      new Map(
        queries.flatMap(({ address: device }, i) => {
          const record = devices[i]?.[time];
          return record ? [[device, record] as const] : [];
        }),
      );
    return driverPicture(
      view,
      { driver: view, devices: at('now'), namespace: rootOf(namespace.now) },
      before && { driver: before, devices: at('before'), namespace: rootOf(namespace.before) },
      {
        module: known(modules)?.modules.find(({ base }) => base === view.start.address),
        major: request && listed.includes(request.device) ? request.major : undefined,
        device: request?.device,
      },
    );
  }, [view, before, devices, namespace, modules, request, queries]);

  const text = picture ? driverText(picture) : [isProblem(now) ? now.problem : 'It is being looked up.'];
  return (
    <DiagramFrame title={picture ? `Driver ${picture.name}` : 'Driver'} text={text} controls={controls}>
      {picture ? <Picture picture={picture} /> : isProblem(now) && <EmptyState title={now.problem} />}
    </DiagramFrame>
  );
}

function Picture({ picture }: { readonly picture: DriverPicture }) {
  const wires = useMemo<readonly Wire[]>(
    () => picture.devices.map(({ key, isAsked }) => ({ key, from: 'driver', to: `device-${key}`, isStrong: isAsked })),
    [picture],
  );
  return (
    <div className="driver">
      <Wires wires={wires} className="driver-grid">
        <DriverCard picture={picture} />
        <DeviceCards picture={picture} />
        <ImageCard picture={picture} />
      </Wires>
    </div>
  );
}
