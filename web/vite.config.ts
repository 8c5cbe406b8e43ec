// How the web app is built and tested. `npm run dev` talks to a server on 7300, or to the one that ASSENT_SERVER names.

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '~': here('./src') } },
  server: {
    proxy: { '/api': process.env.ASSENT_SERVER ?? 'http://127.0.0.1:7300' },
    fs: { allow: ['..'] },
  },
  build: {
    target: 'es2023',
    // Strict CSP: no data: URLs for scripts, no inline module preload polyfill.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // A few chunks everybody needs, each cached on its own; pages, the map and the chart stay apart.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next)\// },
            { name: 'mantine', test: /node_modules\/(@mantine\/(core|hooks)|@floating-ui|tabbable)\// },
            { name: 'common', test: /web\/src\/(api|app|words|graphics|session\/api|search\/(state|api)|commitments)/ },
          ],
        },
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
