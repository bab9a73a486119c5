import type { DeskSession, SignInAnswer } from '../../../shared/contract/desk-api.ts';
import { accountHash } from '../accounts/account-file.ts';
import { OFFLINE_DAYS } from '../accounts/lease.ts';
import type { OpenAccount } from '../accounts/open-account.ts';
import { NotAllowedHere } from '../ipc.ts';
import type { DeskVerbs } from '../ipc.ts';
import { note } from '../machine/log.ts';
import { checkServer } from '../server/check-server.ts';
import { askForNewPassword } from '../server/portal-session.ts';
import { EMBEDDED, parseAddress } from '../server/server-address.ts';
import type { Shell } from '../shell.ts';
import type { DeskWindow } from '../window/desk-window.ts';

type Names = 'session' | 'renewSession' | Extract<keyof DeskVerbs, `server.${string}` | `accounts.${string}`>;

/** Servers, signing in and out, and whose window this is. */
export function accountVerbs(shell: Shell): Pick<DeskVerbs, Names> {
  return {
    'server.current': async () => shell.server.current(),
    'server.check': (_, [text]) => check(shell, text),
    'server.choose': async (_, [text]) => {
      const { address } = await shell.server.choose(text);
      await shell.inside.start(address);
      return shell.server.current();
    },
    'server.acceptStore': async (_, [text, store]) => {
      const parsed = parseAddress(text);
      if (!parsed.ok) return { ok: false, reason: parsed.trouble };
      await shell.pins.pin(parsed.address, store);
      return { ok: true };
    },
    'accounts.known': () => shell.accounts.known(),
    'accounts.signIn': async (from, [input]) => {
      inSignIn(from);
      return enter(shell, await shell.accounts.signIn(shell.server.current().address, input));
    },
    'accounts.signInOffline': async (from, [input]) => {
      inSignIn(from);
      return enter(shell, await shell.accounts.signInOffline(input));
    },
    'accounts.leave': async (from) => {
      const account = accountOf(from);
      await shell.settings.change({ account: null });
      exit(shell, account);
    },
    'accounts.signOut': async (from) => {
      const account = accountOf(from);
      const answer = await shell.accounts.signOut(account);
      if (!answer.ok) return answer;
      await shell.settings.change({ account: null });
      exit(shell, account);
      return answer;
    },
    'accounts.forgotPassword': async (from, [email]) => {
      const { address } = addressFor(shell, from);
      const connection = await shell.connect(address);
      if (connection === null) return { ok: false, reason: 'refused' };
      return askForNewPassword(shell.fetch, connection, email);
    },
    session: async (from) => (from.account === null ? null : sessionOf(openOf(shell, from))),
    renewSession: (from, [password]) => shell.accounts.renew(accountOf(from), password),
  };
}

async function check(shell: Shell, text: string): ReturnType<DeskVerbs['server.check']> {
  const parsed = parseAddress(text);
  if (!parsed.ok) return { ok: false, trouble: parsed.trouble, detail: '' };
  const { address } = parsed;
  const connection = await shell.connect(address);
  if (connection === null)
    return { ok: false, trouble: 'refused', detail: shell.inside.stateOf(address).detail ?? 'not started' };
  return checkServer(shell.fetch, { address, connection, pinned: shell.pins.at(address) });
}

/** Opens the account's window; the answer must have reached the sign-in window before that is closed. */
async function enter(shell: Shell, answer: SignInAnswer): Promise<SignInAnswer> {
  if (!answer.ok) return answer;
  await shell.settings.change({ account: answer.account });
  setImmediate(() => {
    shell.windows.openAccount(answer.account);
    shell.windows.closeSignIn();
  });
  return answer;
}

/** Days without the portal server that ran out while the account is open close its content; journal and drafts stay. */
export function closeOverdue(shell: Shell): void {
  for (const account of shell.accounts.overdue()) {
    note('days-offline-over', { account: accountHash(account) });
    exit(shell, account);
  }
}

function exit(shell: Shell, account: string): void {
  setImmediate(() => {
    shell.windows.openSignIn();
    shell.windows.closeAccount(account);
  });
}

function sessionOf(open: OpenAccount): DeskSession {
  const { account, person, name, email, address } = open.file();
  return {
    account,
    person,
    name,
    email,
    address,
    embedded: address === EMBEDDED,
    cacheKey: open.cacheKey,
    offlineUntil: open.offlineUntil(),
    offlineDays: OFFLINE_DAYS,
  };
}

function addressFor(shell: Shell, from: DeskWindow): { readonly address: string } {
  return from.account === null ? shell.server.current() : openOf(shell, from).file();
}

function inSignIn(from: DeskWindow): void {
  if (from.account !== null) throw new NotAllowedHere('only the sign-in window signs in');
}

/** The account this window belongs to. */
function accountOf(from: DeskWindow): string {
  if (from.account === null) throw new NotAllowedHere('the sign-in window has no account');
  return from.account;
}

/** What is open for this window's account. */
export function openOf(shell: Shell, from: DeskWindow): OpenAccount {
  const open = shell.accounts.open(accountOf(from));
  if (open === null) throw new NotAllowedHere('the account is closed');
  return open;
}
