// The browser tests: each in both languages, against servers of their own, in the system's Chromium.

import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { PROGRAM, TARGET } from './house';
import type { Options } from './setting';

if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: run cargo build --package assent-server`);

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export default defineConfig<object, Options>({
  testDir: '.',
  testMatch: '*.test.ts',
  // The screen of a test that failed is kept here.
  outputDir: `${TARGET}/browser`,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: { executablePath: '/usr/bin/chromium', args: QUIET },
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    // Colours are measured at rest, and nothing has to be waited for twice.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    { name: 'en', use: { language: 'en', locale: 'en-GB' } },
    { name: 'zh-CN', use: { language: 'zh-CN', locale: 'zh-CN' } },
  ],
});
