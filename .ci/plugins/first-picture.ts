/**
 * Writes the first picture of a first visit on a telephone into the built index.html (app/prerender.tsx says which), behind it a small script that takes it away
 * again wherever the page would look otherwise: on a wide screen, on a later visit, on another route.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { type InlineConfig, type Plugin, runnerImport } from 'vite';

type Prerender = typeof import('../../app/prerender.tsx');
type Layout = typeof import('../../app/store/layout.ts');

/** Styles are no part of the markup, and the page's build has them already. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: { filter: { id: /\.css$/ }, handler: () => '\0no-styles' },
  load: { filter: { id: /^\0no-styles$/ }, handler: () => '' },
};

const quiet: InlineConfig = { configFile: false, logLevel: 'error', plugins: [withoutStyles] };

export function firstPicture(): Plugin {
  let script: { readonly fileName: string; readonly source: string } | undefined;
  return {
    name: 'first-picture',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        // Only of the page itself, not of what is built for Node.
        if (!bundle) return html;
        const { picture, narrow } = await asOnATelephone(async () => {
          const { module: layout } = await runnerImport<Layout>(resolve('app/store/layout.ts'), quiet);
          const { module: prerender } = await runnerImport<Prerender>(resolve('app/prerender.tsx'), quiet);
          return { picture: prerender.firstPictureHtml(), narrow: layout.NARROW };
        });
        const source = scriptFor(narrow);
        const fileName = `assets/picture-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;
        script = { fileName, source };
        // The picture does not need the page's script: its styles come first.
        return html
          .replace('<script type="module"', '<script type="module" fetchpriority="low"')
          .replace(
            '<div id="root"></div>',
            () => `<div id="root">${picture}</div><script src="./${fileName}"></script>`,
          );
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        if (script) this.emitFile({ type: 'asset', ...script });
      },
    },
  };
}

/** Plain script: it runs before anything is painted, where modules come later. The theme is set as app/design/theme.ts does. */
function scriptFor(narrow: string): string {
  return `(function () {
  var kept = true;
  try { kept = Object.keys(localStorage).some(function (key) { return key.indexOf('ring-zero-lab.') === 0; }); } catch (error) {}
  var is = function (query) { return matchMedia(query).matches; };
  if (kept || location.hash !== '' || !is('${narrow}')) return document.getElementById('root').replaceChildren();
  var shade = is('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  document.documentElement.dataset.theme = is('(prefers-contrast: more)') ? 'contrast-' + shade : shade;
})();
`;
}

/** What of a browser the first picture asks: nothing is kept, and every question about the screen is answered as by a narrow, light one. */
async function asOnATelephone<T>(work: () => Promise<T>): Promise<T> {
  const stands: Record<string, unknown> = {
    matchMedia: (query: string) => ({
      matches: query.includes('max-width'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }),
    localStorage: { getItem: () => null, setItem: () => {}, removeItem: () => {} },
    location: { hash: '' },
  };
  const before = Object.keys(stands).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(stands))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}
