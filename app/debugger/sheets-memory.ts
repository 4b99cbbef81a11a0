/** Sheets of memory, objects, handles and codes. Pure. */
import type { AddressView, PoolBlock, PoolBlockView, TranslationView } from '../../kernel-sim/protocol/views-memory';
import type { HandlesView, ObjectView } from '../../kernel-sim/protocol/views-objects';
import { isNull } from '../words/addresses';
import { hex } from '../words/numbers';
import { sentence } from '../words/sentence';
import {
  flags,
  keyed,
  listRows,
  object,
  pointer,
  process,
  row,
  type Sheet,
  type SheetRow,
  section,
  sheet,
  status,
  thread,
  to,
} from './sheet';
import { statusParts } from './status-codes';

export function addressSheet(view: AddressView): Sheet {
  const { pool } = view;
  return sheet(
    sentence(view.text),
    view.use === 'nothing' || view.use === 'not canonical' || view.use === 'null page' ? 'warn' : 'plain',
    section(
      '',
      row('Belongs to', view.use),
      row('Mapped', view.mapped ? 'yes' : 'no: whoever touches it faults'),
      view.symbol === '' ? undefined : row('Symbol', view.symbol),
      view.thread ? row('Stack of', thread(view.thread)) : undefined,
      pool
        ? row('Pool block', object('pool', pool.address), `, ${pool.requested} bytes, tag '${pool.tag}'`)
        : undefined,
    ),
  );
}

export function poolSheet(view: PoolBlockView): Sheet {
  const { block, before, after } = view;
  if (!block) return sheet(sentence(view.text), 'warn');
  return sheet(
    sentence(view.text),
    block.state === 'allocated' ? 'plain' : 'fault',
    section(
      '',
      row('State', block.state),
      row('Begins at', pointer(block.address)),
      row('This address', view.offset < 0 ? 'in its header' : `byte ${view.offset} of it`),
      row('Asked for', `${block.requested} bytes`),
      row('Takes', `${block.bytes} bytes with its header`),
      row('Tag', `'${block.tag}'`),
      row('Pool', block.pool),
      block.damage === '' ? undefined : row('Damage', block.damage),
    ),
    section('Neighbours', neighbour('Before', before), neighbour('After', after)),
  );
}

function neighbour(name: string, block: PoolBlock | null): SheetRow | undefined {
  if (!block) return undefined;
  const damage = block.damage === '' ? '' : `, ${block.damage}`;
  return row(
    name,
    object('pool', block.address),
    `, ${block.state}, ${block.requested} bytes, tag '${block.tag}'${damage}`,
  );
}

const STATES: Readonly<Record<ObjectView['state'], string>> = {
  alive: '',
  deleting: 'It is being deleted: its last reference is gone.',
  deleted: 'It is deleted: whoever still has this address uses freed memory.',
  'no header': 'No object is at this address.',
};

export function objectSheet(view: ObjectView): Sheet {
  const tone = view.state === 'alive' ? 'plain' : view.state === 'deleting' ? 'warn' : 'fault';
  if (view.state === 'no header') return sheet(STATES[view.state], 'warn');
  return sheet(
    STATES[view.state],
    tone,
    section(
      '',
      row('Type', to({ kind: 'object', address: view.typeObject }, view.type)),
      row('Path', view.path || '(no name)'),
      row('References', `${view.pointerCount}, of handles ${view.handleCount}`),
      row('Flags', flags(view.flags)),
      view.target === null ? undefined : row('Leads to', view.target),
    ),
    section(
      'Entries',
      view.entries
        ? listRows(view.entries, (entry) =>
            keyed(
              entry.address,
              entry.type,
              object('object', entry.address, entry.name),
              entry.target === null ? '' : `, to ${entry.target}`,
            ),
          )
        : [],
    ),
    section('Open handles', handleRows(view)),
  );
}

/** Which handles lead to an object. */
export function handleRows({ openHandles }: ObjectView): readonly SheetRow[] {
  return openHandles.map(({ process: owner, handle }) =>
    keyed(
      `${owner.pid} ${handle}`,
      `${owner.image}, process ${owner.pid}`,
      to({ kind: 'handle', process: owner.address, handle }, `handle ${hex(handle)}`),
    ),
  );
}

export function handlesSheet(view: HandlesView): Sheet {
  return sheet(
    '',
    'plain',
    section('', row('Table of', view.kernel ? 'the kernel' : process(view.process))),
    section(
      view.handles.entries.length === 1 ? 'Handle' : 'Handles',
      listRows(view.handles, (one) => keyed(String(one.handle), `Handle ${hex(one.handle)}`, one.name || one.type)),
      view.handles.entries.length === 1
        ? listRows(view.handles, (one) => keyed('object', 'Object', object('object', one.object), `, ${one.type}`))
        : [],
      view.handles.entries.length === 1
        ? listRows(view.handles, (one) => keyed('access', 'Access', flags(one.access)))
        : [],
      view.handles.entries.length === 1
        ? listRows(view.handles, (one) => keyed('attributes', 'Attributes', flags(one.attributes)))
        : [],
    ),
  );
}

export function statusSheet(value: number, name: string): Sheet {
  const { severity, facility, code, error } = statusParts(value);
  return sheet(
    '',
    'plain',
    section(
      '',
      row('Status', status({ value, name })),
      row('Severity', severity),
      row('Facility', facility),
      row('Code', hex(code)),
      error ? row('A program sees', error) : undefined,
    ),
  );
}

export function translationSheet(view: TranslationView): Sheet {
  const { rights } = view;
  const may = rights
    ? [
        rights.write ? 'read, write' : 'read',
        rights.execute ? 'execute' : '',
        rights.user ? 'from user mode' : 'from kernel mode only',
      ]
    : [];
  return sheet(
    sentence(view.text),
    view.outcome === 'valid' ? 'plain' : 'warn',
    section(
      '',
      view.physical === null ? undefined : row('Physical', view.physical.replace(/^0x0+/, '0x')),
      rights ? row('May be', may.filter(Boolean).join(', ')) : undefined,
      view.pfn ? row('Frame', `${hex(view.pfn.pfn)}, ${view.pfn.state}, ${view.pfn.locks} locks`) : undefined,
      view.levels.map((entry) =>
        row(
          `${entry.level} ${entry.index}`,
          isNull(entry.virtual) ? '' : pointer(entry.virtual, entry.value),
          ` ${entry.bits.join(' ')}`,
        ),
      ),
      view.tlbs.filter(({ held }) => held).map((tlb) => row(`TLB of CPU ${tlb.cpu}`, tlb.text)),
    ),
  );
}
