/**
 * The guest's images as text inside the app, and back. What every run needs is small and unpacked at once; debugging facts are a
 * text of their own per image, read when somebody asks for them, and name the guest's sources instead of repeating them.
 */
import type { DebugInfo, Image } from '../c/image.ts';
import { displayName, type GuestFiles, type GuestImages } from './build.ts';

export interface PackedImages {
  /** JSON of all images in order, ntoskrnl first, without `debug`; bytes in base64. */
  images: string;
  /** JSON of each image's `debug`; texts of guest sources left out. */
  debug: string[];
}

export function packImages({ ntoskrnl, libraries }: GuestImages, sources: GuestFiles): PackedImages {
  const texts = byName(sources);
  const all = [ntoskrnl, ...libraries];
  const images = all.map(({ debug, sections, ...rest }) => ({
    ...rest,
    sections: sections.map((section) => ({ ...section, bytes: toBase64(section.bytes) })),
  }));
  return { images: JSON.stringify(images), debug: all.map(({ debug }) => JSON.stringify(withoutTexts(debug, texts))) };
}

export function unpackImages(packed: PackedImages, sources: GuestFiles): GuestImages {
  const texts = byName(sources);
  const [ntoskrnl, ...libraries] = (JSON.parse(packed.images) as Image[]).map((image, i) => {
    for (const section of image.sections) section.bytes = fromBase64(section.bytes as unknown as string);
    return withLazyDebug(image, packed.debug[i], texts);
  });
  return { ntoskrnl, libraries };
}

/** Texts under the names that compiled files have. */
function byName(sources: GuestFiles): ReadonlyMap<string, string> {
  return new Map(Object.entries(sources).map(([path, text]) => [displayName(path), text]));
}

/** Without the texts that come back by name. */
function withoutTexts(debug: DebugInfo, texts: ReadonlyMap<string, string>): DebugInfo {
  const files = debug.files.map((file) => (texts.get(file.name) === file.text ? { ...file, text: '' } : file));
  return { ...debug, files };
}

function withLazyDebug(image: Image, text: string, texts: ReadonlyMap<string, string>): Image {
  let debug: DebugInfo | undefined;
  Object.defineProperty(image, 'debug', {
    enumerable: true,
    get: () => {
      if (!debug) {
        debug = JSON.parse(text) as DebugInfo;
        for (const file of debug.files) file.text ||= texts.get(file.name) ?? '';
      }
      return debug;
    },
  });
  return image;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
