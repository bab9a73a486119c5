import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandInputs, CommandName } from '../../../shared/domain/command-book.ts';
import { aContent, aTask, anna } from '../../support/builders.ts';
import { anEnteredPart, deciding } from '../../support/compensation.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';

const inspection = { id: 'inspection-1', type: 'inspection', kind: 'inspection', main: true } as const;

describe.each(engines)('an inspection that an early decision took from its office, on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    const content = aContent({
      decision: null,
      tasks: [
        aTask({ ...inspection, status: '3', responsibles: [anna], revision: 'inspection-1' }),
        aTask({ id: 'drying-2', company: 'rival', office: 'rival-kuopio' }),
      ],
    });
    await server.addCases('nordic-portal', [content]);
  });
  afterEach(() => server.close());

  const task = inspection.id;
  const bytes = async (member: string) =>
    JSON.stringify(contentsOf(await (await server.as(member)).pages()).get('case-1') ?? null);
  const issue = async <Name extends CommandName>(
    member: string,
    name: Name,
    input: CommandInputs[Name],
    basedOn: string | null = null,
  ) => {
    const outcome = await (await server.as(member)).issue(name, 'case-1', input, { basedOn });
    expect([name, outcome]).toMatchObject([name, { kind: 'carried-out' }]);
    return outcome.id;
  };
  const asks = (member: string, question: string) =>
    issue(member, 'ask-information', { task, owedBy: 'partner', question });

  test('what was asked about it, before and after it was taken back, reaches no other company', async () => {
    const anna = await server.as('anna');
    const asked = await asks('anna', 'first-question');
    expect(await bytes('rita')).toContain('"status":"I"');
    const before = cursorOf(await anna.pages());
    const decided = await issue('bertil', 'decide-compensation', deciding(task, { early: true }), asked);
    expect(lineOf(await anna.delta(before), 'withdrawn')?.cases).toMatchObject([{ reason: 'early-decision' }]);
    await issue('bertil', 'reverse-compensation-decision', { reason: 'Too early' }, decided);
    const again = await asks('bertil', 'second-question');
    await issue('bertil', 'give-information', { task, answer: 'the-answer' }, again);
    for (const text of ['first-question', 'second-question', 'the-answer']) {
      expect(await bytes('rita')).not.toContain(text);
      expect(await bytes('bertil')).toContain(text);
    }
  });

  test.each([
    ['a deduction above all of it', { parts: [anEnteredPart({ deduction: 101 })] }],
    ['an amount below nothing', { parts: [anEnteredPart({ amount: -1 })], currency: 'EUR' }],
    ['more parts than a damage has', { parts: Array.from({ length: 51 }, () => anEnteredPart()) }],
    ['a ruling that there is not', { parts: [anEnteredPart({ ruling: 'perhaps' as never })] }],
    ['a reason without an end', { reason: 'x'.repeat(1_000_000) }],
    ['an authority of two lines', { authority: 'Nordic\nMutual' }],
    ['a zero character', { customerText: 'a\u0000b' }],
  ])('%s is no command, and changes nothing', async (_, change) => {
    const bertil = await server.as('bertil');
    const input = deciding(task, { early: true, ...change });
    const outcome = await bertil.issue('decide-compensation', 'case-1', input, { basedOn: 'inspection-1' });
    expect(outcome).toMatchObject({ kind: 'trouble', problem: 'not-understood' });
    expect(await bytes('rita')).toContain('"decision":null');
  });
});
