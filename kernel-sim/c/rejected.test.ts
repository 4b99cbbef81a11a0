/**
 * Programs that break one rule of C11 each (testdata/rejected): refused, by one finding, at its place.
 */
import { expect, test } from 'vitest';
import { build } from './index.ts';

const LISTS = import.meta.glob<string>('./testdata/rejected/*.txt', { query: '?raw', import: 'default', eager: true });

interface Row {
  id: string;
  code: string;
  text: string;
  line: number;
}

function rowsOf(list: string): Row[] {
  const rows: Row[] = [];
  let inMain = false;
  for (const line of list.split('\n')) {
    if (line.startsWith('## ')) inMain = line === '## in main';
    const row = /^([a-z-]+)(?:@(-?\d+))?: (.*)$/.exec(line);
    if (!row) continue;
    const code = row[3].replaceAll('\\n', '\n');
    const text = inMain ? `int main(void) {\n${code}\nreturn 0; }\n` : `${code}\n`;
    rows.push({ id: row[1], code: row[3], text, line: (inMain ? 2 : 1) + Number(row[2] ?? 0) });
  }
  return rows;
}

/** `line id` of each error. */
function errors(text: string): string[] {
  const { diagnostics, sources } = build({
    name: 'a.exe',
    kind: 'exe',
    sources: [{ name: 'a.c', text }],
    include: () => undefined,
    defines: [],
    profile: 'plain',
    libraries: [],
    entry: undefined,
  });
  return diagnostics.list
    .filter(({ severity, id }) => severity === 'error' && id !== 'undefined-symbol')
    .map(({ id, span }) => `${sources.lineCol(span.file, span.start).line} ${id}`);
}

for (const [name, list] of Object.entries(LISTS)) {
  test.each(rowsOf(list))(`${name.replace(/.*\/|\.txt/g, '')}: $code`, ({ id, text, line }) => {
    expect(errors(text)).toEqual([`${line} ${id}`]);
  });
}
