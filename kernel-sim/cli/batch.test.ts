import { expect, test } from 'vitest';
import { parseItem } from './batch.ts';

test('a line of a batch list names its program and how to run it', () => {
  const item = {
    id: 'a',
    files: ['a.c'],
    args: ['x'],
    include: ['.'],
    define: ['N=1'],
    limit: 0.5,
    stdin: '',
    check: true,
  };
  expect(parseItem(JSON.stringify(item))).toEqual(item);
  expect(parseItem('{"id":1,"files":["a.c"]}')).toEqual({ id: 1, files: ['a.c'] });
});

test.each([
  ['{"id":1', 'this is not JSON'],
  ['7', 'needs a JSON object with "id" and "files": ["FILE", ...]'],
  ['{"files":["a.c"]}', '"id" needs a text or a number'],
  ['{"id":1,"files":[]}', '"files" needs a list of file names'],
  ['{"id":1,"files":[3]}', '"files" needs a list of file names'],
  ['{"id":1,"files":["a.c"],"args":"x"}', '"args" needs a list of texts'],
  ['{"id":1,"files":["a.c"],"limit":"5"}', '"limit" needs a number of seconds above 0'],
  ['{"id":1,"files":["a.c"],"limit":-1}', '"limit" needs a number of seconds above 0'],
])('%s is refused in plain words', (line, problem) => expect(parseItem(line)).toBe(problem));
