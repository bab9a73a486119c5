import { i18n } from '@lingui/core';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { readStart } from '../../../renderer/app/start.ts';
import { inEnglish } from '../in-english.ts';
import { fillBrowserGaps } from './browser-gaps.ts';
import { deskInMemory, type DeskStart } from './in-memory-desk.ts';
import { workplaceInMemory } from './in-memory-workplace.ts';

/** Shows the window of a desk that nobody is signed in at. */
export async function showSignIn(start: DeskStart = {}) {
  fillBrowserGaps();
  inEnglish();
  const desk = deskInMemory(start);
  const user = userEvent.setup();
  render(
    <App desk={desk.desk} i18n={i18n} start={await readStart(desk.desk)} openWorkplace={() => workplaceInMemory()} />,
  );
  await screen.findByRole('heading', { level: 1 });
  return { user, desk };
}

afterEach(cleanup);
