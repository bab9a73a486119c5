import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal, type Journal } from '../../../electron/main/journal/open-journal.ts';
import { realDisk, type JournalDisk } from '../../../electron/main/journal/segments.ts';
import { openKeptFiles } from '../../../electron/main/journal/kept-files.ts';
import type { CaseKey, DeskApi, DeskNotice } from '../../../shared/contract/desk-api.ts';
import { aQuickFolder } from '../quick-folder.ts';

/** What the offline desk and the sync loop use of the desk, over the real journal and the real kept files. */
export interface JournalDesk {
  readonly desk: Pick<DeskApi, 'journal' | 'files' | 'forget' | 'notify' | 'setBadge' | 'onEvent'>;
  readonly journal: Journal;
  readonly notices: DeskNotice[];
  readonly forgotten: CaseKey[];
  readonly badge: () => number;
  /** The disk of the journal takes no more. */
  full: boolean;
  /** From here on nothing is answered any more, as after SIGKILL; what is durable stays. */
  readonly kill: () => Promise<void>;
  /** Calls `kill` at the n-th write of the journal from now (0 = the next), before or after it is durable. */
  readonly killAtWrite: (number: number, durable: boolean, kill: () => Promise<void>) => void;
  /** Takes that back where it has not happened. */
  readonly spare: () => void;
}

const dataKey = new Uint8Array(32).fill(7);

/** A folder for one account; it lives as long as the test says. */
export function aDeskFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = aQuickFolder('account');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens the desk of one account in a folder, as main does after signing in. */
export async function openJournalDesk(folder: string, now: () => string): Promise<JournalDesk> {
  const disk: JournalDisk = {
    ...realDisk,
    write: async (file, bytes, position) => {
      if (at.full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      await realDisk.write(file, bytes, position);
    },
  };
  const journal = await openJournal({ folder: join(folder, 'journal'), dataKey, now, disk });
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
  let writes = 0;
  let plan: { readonly at: number; readonly durable: boolean; readonly kill: () => Promise<void> } | null = null;
  const written = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const now = plan?.at === writes ? plan : null;
    writes += 1;
    if (now?.durable === true) await work();
    if (now) await now.kill();
    return alive(work);
  };
  const at: JournalDesk = {
    journal,
    full: false,
    killAtWrite: (number, durable, kill) => {
      plan = { at: writes + number, durable, kill };
    },
    spare: () => {
      plan = null;
    },
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
        append: (command, seen) => written(() => journal.append(command, seen)),
        mark: (marks) => written(() => journal.mark(marks)),
        export: () => Promise.resolve({ ok: false, reason: 'not-supported' }),
      },
      files: {
        keep: (bytes) => alive(() => files.keep(bytes)),
        read: (sha256) => alive(() => files.read(sha256)),
        keepCopy: (file, bytes, subject) => alive(() => files.keepCopy(file, bytes, subject)),
        keepAhead: (file, bytes, subject) => alive(() => files.keepAhead(file, bytes, subject)),
        readCopy: (file) => alive(() => files.readCopy(file)),
        listKept: (names) => alive(() => files.listKept(names)),
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
  return at;
}
