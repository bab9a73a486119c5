import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import { unsentItems } from '../accounts/open-account.ts';
import type { DeskVerbs } from '../ipc.ts';
import { saveWherePicked } from '../machine/save-file.ts';
import type { Shell } from '../shell.ts';
import { openOf } from './account-verbs.ts';

type Names = 'forget' | Extract<keyof DeskVerbs, `journal.${string}` | `drafts.${string}` | `files.${string}`>;

/** What the desk keeps for an account: its journal, drafts and files. */
export function keepingVerbs(shell: Shell): Pick<DeskVerbs, Names> {
  return {
    'journal.read': async (from) => openOf(shell, from).journal.read(),
    'journal.append': async (from, [command, seen]) => {
      const { journal, file } = openOf(shell, from);
      const answer = await journal.append(command, seen);
      if (answer.ok) tellOfJournal(shell, file().account, answer.position);
      return answer;
    },
    'journal.mark': async (from, [marks]) => {
      const { journal, file } = openOf(shell, from);
      const answer = await journal.mark(marks);
      if (answer.ok) tellOfJournal(shell, file().account, journal.read().highest);
      return answer;
    },
    'journal.export': async (from) => {
      const { journal, file, noteExported } = openOf(shell, from);
      const items = unsentItems(journal.read());
      const text = JSON.stringify({ account: file().account, email: file().email, items }, null, 2);
      const answer = await saveWherePicked(from.window, 'unsent-work.json', Buffer.from(text));
      if (answer.ok) noteExported(items);
      return answer;
    },
    'drafts.read': async (from) => openOf(shell, from).drafts.read(),
    'drafts.write': (from, [key, value]) => openOf(shell, from).drafts.write(key, value),
    'files.keep': (from, [bytes]) => openOf(shell, from).files.keep(bytes),
    'files.read': (from, [sha256]) => openOf(shell, from).files.read(sha256),
    'files.keepCopy': (from, [file, bytes, subject]) => openOf(shell, from).files.keepCopy(file, bytes, subject),
    'files.keepAhead': (from, [file, bytes, subject]) => openOf(shell, from).files.keepAhead(file, bytes, subject),
    'files.listKept': (from, [files]) => openOf(shell, from).files.listKept(files),
    'files.readCopy': (from, [file]) => openOf(shell, from).files.readCopy(file),
    'files.saveAs': (from, [name, bytes]) => saveWherePicked(from.window, name, bytes),
    forget: async (from, [subject]): Promise<DeskAnswer> => {
      await openOf(shell, from).files.forget(subject);
      return { ok: true };
    },
  };
}

function tellOfJournal(shell: Shell, account: string, highest: number): void {
  shell.windows.toAccount(account, { kind: 'journal-changed', highest });
}
