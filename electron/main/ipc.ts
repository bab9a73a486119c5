import { ipcMain } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { ZodType } from 'zod';
import { deskArguments } from '../../shared/contract/desk-arguments.ts';
import { deskChannel } from '../../shared/contract/desk-api.ts';
import type { DeskVerb, VerbAt } from '../../shared/contract/desk-api.ts';
import { noteFault } from './machine/log.ts';
import { APP_ORIGIN } from './scheme/content-security-policy.ts';
import type { DeskWindow } from './window/desk-window.ts';

/** One function a verb of `DeskApi`, with the window that asks. */
export type DeskVerbs = {
  readonly [V in DeskVerb]: (from: DeskWindow, args: Parameters<VerbAt<V>>) => ReturnType<VerbAt<V>>;
};

/** Answers the verbs of the desk: sender and arguments are checked here, for all of them. */
export function answerVerbs(verbs: DeskVerbs, windowOf: (contents: number) => DeskWindow | null): void {
  const names = Object.keys(deskArguments).filter((name): name is DeskVerb => name in verbs);
  for (const name of names) answerVerb(name, verbs, windowOf);
  ipcMain.on(deskChannel, (event) => senderOf(event, windowOf)?.listens());
}

function answerVerb<V extends DeskVerb>(
  name: V,
  verbs: DeskVerbs,
  windowOf: (contents: number) => DeskWindow | null,
): void {
  ipcMain.handle(`${deskChannel}${name}`, async (event, ...args: unknown[]) => {
    const from = senderOf(event, windowOf);
    if (from === null) throw new Error('not-allowed');
    const schema: ZodType<Parameters<VerbAt<V>>> = deskArguments[name];
    const parsed = schema.safeParse(args);
    // The words of the schema may quote what was sent.
    if (!parsed.success) throw new Error(`not-understood ${name}`);
    try {
      return await verbs[name](from, parsed.data);
    } catch (error) {
      noteFault(`verb ${name}`, error);
      // No cause goes along: Electron prints it, and a fault's message may hold values.
      throw new Error(error instanceof NotAllowedHere ? 'not-allowed' : 'fault');
    }
  });
}

/** A verb of accounts was asked in the sign-in window, or the other way round. */
export class NotAllowedHere extends Error {}

/** Only the top frame of one of our windows, showing our page, is listened to. */
function senderOf(
  event: IpcMainInvokeEvent | IpcMainEvent,
  windowOf: (contents: number) => DeskWindow | null,
): DeskWindow | null {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame) return null;
  // By its start: a frame that has not gone anywhere yet has no address that could be taken apart.
  return frame.url.startsWith(`${APP_ORIGIN}/`) ? windowOf(event.sender.id) : null;
}
