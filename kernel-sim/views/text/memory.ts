/**
 * !pte, !pool, !poolused, !address, the memory map and the list of modules as text.
 */
import type {
  AddressView,
  MemoryMapView,
  ModulesView,
  PoolBlock,
  PoolBlockView,
  PoolsView,
  PoolTagView,
  TranslationView,
} from '../../protocol/views-memory.ts';
import { count, fields, grid, hexNumber, indent, listLines, readable } from './format.ts';

export function translationText(view: TranslationView): string {
  const process = readable(view.process, ({ image, pid }) => `${image} (process ${pid})`);
  const levels = grid(
    ['level', 'index', 'at', 'value', 'bits'],
    view.levels.map((entry) => [
      entry.level,
      `${entry.index}`,
      entry.virtual,
      entry.value,
      entry.present ? entry.bits.join(' ') : ['not valid', ...entry.bits].join(' '),
    ]),
    'index',
  );
  const tlbs = view.tlbs.map(({ cpu, held, sameSpace, text, bits, physical }) => {
    const what = held ? `${text} (${physical}, ${bits.join(' ')})` : text;
    return `CPU ${cpu}: ${what}${held && !sameSpace ? ', for another address space' : ''}`;
  });
  return [
    `VA ${view.address}  in ${process}, page tables at ${view.directoryTable}`,
    ...indent(levels),
    `  ${view.outcome}: ${view.text}`,
    ...(view.pfn ? [`  PFN ${hexNumber(view.pfn.pfn)}, ${view.pfn.state}, ${count(view.pfn.locks, 'lock')}`] : []),
    ...(tlbs.length > 0 ? ['  TLB', ...indent(tlbs, 4)] : []),
  ].join('\n');
}

function blockCells(block: PoolBlock): string[] {
  return [block.header, `${block.bytes}`, `${block.requested}`, block.tag, block.state];
}

const BLOCK_HEADER = ['header', 'size', 'asked', 'tag', 'state'];

export function poolBlockText(view: PoolBlockView): string {
  if (view.kind === 'no pool') return `${view.address}: ${view.text}`;
  const rows = listLines(view.blocks, (blocks) => {
    const lines = grid(
      ['', ...BLOCK_HEADER],
      blocks.map((block) => [block.header === view.block?.header ? '*' : '', ...blockCells(block)]),
      'size asked',
    );
    // A wrong header is told on the line below it.
    return lines.flatMap((line, i) => {
      const damage = blocks[i - 1]?.damage;
      return damage ? [line, `     ${damage}`] : [line];
    });
  });
  return [`${view.address}: ${view.text}`, `${view.kind}, ${view.pool} pool`, ...indent(rows)].join('\n');
}

export function poolTagText(view: PoolTagView): string {
  const rows = listLines(
    view.blocks,
    (blocks) => grid(BLOCK_HEADER, blocks.map(blockCells), 'size asked'),
    'no blocks in use',
  );
  return [`Tag '${view.tag}', ${count(view.bytes, 'byte')} in use`, ...indent(rows)].join('\n');
}

export function poolsText(view: PoolsView): string {
  const pools = grid(
    ['pool', 'pages', 'bytes', 'allocations', 'frees'],
    view.pools.map((pool) => [pool.name, ...[pool.pages, pool.bytesInUse, pool.allocations, pool.frees].map(String)]),
    'pages bytes allocations frees',
  );
  const tags = grid(
    ['tag', 'pool', 'blocks', 'bytes'],
    view.tags.map((tag) => [tag.tag, tag.pool, `${tag.blocks}`, `${tag.bytes}`]),
    'blocks bytes',
  );
  return [...pools, '', ...tags, ...(view.cut === '' ? [] : [`(${view.cut})`])].join('\n');
}

export function addressViewText(view: AddressView): string {
  return [
    `${view.address}  ${view.text}`,
    ...indent(
      fields([
        ['use', view.use],
        ['mapped', view.mapped ? 'yes' : 'no'],
        [
          'pool block',
          view.pool
            ? `${view.pool.header}, ${count(view.pool.bytes, 'byte')}, tag '${view.pool.tag}', ${view.pool.state}`
            : undefined,
        ],
        ['thread', view.thread ? `${view.thread.image} ${view.thread.pid}.${view.thread.tid}` : undefined],
      ]),
    ),
  ].join('\n');
}

export function memoryMapText(view: MemoryMapView): string {
  const rows = listLines(view.regions, (regions) =>
    grid(
      ['from', 'to', 'pages', 'state', 'rights', 'use'],
      regions.map((region) => [
        region.from,
        region.to,
        `${region.pages}`,
        region.state,
        region.rights,
        `${region.use}${region.name === '' ? '' : `  ${region.name}`}`,
      ]),
      'pages',
    ),
  );
  return [`${view.process.image} (process ${view.process.pid})`, ...indent(rows)].join('\n');
}

export function modulesText(view: ModulesView): string {
  return grid(
    ['base', 'size', 'name', 'state'],
    view.modules.map((module) => [
      module.base,
      hexNumber(module.size),
      module.name,
      module.state === 'unloaded' ? 'unloaded' : module.initDiscarded ? 'INIT discarded' : '',
    ]),
    'size',
  ).join('\n');
}
