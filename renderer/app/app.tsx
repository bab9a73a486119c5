import { I18nProvider } from '@lingui/react';
import type { I18n } from '@lingui/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskApi } from '../../shared/contract/desk-api.ts';
import { DeskContext } from '../bindings/contexts.ts';
import { NowProvider } from '../bindings/use-now.tsx';
import { Look } from './look.tsx';
import { queryClient } from './query-client.ts';
import { SignedIn } from './signed-in.tsx';
import { SignedOut } from './signed-out.tsx';
import type { Start } from './start.ts';
import type { OpenWorkplace } from './workplace.ts';

interface AppProps {
  readonly desk: DeskApi;
  readonly i18n: I18n;
  readonly start: Start;
  readonly openWorkplace: OpenWorkplace;
}

/** The whole window: sign-in screens without a session, the app with one. */
export function App({ desk, i18n, start, openWorkplace }: AppProps) {
  const [queries] = useState(queryClient);
  return (
    <I18nProvider i18n={i18n}>
      <DeskContext value={desk}>
        <QueryClientProvider client={queries}>
          <Look settings={start.settings}>
            <NowProvider>
              {start.session ? (
                <SignedIn session={start.session} place={start.place} openWorkplace={openWorkplace} />
              ) : (
                <SignedOut />
              )}
            </NowProvider>
          </Look>
        </QueryClientProvider>
      </DeskContext>
    </I18nProvider>
  );
}
