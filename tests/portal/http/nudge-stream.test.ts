import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createPortalApp } from '../../../portal/portal-app.ts';
import { openStore } from '../../../portal/store/open-store.ts';
import { aContent, aRole } from '../../support/builders.ts';
import { emptyStore, engines } from '../../support/engines.ts';
import { aPortalServer, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { smallNetwork } from '../../support/small-network.ts';

interface Stream {
  readonly text: () => string;
  readonly nudges: () => number;
  readonly ended: () => boolean;
  readonly stop: () => Promise<void>;
}

async function listen(person: TestPerson): Promise<Stream> {
  const response = await person.request('/sync/nudges');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const reader = response.body?.getReader();
  if (!reader) throw new Error('no body');
  let [text, ended] = ['', false];
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    ended = true;
  })();
  await expect.poll(() => text).toContain(': beat');
  return {
    text: () => text,
    nudges: () => text.split('event: nudge\ndata:\n\n').length - 1,
    ended: () => ended,
    stop: () => reader.cancel(),
  };
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 500));

describe.each(engines)('nudges on $engine', ({ engine }) => {
  let server: TestServer;

  beforeEach(async () => {
    server = await aPortalServer(engine);
    await server.addCases('nordic-portal', [aContent()]);
  });
  afterEach(() => server.close());

  test('sync 32: go to who sees the case and to nobody else, and carry nothing', async () => {
    const [bertil, rita] = [await listen(await server.as('bertil')), await listen(await server.as('rita'))];
    await (await server.as('anna')).issue('write-chat', 'case-1', { text: 'secret' });
    await expect.poll(bertil.nudges, { timeout: 5000 }).toBe(1);
    await aMoment();
    expect(rita.nudges()).toBe(0);
    expect(bertil.text().replaceAll(/: beat\n\n|event: nudge\ndata:\n\n/g, '')).toBe('');
    await Promise.all([bertil.stop(), rita.stop()]);
  });

  test('sync 32: go to who saw the case before and no longer does', async () => {
    const user = { member: 'carla', name: 'Carla Person', company: 'arvio' };
    await server.addCases('nordic-portal', [aContent({ id: 'case-2', role: aRole({ user }) })]);
    const carla = await listen(await server.as('carla'));
    const bertil = await server.as('bertil');
    await bertil.issue('remove-role', 'case-2', { reason: 'x' }, { basedOn: 'revision-of-role' });
    await expect.poll(carla.nudges, { timeout: 5000 }).toBeGreaterThan(0);
    await carla.stop();
  });

  test('sync 32: many changes are at most one nudge a second', async () => {
    const anna = await server.as('anna');
    const bertil = await listen(await server.as('bertil'));
    const began = performance.now();
    for (let round = 0; round < 20; round += 1) await anna.issue('write-chat', 'case-1', { text: `${round}` });
    await expect.poll(bertil.nudges, { timeout: 5000 }).toBeGreaterThan(0);
    await aMoment();
    expect(bertil.nudges()).toBeLessThanOrEqual(1 + (performance.now() - began) / 1000);
    await bertil.stop();
  });

  test('sync 32: a clock that is set back by ten days holds no nudge up', async () => {
    const anna = await server.as('anna');
    const bertil = await listen(await server.as('bertil'));
    await anna.issue('write-chat', 'case-1', { text: 'before' });
    await expect.poll(bertil.nudges, { timeout: 5000 }).toBe(1);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    vi.setSystemTime(vi.getRealSystemTime() - 10 * 86_400_000);
    await anna.issue('write-chat', 'case-1', { text: 'after' });
    await expect.poll(bertil.nudges, { timeout: 5000 }).toBe(2);
    await bertil.stop();
  });

  test('a new right is heard of at once by who gets it', async () => {
    const anna = await listen(await server.as('anna'));
    await (await server.as('bertil')).issue('change-member', 'anna', { level: 2 });
    await expect.poll(anna.nudges, { timeout: 5000 }).toBeGreaterThan(0);
    await anna.stop();
  });

  test('sync 32: the stream ends when the session does', async () => {
    const bertil = await server.as('bertil');
    const stream = await listen(bertil);
    await server.deps.accounts.signOut(new Headers({ authorization: bertil.authorization() }));
    // One about the beginning may have come as late as the listening.
    const before = stream.nudges();
    await (await server.as('anna')).issue('write-chat', 'case-1', { text: 'x' });
    await expect.poll(stream.ended, { timeout: 5000 }).toBe(true);
    expect(stream.nudges()).toBe(before);
  });
});

describe('streams without end', () => {
  let server: TestServer;
  const beats = 25_000;

  beforeEach(async () => {
    server = await aPortalServer('sqlite');
  });
  afterEach(async () => {
    vi.useRealTimers();
    await server.close();
  });

  test('of too many of one person the oldest give way; other people keep theirs', async () => {
    const [anna, bertil] = [await server.as('anna'), await server.as('bertil')];
    const other = await listen(bertil);
    const streams: Stream[] = [];
    for (let number = 0; number < 22; number += 1) streams.push(await listen(anna));
    await expect.poll(() => streams.map((stream) => stream.ended()).lastIndexOf(true)).toBe(1);
    expect([...streams.slice(2), other].some((stream) => stream.ended())).toBe(false);
    await Promise.all([other, ...streams].map((stream) => stream.stop()));
    const next = await listen(anna);
    expect(next.ended()).toBe(false);
    await next.stop();
  });

  test('one that nobody reads is closed before it piles up', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const unread = await (await server.as('anna')).request('/sync/nudges');
    await vi.advanceTimersByTimeAsync(100 * beats);
    vi.useRealTimers();
    // Were it still open, its text would never end.
    const text = await unread.text();
    expect(text.split(': beat').length).toBeLessThan(20);
  });

  test('one that cannot begin is over, and says so once', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const gone = await emptyStore('sqlite');
    await gone.close();
    const app = createPortalApp({ ...server.deps, store: gone });
    const authorization = (await server.as('anna')).authorization();
    const answer = await app.request('/sync/nudges', { headers: { authorization } });
    expect(await answer.text()).toBe('');
    await vi.advanceTimersByTimeAsync(4 * beats);
    expect(server.faults.splice(0)).toHaveLength(1);
  });
});

test('sync 32: a nudge reaches people on another portal server of the same PostgreSQL', async () => {
  const first = await aPortalServer('postgres');
  await first.addCases('nordic-portal', [aContent()]);
  const store = await openStore({ url: first.store.url ?? '' });
  const second = await aPortalServer('postgres', { store, network: { ...smallNetwork, portals: [] } });
  const stream = await listen(await second.as('bertil'));
  // The connection that listens may still be opening: nudge until it is heard.
  const anna = await first.as('anna');
  await expect
    .poll(
      async () => {
        await anna.issue('write-chat', 'case-1', { text: 'x' });
        return stream.nudges();
      },
      { timeout: 10_000, interval: 200 },
    )
    .toBeGreaterThan(0);
  await stream.stop();
  await second.close();
  await first.close();
});
