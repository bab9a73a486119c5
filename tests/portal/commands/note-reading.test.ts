import { expect, onTestFinished, test, vi } from 'vitest';
import { nudgesOf } from '../../../portal/reads/nudges.ts';
import { aContent, aRole, carla, monday } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, lineOf } from '../../support/portal-server.ts';

const manyMessages = Array.from({ length: 200 }, (_, index) => ({
  id: `message-${index}`,
  by: carla,
  companyName: 'Arvio Oy',
  text: 'x',
  at: monday,
  receivedAt: monday,
}));

test.each(engines)('nobody has read more than there is: what comes later is new, on $engine', async ({ engine }) => {
  const server = await aPortalServer(engine);
  onTestFinished(() => server.close());
  await server.addCases('nordic-portal', [{ ...aContent({ role: aRole({ user: carla }) }), chat: manyMessages }]);
  const person = await server.as('carla');
  for (const messages of [3, 1_000_000]) await person.issue('mark-read', carla.member, { case: 'case-1', messages });
  expect(lineOf(await person.pages(), 'reading')?.reading).toEqual({ 'case-1': 200 });
});

test.each(engines)('what somebody has read is told to the own computers only, on $engine', async ({ engine }) => {
  const server = await aPortalServer(engine);
  const touched = new Set<string>();
  const stop = nudgesOf(server.store).listen((_, audiences) => audiences.forEach((each) => touched.add(each)));
  onTestFinished(async () => {
    stop();
    await server.close();
  });
  await server.addCases('nordic-portal', [{ ...aContent({ role: aRole({ user: carla }) }), chat: manyMessages }]);
  const person = await server.as('carla');
  let messages = 0;
  const read = () => person.issue('mark-read', carla.member, { case: 'case-1', messages: (messages += 1) });
  // Where servers share a database, listening begins in its own time: what comes before that is not heard.
  const heard = async (): Promise<void> => {
    if (touched.size === 0) await read();
    expect(touched).toContain(`member:${carla.member}`);
  };
  await vi.waitFor(heard, { timeout: 10_000, interval: 200 });
  touched.clear();
  await read();
  await vi.waitFor(() => expect(touched).toEqual(new Set([`member:${carla.member}`])), { timeout: 10_000 });
});

test.each(engines)('who does not see a chat does not hear how long it is, on $engine', async ({ engine }) => {
  const server = await aPortalServer(engine);
  onTestFinished(() => server.close());
  await server.addCases('nordic-portal', [{ ...aContent({ role: aRole({ user: carla }) }), chat: manyMessages }]);
  // The office sees that it holds the role, and not what is written in the case.
  const colleague = await server.as('cora');
  const answer = await colleague.issue('mark-read', 'cora', { case: 'case-1', messages: 1_000_000 });
  expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'case-not-found' } });
  expect(lineOf(await colleague.pages(), 'reading')?.reading).toEqual({});
});
