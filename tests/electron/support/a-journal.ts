import { onTestFinished } from 'vitest';
import { openJournal } from '../../../electron/main/journal/open-journal.ts';
import type { Journal } from '../../../electron/main/journal/open-journal.ts';
import type { JournalDisk } from '../../../electron/main/journal/segments.ts';
import { aCommand, aDataKey, someDay } from './a-command.ts';

/** Opens the journal for one test; it is closed when the test is over. */
export async function open(folder: string, disk?: JournalDisk, now: () => string = () => someDay): Promise<Journal> {
  const journal = await openJournal({ folder, dataKey: aDataKey, now, ...(disk === undefined ? {} : { disk }) });
  onTestFinished(() => journal.close());
  return journal;
}

/** Appends so many commands, each about a case of its own. */
export async function appendMany(journal: Journal, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const answer = await journal.append(aCommand(number, `c${String(number)}`), 0);
    if (!answer.ok) throw new Error(answer.reason);
  }
}

export function idsOf(journal: Journal): readonly unknown[] {
  return journal
    .read()
    .items.map(({ command }) =>
      typeof command === 'object' && command !== null && 'id' in command ? command.id : undefined,
    );
}
