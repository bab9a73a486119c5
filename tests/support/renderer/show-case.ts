import { act, configure, screen } from '@testing-library/react';
import type { DeskStart } from './in-memory-desk.ts';
import { livingCase, type LivingCase, type LivingStart } from './living-case.ts';
import { showPage } from './show-page.tsx';

interface ShowCase extends LivingStart {
  readonly tab?: string;
  readonly desk?: DeskStart;
}

// The router loads the page when it is first opened: loaded before the tests begin, that takes no test's time.
await import('../../../renderer/app/case-of-list.tsx');
configure({ asyncUtilTimeout: 8000 });

/** Shows the page of a case that lives by the real rules. */
export async function showCase({ tab, desk, ...start }: ShowCase = {}) {
  const living = livingCase(start);
  const address = `/cases/nordic-portal/case-1${tab ? `?tab=${tab}` : ''}`;
  const shown = await showPage(address, { desk, workplace: living.workplace });
  await screen.findByRole('heading', { level: 1, name: /NM-2026-00001/ });
  /** What arrives with a delta is on the screen when this resolves. */
  const meanwhile = async (change: (living: LivingCase) => void) => {
    await act(async () => {
      change(living);
      await Promise.resolve();
    });
  };
  return { ...shown, living, meanwhile };
}

/** Amounts and times with plain spaces: Intl writes several kinds. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s+/gu, ' ').trim();
}
