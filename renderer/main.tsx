import './app/first.ts';
import './app/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadLanguage } from './app/languages.ts';
import { openWorkplace } from './app/open-workplace.ts';
import { readStart } from './app/start.ts';
import { desk } from './desk/desk.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');

const start = await readStart(desk());
createRoot(root).render(<App desk={desk()} i18n={loadLanguage()} start={start} openWorkplace={openWorkplace} />);
