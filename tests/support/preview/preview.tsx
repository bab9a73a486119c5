import '../../../renderer/app/first.ts';
import '../../../renderer/app/styles.ts';
import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/app/app.tsx';
import { loadLanguage } from '../../../renderer/app/languages.ts';
import { readStart } from '../../../renderer/app/start.ts';
import { scenes } from './scenes.ts';

// The screens in a plain browser, over a desk in memory: `?scene=signed-in#/cases`.
const query = new URLSearchParams(location.search);
const scene = scenes[query.get('scene') ?? 'signed-in'];
if (!scene) throw new Error(`there is no such scene; there are ${Object.keys(scenes).join(', ')}`);
const { desk, workplace } = scene();
if (query.get('density') === 'normal') await desk.desk.settings.write({ density: 'normal' });
const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <App desk={desk.desk} i18n={loadLanguage()} start={await readStart(desk.desk)} openWorkplace={() => workplace} />,
);
