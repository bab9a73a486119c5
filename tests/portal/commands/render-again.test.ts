import { describe, expect, onTestFinished, test } from 'vitest';
import { aContent, anna, aTask } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf } from '../../support/portal-server.ts';

describe.each(engines)('views rendered again on $engine', ({ engine }) => {
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
});
