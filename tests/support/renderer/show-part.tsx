import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { cssVariables, theme } from '../../../renderer/ui/theme.ts';
import { inEnglish } from '../in-english.ts';
import { fillBrowserGaps } from './browser-gaps.ts';

/** Shows a part of the screen alone, in the app's look. */
export function showPart(part: ReactNode, formats?: string) {
  fillBrowserGaps();
  inEnglish(formats);
  render(
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables}>
        {part}
      </MantineProvider>
    </I18nProvider>,
  );
  return userEvent.setup();
}

afterEach(cleanup);
