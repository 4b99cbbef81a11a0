/// <reference types="vitest/config" />
/**
 * One build configuration for the page, its workers, the Node bundles (`.ci/bundle.mjs`) and the unit tests, so that
 * the same sources become the same code everywhere.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy, SECURITY_HEADERS } from './.ci/plugins/content-security-policy.ts';
import { firstPicture } from './.ci/plugins/first-picture.ts';
import { guestImages } from './.ci/plugins/guest-images.ts';
import { opcodeLiterals } from './.ci/plugins/opcode-literals.ts';

const machinePlugins = () => [opcodeLiterals(), guestImages()];

/** Tests that run the simulator, and what only reads a run. */
const RUNS = ['{kernel-sim,lessons}/**/*.test.ts', 'app/{diagrams,narration}/**/*.test.ts'];

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), firstPicture(), ...machinePlugins()],
  worker: { format: 'es', plugins: machinePlugins },
  build: {
    ...{ outDir: 'dist/page', target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
    // What the first picture needs comes as one file: a dozen small ones cost more round trips than they have contents.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  preview: { headers: SECURITY_HEADERS },
  test: {
    testTimeout: 60_000,
    maxWorkers: '100%',
    projects: [
      // What keeps nothing in its modules: what took long to load (the guest's images) is loaded once a process.
      { extends: true, test: { name: 'simulator', include: RUNS, isolate: false } },
      { extends: true, test: { name: 'page', include: ['app/**/*.test.{ts,tsx}'], exclude: RUNS } },
    ],
  },
});
