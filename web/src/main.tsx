// Where the web app starts: styles, language, keyboard, then the page.

import './app/tokens.css';
import '@fontsource-variable/inter';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import './app/app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startLanguage } from './app/i18n';
import { startKeyboard } from './app/keys';

// A build without a server: `npm run dev:fixtures`. The branch, and all it imports, is dropped from other builds.
if (import.meta.env.MODE === 'fixtures') {
  const { startFixtures } = await import('./testing/server');
  startFixtures();
}

await startLanguage();
startKeyboard();

const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
