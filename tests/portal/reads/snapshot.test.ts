import { describe, expect, onTestFinished, test } from 'vitest';
import { aContent } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, cursorOf, lineOf } from '../../support/portal-server.ts';

describe.each(engines)('one moment on $engine', ({ engine }) => {
  test('sync 20: a command is contained only in an answer whose cursor has reached its change', async () => {
    const server = await aPortalServer(engine);
    onTestFinished(() => server.close());
    await server.addCases('nordic-portal', [aContent()]);
    const anna = await server.as('anna');
    let cursor = cursorOf(await anna.pages());
    for (let round = 0; round < 40; round += 1) {
      const command = anna.command('write-chat', 'case-1', { text: `Round ${round}` });
      const posting = anna.post(command);
      const pulls = [anna.delta(cursor, { named: [command.id] }), anna.delta(cursor, { named: [command.id] })];
      const [outcome] = await posting;
      const change = outcome && 'change' in outcome ? outcome.change : 0;
      for (const lines of await Promise.all(pulls)) {
        const [contained] = lineOf(lines, 'contained')?.commands ?? [];
        const reached = cursorOf(lines).number >= change;
        expect([round, contained?.kind]).toEqual([round, reached ? 'carried-out' : 'unknown']);
        cursor = cursorOf(lines);
      }
    }
  });
});
