import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type AnyRouter } from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { Look } from '../../../renderer/app/look.tsx';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { createRouterAt } from '../../../renderer/app/router.tsx';
import { DeskContext, WorkplaceContext } from '../../../renderer/bindings/contexts.ts';
import { NowProvider } from '../../../renderer/bindings/use-now.tsx';
import { toMilliseconds } from '../../../shared/domain/moment.ts';
import { monday } from '../builders.ts';
import { inEnglish } from '../in-english.ts';
import { fillBrowserGaps } from './browser-gaps.ts';
import { deskInMemory, type DeskStart } from './in-memory-desk.ts';
import { workplaceInMemory, type WorkplaceInMemory, type WorkplaceStart } from './in-memory-workplace.ts';

interface ShowOptions extends WorkplaceStart {
  readonly desk?: DeskStart;
  /** A workplace that lives by itself, instead of one made of the other options. */
  readonly workplace?: WorkplaceInMemory;
}

/** Shows the app of a signed-in person at an address, with the clock at `monday`. */
export async function showPage(address: string, options: ShowOptions = {}) {
  const router = createRouterAt(address);
  return { ...(await showRouter(router, options)), router };
}

/** The same with pages of one's own. */
export async function showRouter(router: AnyRouter, options: ShowOptions = {}) {
  fillBrowserGaps();
  inEnglish();
  const desk = deskInMemory(options.desk);
  const workplace = options.workplace ?? workplaceInMemory(options);
  const user = userEvent.setup();
  render(
    <I18nProvider i18n={i18n}>
      <DeskContext value={desk.desk}>
        <QueryClientProvider client={queryClient()}>
          <Look settings={await desk.desk.settings.read()}>
            <NowProvider clock={atMonday}>
              <WorkplaceContext value={workplace}>
                <RouterProvider router={router} />
              </WorkplaceContext>
            </NowProvider>
          </Look>
        </QueryClientProvider>
      </DeskContext>
    </I18nProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { user, workplace, desk };
}

const atMonday = () => toMilliseconds(monday);

afterEach(cleanup);
