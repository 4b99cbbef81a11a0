/**
 * What the page may load: itself and nothing else, without eval.
 */
import type { Plugin } from 'vite';

/** Monaco writes style elements, hence 'unsafe-inline' for styles; its icons are data URLs. */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Headers for servers that we run ourselves; a page may forbid being framed only by a header. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': [...DIRECTIVES, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Puts the policy into the built page as a meta element, so that it holds on any web server. The development server
 * needs inline scripts and a web socket for hot reload and goes without.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: DIRECTIVES.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}
