import { describe, expect, onTestFinished, test } from 'vitest';
import { aContent, anna, aTask, monday } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf } from '../../support/portal-server.ts';

describe.each(engines)('what a member sees otherwise at once on $engine', ({ engine }) => {
  test('sync 21: a budget permission taken away takes the budgets out of what its member sees as a responsible', async () => {
    const server = await aPortalServer(engine);
    onTestFinished(() => server.close());
    await server.addCases('nordic-portal', [aContent({ tasks: [aTask({ status: '1', responsibles: [anna] })] })]);
    const [reader, bertil] = [await server.as('anna'), await server.as('bertil')];
    const hidden = async () => contentsOf(await reader.pages()).get('case-1')?.case.hidden;
    expect(await hidden()).not.toContain('budgets');
    await bertil.issue('change-member', 'anna', { budgetPermission: false });
    expect(await hidden()).toContain('budgets');
    await bertil.issue('change-member', 'anna', { budgetPermission: true });
    expect(await hidden()).not.toContain('budgets');
  });

  test('many cases are seen otherwise at once, each with what was written in it', async () => {
    const server = await aPortalServer(engine);
    onTestFinished(() => server.close());
    const ids = Array.from({ length: 60 }, (_, index) => `case-${index}`);
    const entry = { by: anna, companyName: 'Arvio', at: monday, receivedAt: monday };
    await server.addCases(
      'nordic-portal',
      ids.map((id) => ({
        ...aContent({ id, number: id, tasks: [aTask({ status: '1', responsibles: [anna] })] }),
        chat: [{ ...entry, id: `chat-${id}`, text: `about ${id}` }],
      })),
    );
    await (await server.as('bertil')).issue('change-member', 'anna', { budgetPermission: false });
    const seen = contentsOf(await (await server.as('anna')).pages('&limit=100'));
    expect(ids.filter((id) => seen.get(id)?.case.hidden.includes('budgets'))).toEqual(ids);
    expect(ids.map((id) => seen.get(id)?.chat.map(({ text }) => text))).toEqual(ids.map((id) => [`about ${id}`]));
  });
});
