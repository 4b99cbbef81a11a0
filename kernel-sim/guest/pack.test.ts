import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Image } from '../c/image.ts';
import { build } from '../c/index.ts';
import type { GuestFiles } from './build.ts';
import { packImages, unpackImages } from './pack.ts';

const FILES: GuestFiles = Object.fromEntries(
  ['include/excpt.h', 'include/crtdefs.h'].map((path) => [
    path,
    readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'),
  ]),
);

function image(name: string): Image {
  const text = `#include <excpt.h>\nstatic char bytes[] = "\\xff\\x00'";\nint f(int x) { return x + bytes[1]; }`;
  const sources: GuestFiles = { ...FILES, 'ntoskrnl/a.c': text };
  const { image } = build({
    name,
    kind: 'dll',
    sources: [{ name: 'ntoskrnl/a.c', text }],
    include: (header) => ({ name: header, text: sources[`include/${header}`], system: true }),
    defines: [],
    profile: 'guest',
    libraries: [],
    entry: undefined,
  });
  if (!image) throw new Error('does not build');
  return image;
}

test('images come back from their packed text as they were', () => {
  const images = { ntoskrnl: image('ntoskrnl.exe'), libraries: [image('ntdll.dll')] };
  const text = images.ntoskrnl.debug.files.find((file) => file.name === 'ntoskrnl/a.c')?.text ?? '';
  const sources = { ...FILES, 'ntoskrnl/a.c': text };
  const packed = packImages(images, sources);
  expect(unpackImages(packed, sources)).toEqual(images);
  expect(packed.debug.join('')).not.toContain('return x + bytes');
});
