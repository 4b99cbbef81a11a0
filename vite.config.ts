/// <reference types="vitest/config" />
/**
 * One build configuration for the page, its workers, the Node bundles (`.ci/bundle.mjs`) and the unit tests, so that
 * the same sources become the same code everywhere.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What the page may load: itself and nothing else. Monaco writes style elements, hence 'unsafe-inline' for styles. */
const CONTENT_SECURITY_POLICY = [
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

const SECURITY_HEADERS = {
  'Content-Security-Policy': [...CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), opcodeLiterals()],
  worker: { format: 'es', plugins: () => [opcodeLiterals()] },
  build: { outDir: 'dist/page', target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
  preview: { headers: SECURITY_HEADERS },
  test: {
    include: ['{app,kernel-sim,lessons}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});

/**
 * Puts the policy into the built page as a meta element, so that it holds on any web server. The development server
 * needs inline scripts and a web socket for hot reload and goes without.
 */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/**
 * Replaces `Op.NAME` by its number in the interpreter: a switch becomes a jump table only if its cases are integer
 * literals, and no build or test run may be slower than another in kind.
 */
function opcodeLiterals(): Plugin {
  const table = fileURLToPath(new URL('./kernel-sim/vm/opcodes.ts', import.meta.url));
  return {
    name: 'opcode-literals',
    enforce: 'pre',
    transform: {
      filter: { id: /kernel-sim\/vm\/interpreter[^/]*\.ts$/ },
      handler(code) {
        this.addWatchFile(table);
        const numbers = new Map<string, string>();
        const literal = /export const Op = \{([^}]*)\}/.exec(readFileSync(table, 'utf8'))?.[1] ?? '';
        for (const [, name, number] of literal.matchAll(/^\s*([A-Z][A-Z0-9_]*):\s*(\d+),/gm)) {
          if (name && number) numbers.set(name, number);
        }
        return {
          code: code.replace(/\bOp\.([A-Z][A-Z0-9_]*)\b/g, (text, name: string) => {
            const number = numbers.get(name);
            if (number === undefined) this.error(`${text} is not in kernel-sim/vm/opcodes.ts`);
            return number;
          }),
          map: null,
        };
      },
    },
  };
}
