import { mkdir } from 'node:fs/promises';
import { shell as system } from 'electron';
import { NotAllowedHere } from '../ipc.ts';
import type { DeskVerbs } from '../ipc.ts';
import { THIS_COMPUTER } from '../server/server-address.ts';
import type { Shell } from '../shell.ts';
import type { DeskWindow } from '../window/desk-window.ts';

type Names = Extract<keyof DeskVerbs, `setUp.${string}`>;

/** The one draft of the set-up. */
const DRAFT = 'set-up';

/** Setting up the portal server of this computer: by message port, so that nobody else can ask for it (sync.md 27). */
export function setUpVerbs(shell: Shell): Pick<DeskVerbs, Names> {
  const { own, setUpDrafts, ownMailFolder } = shell.inside;
  return {
    'setUp.passwordFault': (from, [password, chooser]) => {
      beforeSignIn(from);
      return own.passwordFault(password, chooser);
    },
    'setUp.make': async (from, [setUp]) => {
      beforeSignIn(from);
      if (shell.server.current().address !== THIS_COMPUTER) return { ok: false, reason: 'not-allowed' };
      const answer = await own.setUp(setUp);
      if (answer.ok) await (await setUpDrafts()).write(DRAFT, null);
      return answer;
    },
    'setUp.readDraft': async (from) => {
      beforeSignIn(from);
      return (await setUpDrafts()).read()[DRAFT] ?? null;
    },
    'setUp.writeDraft': async (from, [text]) => {
      beforeSignIn(from);
      return (await setUpDrafts()).write(DRAFT, text);
    },
    'setUp.showMails': async () => {
      await mkdir(ownMailFolder, { recursive: true, mode: 0o700 });
      const trouble = await system.openPath(ownMailFolder);
      return trouble === '' ? { ok: true } : { ok: false, reason: 'not-supported' };
    },
  };
}

function beforeSignIn(from: DeskWindow): void {
  if (from.account !== null) throw new NotAllowedHere('only the sign-in window sets up');
}
