import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal, type Journal } from '../../../electron/main/journal/open-journal.ts';
import { openKeptFiles } from '../../../electron/main/journal/kept-files.ts';
import type { CaseKey, DeskApi, DeskNotice } from '../../../shared/contract/desk-api.ts';

/** What the offline desk and the sync loop use of the desk, over the real journal and the real kept files. */
export interface JournalDesk {
  readonly desk: Pick<DeskApi, 'journal' | 'files' | 'forget' | 'notify' | 'setBadge' | 'onEvent'>;
  readonly journal: Journal;
  readonly notices: DeskNotice[];
  readonly forgotten: CaseKey[];
  readonly badge: () => number;
  /** From here on nothing is answered any more, as after SIGKILL; what is durable stays. */
  readonly kill: () => Promise<void>;
}

const dataKey = new Uint8Array(32).fill(7);

/** A folder for one account; it lives as long as the test says. */
export function aDeskFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-account-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens the desk of one account in a folder, as main does after signing in. */
export async function openJournalDesk(folder: string, now: () => string): Promise<JournalDesk> {
  const journal = await openJournal({ folder: join(folder, 'journal'), dataKey, now });
  const files = await openKeptFiles({ folder: join(folder, 'files'), dataKey, now, copiesCap: 50_000_000 });
  const notices: DeskNotice[] = [];
  const forgotten: CaseKey[] = [];
  let badge = 0;
  let killed = false;
  const alive = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (killed) throw new Error('the desk is gone');
    const result = await work();
    if (killed) throw new Error('the desk is gone');
    return result;
  };
  return {
    journal,
    notices,
    forgotten,
    badge: () => badge,
    kill: async () => {
      killed = true;
      await journal.close();
    },
    desk: {
      journal: {
        read: () => alive(async () => journal.read()),
        append: (command, seen) => alive(() => journal.append(command, seen)),
        mark: (marks) => alive(() => journal.mark(marks)),
        export: () => Promise.resolve({ ok: false, reason: 'not-supported' }),
      },
      files: {
        keep: (bytes) => alive(() => files.keep(bytes)),
        read: (sha256) => alive(() => files.read(sha256)),
        keepCopy: (file, bytes, subject) => alive(() => files.keepCopy(file, bytes, subject)),
        readCopy: (file) => alive(() => files.readCopy(file)),
        saveAs: () => Promise.resolve({ ok: false, reason: 'not-supported' }),
      },
      forget: (subject) =>
        alive(async () => {
          forgotten.push(subject);
          await files.forget(subject);
          return { ok: true };
        }),
      notify: (notice) =>
        alive(async () => {
          notices.push(notice);
          return { ok: true };
        }),
      setBadge: (count) =>
        alive(async () => {
          badge = count;
          return { ok: true };
        }),
      onEvent: () => () => undefined,
    },
  };
}
