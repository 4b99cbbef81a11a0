/** All breakpoints of the project: where each is, what makes it stop, what the machine says of it; on and off, to be edited and removed. */
import { Pencil, Trash2 } from 'lucide-react';
import { Button } from '../design/Button';
import {
  type Breakpoint,
  changeBreakpoint,
  detailsOf,
  lookOf,
  placeOf,
  removeAllBreakpoints,
  removeBreakpoint,
  type Standing,
  useBreakpoints,
} from '../store/breakpoints';
import { isLearnersFile } from '../store/project';
import { useTabs } from '../store/project-tabs';
import { showPlace } from '../store/selection';
import { LOOK_NAMES } from './breakpoint-words';
import { openDialog } from './dialogs';

export default function BreakpointList() {
  const breakpoints = useBreakpoints((state) => state.breakpoints);
  const standing = useBreakpoints((state) => state.standing);
  const isAll = breakpoints.length > 0;
  return (
    <div className="bp-list">
      <p className="popover-title">Breakpoints</p>
      {!isAll && (
        <p className="hint">
          None yet. Click in the margin beside a line, or press F9. The run stops there, forwards and backwards.
        </p>
      )}
      <ul>
        {breakpoints.map((one) => (
          <Row key={one.id} breakpoint={one} standing={standing.get(one.id)} />
        ))}
      </ul>
      <div className="bp-list-actions">
        <Button
          label="Routine..."
          size="small"
          tip="Stop where a routine begins"
          onClick={() =>
            openDialog({ kind: 'breakpoint', id: undefined, spec: { where: { kind: 'routine', name: '' } } })
          }
        />
        <Button
          label="Event..."
          size="small"
          tip="Stop at an event of the trace"
          onClick={() =>
            openDialog({ kind: 'breakpoint', id: undefined, spec: { where: { kind: 'event', event: '' } } })
          }
        />
        <Button
          label="Data..."
          size="small"
          tip="Stop when memory is written or read"
          onClick={() =>
            openDialog({
              kind: 'breakpoint',
              id: undefined,
              spec: { where: { kind: 'data', address: '', length: 4, access: 'change' } },
            })
          }
        />
        <span className="bp-gap" />
        <Button label="Remove all" size="small" look="quiet" unavailable={!isAll} onClick={removeAllBreakpoints} />
      </div>
    </div>
  );
}

function Row({ breakpoint, standing }: { readonly breakpoint: Breakpoint; readonly standing: Standing | undefined }) {
  const { id, spec, isEnabled } = breakpoint;
  const look = lookOf(spec);
  const details = detailsOf(spec);
  const place = placeOf(spec);
  return (
    <li className="bp-row">
      <input
        type="checkbox"
        checked={isEnabled}
        aria-label={`${place} is switched on`}
        onChange={({ currentTarget }) => changeBreakpoint(id, { isEnabled: currentTarget.checked })}
      />
      <span className={`bp-mark bp is-${look}${isEnabled ? '' : ' is-off'}`} aria-hidden="true" />
      <span className="bp-words">
        <button type="button" className="bp-place" onClick={() => goTo(breakpoint)}>
          {place}
        </button>
        <span className="bp-details">{[LOOK_NAMES[look], details].filter(Boolean).join(': ')}</span>
        {standing && (
          <span className={standing.isProblem ? 'bp-standing is-fault' : 'bp-standing'}>{standing.resolved}</span>
        )}
      </span>
      <Button
        label={`Edit ${place}`}
        icon={<Pencil size={13} aria-hidden="true" />}
        iconOnly
        look="quiet"
        size="small"
        onClick={() => openDialog({ kind: 'breakpoint', id, spec })}
      />
      <Button
        label={`Remove ${place}`}
        icon={<Trash2 size={13} aria-hidden="true" />}
        iconOnly
        look="quiet"
        size="small"
        onClick={() => removeBreakpoint(id)}
      />
    </li>
  );
}

function goTo(breakpoint: Breakpoint): void {
  const { where } = breakpoint.spec;
  if (where.kind !== 'line') openDialog({ kind: 'breakpoint', id: breakpoint.id, spec: breakpoint.spec });
  else if (isLearnersFile(where.file)) showPlace({ file: where.file, line: where.line });
  else {
    const open = useTabs.getState().sources.find(({ file }) => file === where.file);
    showPlace({ file: where.file, line: where.line, image: open?.image ?? 'nt' });
  }
}
