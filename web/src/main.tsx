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

await startLanguage();
startKeyboard();

const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
