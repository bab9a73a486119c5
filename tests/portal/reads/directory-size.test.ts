import { describe, expect, test } from 'vitest';
import { engines } from '../../support/engines.ts';
import { manyMembers } from '../../support/many-members.ts';
import { aPortalServer, cursorOf, lineOf } from '../../support/portal-server.ts';

/** What each other desk downloads, by the bytes alone: the same in a small and in a large portal. */
describe.each(engines)('the size of a delta on $engine', ({ engine }) => {
  test.each([20, 2000])('one changed member among %i is at most 2 kB on another desk', async (members) => {
    const server = await aPortalServer(engine, { network: manyMembers(members) });
    try {
      const birgit = await server.as('birgit');
      const cursor = cursorOf(await birgit.pages());
      await (await server.as('bertil')).issue('change-member', 'member-7', { certified: ['drying'] });
      const lines = await birgit.delta(cursor);
      expect(lineOf(lines, 'directory')?.members.map(({ id }) => id)).toEqual(['member-7']);
      const bytes = Buffer.byteLength(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      expect(bytes).toBeLessThanOrEqual(2000);
    } finally {
      await server.close();
    }
  });
});
