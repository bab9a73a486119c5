import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { aContent, aTask } from '../../support/builders.ts';
import type { Engine } from '../../../portal/store/engine.ts';
import { engines } from '../../support/engines.ts';
import { anEntry, anInvoice, itsDocument } from '../../support/invoices.ts';
import { aPortalServer, contentsOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { twoStores } from '../../support/two-stores.ts';

const portal = 'nordic-portal';
const bytes = new TextEncoder().encode('%PDF-1.4 invoice');
const fileFor = (id: string) => ({
  file: `file-for-${id}`,
  name: 'invoice.pdf',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mediaType: 'application/pdf',
});
const tasks = [aTask({ status: '3' })];
const cases = [aContent({ tasks }), aContent({ id: 'case-2', number: 'NM-2', tasks })];

/** Sends the file and then the invoice. */
async function send(person: TestPerson, subject: string, number: string) {
  await person.upload(fileFor(subject).file, subject, bytes, 'invoice.pdf');
  return person.issue('add-invoice', subject, { ...anEntry({ number }), file: fileFor(subject) });
}

/** Of two portal servers that share a database each carries one out; a file has one server. */
async function twoServers(engine: Engine): Promise<{ readonly server: TestServer; readonly other: TestServer }> {
  if (engine === 'sqlite') {
    const server = await aPortalServer(engine);
    onTestFinished(() => server.close());
    return { server, other: server };
  }
  const [first, second] = await twoStores(engine);
  const server = await aPortalServer(engine, { store: first });
  const network = { companies: [], offices: [], members: [], portals: [] };
  const other = await aPortalServer(engine, { store: second, network });
  onTestFinished(async () => {
    await other.close();
    await server.close();
  });
  return { server, other };
}

const codeOf = (outcome: Awaited<ReturnType<typeof send>>) =>
  outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;

const numbersIn = async ({ store }: TestServer) =>
  (await store.db.selectFrom('invoice_number').select('number').orderBy('number').execute()).map(
    ({ number }) => number,
  );

async function isTaken(person: TestPerson, number: string): Promise<unknown> {
  const answer = await person.request(`/invoice-numbers/${portal}?number=${encodeURIComponent(number)}`, {});
  return answer.status === 200 ? ((await answer.json()) as { taken: boolean }).taken : answer.status;
}

test.each(engines)('two desks send one number at the same moment: one wins, on $engine', async ({ engine }) => {
  const { server, other } = await twoServers(engine);
  await server.addCases(portal, cases);
  const [one, two] = [await server.as('anna'), await other.as('anna')];
  const outcomes = await Promise.all([send(one, 'case-1', 'KP 7'), send(two, 'case-2', 'kp7')]);
  expect(outcomes.map(codeOf).toSorted()).toEqual(['carried-out', 'invoice-number-taken']);
  expect(JSON.stringify(outcomes)).not.toMatch(/case-\d|NM-/);
  expect(await numbersIn(server)).toEqual(['kp7']);
});

test.each(engines)(
  'a number is free again once its invoice is removed or rejected, and each company has its own, on $engine',
  async ({ engine }) => {
    const server = await aPortalServer(engine);
    onTestFinished(() => server.close());
    const theirs = anInvoice({ id: 'theirs', number: 'KP 9', company: 'rival', tasks: [] });
    const there = { tasks, invoices: [theirs], documents: [itsDocument(theirs)] };
    await server.addCases(portal, [...cases, aContent({ id: 'case-3', number: 'NM-3', ...there })]);
    const [anna, bertil, rita] = [await server.as('anna'), await server.as('bertil'), await server.as('rita')];
    expect([await isTaken(anna, 'KP 9'), await isTaken(rita, 'kp9'), await isTaken(bertil, 'KP 9')]).toEqual([
      false,
      true,
      404,
    ]);

    const added = await send(anna, 'case-1', 'KP 9');
    expect(codeOf(added)).toBe('carried-out');
    expect(await isTaken(anna, ' k p 9 ')).toBe(true);
    expect(codeOf(await send(anna, 'case-2', 'KP 9'))).toBe('invoice-number-taken');

    const [invoice] = contentsOf(await bertil.pages()).get('case-1')?.case.invoices ?? [];
    if (!invoice) throw new Error('the insurer does not see the invoice');
    const { id, revision } = invoice;
    expect(
      await bertil.issue('reject-invoice', 'case-1', { invoice: id, reason: 'x' }, { basedOn: revision }),
    ).toMatchObject({ kind: 'carried-out' });
    expect(await isTaken(anna, 'KP 9')).toBe(false);

    // The file that came with the refused one is there still.
    expect(
      codeOf(await anna.issue('add-invoice', 'case-2', { ...anEntry({ number: 'KP 9' }), file: fileFor('case-2') })),
    ).toBe('carried-out');
    const [again] = contentsOf(await anna.pages()).get('case-2')?.case.invoices ?? [];
    const basedOn = again?.revision ?? null;
    const changed = { ...anEntry({ number: 'KP 10' }), invoice: again?.id ?? '', file: null };
    expect(await anna.issue('change-invoice', 'case-2', changed, { basedOn })).toMatchObject({ kind: 'carried-out' });
    expect(await numbersIn(server)).toEqual(['kp10', 'kp9']);
    const [seen] = contentsOf(await anna.pages()).get('case-2')?.case.invoices ?? [];
    const removed = await anna.issue(
      'remove-invoice',
      'case-2',
      { invoice: again?.id ?? '' },
      { basedOn: seen?.revision ?? null },
    );
    expect(removed).toMatchObject({ kind: 'carried-out' });
    expect(await numbersIn(server)).toEqual(['kp9']);
    expect(contentsOf(await anna.pages()).get('case-2')?.case.documents).toEqual([]);
  },
);
