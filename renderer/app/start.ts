import type { DeskApi, DeskSession, DeskSettings } from '../../shared/contract/desk-api.ts';

/** What has to be known before the first paint. */
export interface Start {
  readonly session: DeskSession | null;
  readonly settings: DeskSettings;
  /** Where the user was; null on the first sign-in. */
  readonly place: string | null;
}

export const placeDraft = 'app.place';

export async function readStart(desk: DeskApi): Promise<Start> {
  const [session, settings] = await Promise.all([desk.session(), desk.settings.read()]);
  if (!session) return { session, settings, place: null };
  const drafts = await desk.drafts.read();
  return { session, settings, place: drafts[placeDraft] ?? null };
}
