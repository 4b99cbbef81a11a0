/** The cards of the driver diagram: the object with its dispatch table, each device with the links to it, the image. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { Ref } from '../../design/Ref';
import { Term } from '../../design/Term';
import { CodeRef } from '../shared/CodeRef';
import { Facts } from '../shared/Facts';
import { type DevicePicture, type DriverPicture, defaultsLine } from './model';

interface Props {
  readonly picture: DriverPicture;
}

export const DriverCard = memo(function DriverCard({ picture }: Props) {
  const { address, name, isSound, facts, dispatch, defaults } = picture;
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className="card driver-object" aria-label="Driver object" data-wire="driver">
      <header className="card-head">
        <Ref subject={{ kind: 'driver', address }} meaning="kernel">
          {name}
        </Ref>
        <span className="card-note">
          <Term name="driver object">DRIVER_OBJECT</Term>
        </span>
        {!isSound && <span className="badge-word is-fault">damaged</span>}
      </header>
      <div className="card-body">
        <h4 className="section-title driver-inset">
          <Term name="dispatch table">MajorFunction</Term>
        </h4>
        {dispatch.length === 0 && <p className="hint driver-inset">The driver has set none of its 28 routines yet.</p>}
        <table className="driver-dispatch">
          <tbody>
            {dispatch.map(({ key, number, major, routine, changed, isAsked }) => (
              <tr key={key} className={isAsked ? 'is-asked' : undefined}>
                <td className="driver-number">{number}</td>
                <th scope="row">{major}</th>
                <td>
                  <CodeRef text={routine} changed={changed} />
                  {isAsked && <span className="badge-word is-irp">this request</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <button
          type="button"
          className="fold-button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={14} aria-hidden="true" /> {defaultsLine(defaults.length)}
        </button>
        <p id={listId} className="driver-defaults">
          {isOpen && defaults.join(', ')}
        </p>
        <Facts facts={facts} />
      </div>
    </section>
  );
});

export const DeviceCards = memo(function DeviceCards({ picture }: Props) {
  const { devices, cut } = picture;
  return (
    <div className="driver-devices">
      {devices.length === 0 && <p className="hint">It has no device: no program can open anything of it.</p>}
      {devices.map((device) => (
        <DeviceCard key={device.key} device={device} />
      ))}
      {cut && <p className="hint">{cut}</p>}
    </div>
  );
});

function DeviceCard({ device }: { readonly device: DevicePicture }) {
  const { key, address, name, facts, links, problem, isAsked, isNew } = device;
  if (problem) return <p className="card driver-inset is-fault">{problem}</p>;
  return (
    <div className="driver-device">
      {links.map(({ path, target, opened, alsoAs, address: link, isNew: isNewLink }) => (
        <p key={path} className={isNewLink ? 'driver-link is-new' : 'driver-link'}>
          <Ref subject={{ kind: 'object', address: link }} changed={isNewLink}>
            {path}
          </Ref>
          <span aria-hidden="true"> → </span>
          <code>{target}</code>
          {opened && (
            <span className="driver-opened">
              programs open <code>{opened}</code>
              {alsoAs.length > 0 && <> · the same as {alsoAs.join(', ')}</>}
            </span>
          )}
        </p>
      ))}
      {links.length === 0 && <p className="hint driver-link">No symbolic link leads to this device.</p>}
      <section
        className={isAsked ? 'card driver-device-card is-asked' : 'card driver-device-card'}
        aria-label={`Device ${name}`}
        data-wire={`device-${key}`}
      >
        <header className="card-head">
          <Ref subject={{ kind: 'device', address }} changed={isNew}>
            {name}
          </Ref>
          {isAsked && <span className="badge-word is-irp">this request</span>}
          <span className="card-note">
            <Term name="device object">DEVICE_OBJECT</Term>
          </span>
        </header>
        <div className="card-body">
          <Facts facts={facts} />
        </div>
      </section>
    </div>
  );
}

export const ImageCard = memo(function ImageCard({ picture }: Props) {
  return (
    <section className="card is-quiet driver-image" aria-label="Loaded image">
      <header className="card-head">
        <span className="card-title">Loaded image</span>
      </header>
      <div className="card-body">
        <Facts facts={picture.image} />
      </div>
    </section>
  );
});
