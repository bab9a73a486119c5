import { openJournal } from '../../../electron/main/journal/open-journal.ts';
import { aCommand, aDataKey, someDay } from './a-command.ts';

/* Run by itself: appends, marks and compacts as fast as it can and says which commands it was told are safe. */
const [folder = '', round = ''] = process.argv.slice(2);
const journal = await openJournal({ folder, dataKey: aDataKey, now: () => someDay });
for (let number = 1; ; number += 1) {
  const id = `command-${round}-${String(number)}`;
  const answer = await journal.append({ ...aCommand(number), id, subject: { case: id } }, 0);
  if (!answer.ok) throw new Error(answer.reason);
  process.stdout.write(`${id}\n`);
  if (number % 5 === 0) await journal.mark([{ position: answer.position, state: 'sent' }]);
  if (number % 40 === 0) await journal.compact();
}
