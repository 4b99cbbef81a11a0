/**
 * The first picture of a first visit on a telephone, as HTML: the build writes it into index.html (.ci/plugins/first-picture.ts), so that it can be read before
 * the page's script has come. The script then takes over the same elements. Runs in Node: nothing of the first picture may need more of a browser
 * than what the plugin stands in for.
 */
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './shell/Page';

export function firstPictureHtml(): string {
  return renderToString(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
