import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createJobs, type Jobs } from '../../../portal/jobs/create-jobs.ts';
import { addJobs } from '../../../portal/jobs/job-list.ts';
import type { JobKey, Piece, Work } from '../../../portal/jobs/job.ts';
import { claimNext, endPiece, holdLease } from '../../../portal/jobs/leases.ts';
import { databaseTime } from '../../../portal/store/database-time.ts';
import { toMilliseconds } from '../../../shared/domain/moment.ts';
import { engines } from '../../support/engines.ts';
import { jobsOf, makeDue, runOutLeases } from '../../support/jobs.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

const base: Omit<Work, 'run'> = { lanes: 1, poll: 5, mostAttempts: 3, waitAfter: () => 60_000 };
const report = (subject: string): JobKey => ({ kind: 'report', portal: 'nordic-portal', subject });

describe.each(engines)('jobs on $engine', ({ engine }) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await aPortalServer(engine);
  });
  afterEach(() => server.close());

  const add = (...subjects: readonly string[]): Promise<void> =>
    server.store.db.transaction().execute((db) => addJobs({ store: server.store, db }, subjects.map(report)));
  const jobs = (run: Work['run'], more: Partial<Work> = {}): Jobs =>
    createJobs(server.deps, { report: { ...base, ...more, run } });
  const note = ({ due, noted }: { readonly due: number; readonly noted: number }): Promise<unknown> =>
    server.store.db
      .updateTable('job')
      .set({ due: databaseTime(engine, due), noted_at: databaseTime(engine, noted) })
      .execute();

  test('one in pieces goes on from its place, in turns with the others; done, it is gone', async () => {
    await add('a', 'b');
    const seen: string[] = [];
    const pieces = await jobs(async ({ subject, place }) => {
      seen.push(`${subject}${place}`);
      return place === '2' ? 'done' : { place: String(Number(place) + 1) };
    }).runDue();
    expect(pieces).toBe(6);
    expect(seen).toEqual(['a', 'b', 'a1', 'b1', 'a2', 'b2']);
    expect(await jobsOf(server)).toEqual([]);
  });

  test('what is written in a transaction that is taken back is no job', async () => {
    const { store } = server;
    const broken = store.db.transaction().execute(async (db) => {
      await addJobs({ store, db }, [report('a')]);
      throw new Error('taken back');
    });
    await expect(broken).rejects.toThrow('taken back');
    expect(await jobsOf(server)).toEqual([]);
  });

  test('several servers do each piece once, and none waits for another', async () => {
    const subjects = Array.from({ length: 12 }, (_, index) => `job-${index}`);
    await add(...subjects);
    const done: string[] = [];
    const run = async ({ subject, place }: { readonly subject: string; readonly place: string }) => {
      done.push(`${subject} ${place}`);
      return place === '' ? { place: 'half' } : ('done' as const);
    };
    const pieces = await Promise.all([1, 2, 3].map(() => jobs(run).runDue()));
    expect(pieces.reduce((sum, each) => sum + each)).toBe(24);
    expect(done.toSorted()).toEqual(subjects.flatMap((id) => [`${id} `, `${id} half`]).toSorted());
  });

  test('one that is added again while a piece is under way starts over, and the piece commits nothing', async () => {
    await add('a');
    const [places, kept]: [string[], string[]] = [[], []];
    const again = async ({ place }: { readonly place: string }, piece: Piece) => {
      places.push(place);
      if (places.length === 2) await add('a');
      await server.store.db.transaction().execute(async (db) => {
        await piece.hold(db);
        kept.push(place);
      });
      return place === '2' ? ('done' as const) : { place: String(Number(place) + 1) };
    };
    await jobs(again).runDue();
    expect(places).toEqual(['', '1', '', '1', '2']);
    expect(kept).toEqual(['', '', '1', '2']);
    expect(await jobsOf(server)).toEqual([]);
  });

  test('who was taken for dead neither writes nor ends what another has taken over', async () => {
    await add('a');
    const { store } = server;
    const dead = await claimNext(store, 'report', 'first');
    expect(dead?.job).toMatchObject({ subject: 'a', attempts: 1, place: '' });
    expect(await claimNext(store, 'report', 'second')).toBeNull();
    await runOutLeases(server);
    const alive = await claimNext(store, 'report', 'second');
    if (!dead || !alive) throw new Error('nothing was claimed');
    await expect(holdLease(dead, store.db)).rejects.toThrow('somebody else');
    await endPiece(dead, 'done', { ...base, run: async () => 'done' });
    await endPiece(dead, { place: 'far' }, { ...base, run: async () => 'done' });
    expect(await jobsOf(server)).toMatchObject([{ lease: 'second', place: '', attempts: 2 }]);
    await holdLease(alive, store.db);
    await endPiece(alive, 'done', { ...base, run: async () => 'done' });
    expect(await jobsOf(server)).toEqual([]);
  });

  test('while a piece takes long its lease is renewed, and nobody else begins it', async () => {
    await add('a');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (letGo = resolve));
    const running = jobs(() => hanging.then(() => 'done')).runDue();
    await expect.poll(async () => (await jobsOf(server))[0]?.attempts).toBe(1);
    await runOutLeases(server);
    vi.advanceTimersByTime(10_000);
    const left = async () => {
      const [job] = await jobsOf(server);
      return toMilliseconds(job?.lease_until ?? '') - toMilliseconds(job?.noted_at ?? '');
    };
    await expect.poll(left).toBeCloseTo(30_000, -2);
    expect(await jobs(async () => 'done').runDue()).toBe(0);
    letGo();
    expect([await running, await jobsOf(server)]).toEqual([1, []]);
  });

  test('what fails waits, says why without words, and is given up with what that means', async () => {
    await add('a');
    const given: string[] = [];
    const failing = jobs(
      async () => {
        throw new RangeError('of Mrs Smith in case 12');
      },
      { onGivenUp: async (_, { subject }) => void given.push(subject) },
    );
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await failing.runDue()).toBe(1);
      expect(await jobsOf(server)).toMatchObject([{ attempts: attempt, failure: 'RangeError', lease: null }]);
      expect(given).toEqual(attempt < 3 ? [] : ['a']);
      await makeDue(server);
    }
    expect(await failing.runDue()).toBe(0);
    expect(await jobsOf(server)).toMatchObject([{ due: null }]);
    expect(server.faults.splice(0)).toHaveLength(3);
    await add('a');
    expect(await jobs(async () => 'done').runDue()).toBe(1);
  });

  test('what ends each server that begins it is given up as well', async () => {
    await add('a');
    await server.store.db.updateTable('job').set({ attempts: 3 }).execute();
    const begun: string[] = [];
    await jobs(async ({ subject }) => (begun.push(subject), 'done')).runDue();
    expect(begun).toEqual([]);
    expect(await jobsOf(server)).toMatchObject([{ due: null, failure: 'ServerLost' }]);
    expect(server.faults.splice(0)).toHaveLength(1);
  });

  test('a piece that gets on counts no attempts', async () => {
    await add('a');
    await server.store.db.updateTable('job').set({ attempts: 2 }).execute();
    const attempts: number[] = [];
    const run: Work['run'] = async (job) => {
      attempts.push(job.attempts);
      return job.place === 'half' ? 'done' : { place: 'half' };
    };
    await jobs(run).runDue();
    expect(attempts).toEqual([3, 1]);
  });

  test('what was written while the clock was ahead is not waited for; a little ahead is no other clock', async () => {
    await add('a');
    const done = jobs(async () => 'done');
    const year = 400 * 86_400_000;
    await note({ due: 20_000, noted: 20_000 });
    expect(await done.runDue()).toBe(0);
    await note({ due: year, noted: 0 });
    expect(await done.runDue()).toBe(0);
    await note({ due: year, noted: year });
    expect(await done.runDue()).toBe(1);
  });

  test('what is done again and again is one job for all servers, and keeps its time', async () => {
    let swept = 0;
    const sweeping = () =>
      createJobs(server.deps, {
        'sweep-portals': { ...base, every: 3_600_000, run: async () => ((swept += 1), 'done') },
      });
    const [one, other] = [sweeping(), sweeping()];
    await Promise.all([one.start(), other.start()]);
    const [job, ...more] = await jobsOf(server);
    expect(more).toEqual([]);
    expect(toMilliseconds(job?.due ?? '') - toMilliseconds(job?.added_at ?? '')).toBeCloseTo(3_600_000, -2);
    await makeDue(server);
    await expect.poll(() => swept).toBe(1);
    await Promise.all([one.stop(), other.stop()]);
    expect(await jobsOf(server)).toMatchObject([{ kind: 'sweep-portals', attempts: 0, lease: null }]);
    expect(await sweeping().runDue()).toBe(0);
    expect(swept).toBe(1);
  });

  test('one kind that hangs holds up no other; who stops leaves the rest to the next at once', async () => {
    await add('a');
    await addJobs({ store: server.store, db: server.store.db }, [{ kind: 'briefs', portal: 'p', subject: '' }]);
    let letGo: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (letGo = resolve));
    const done: string[] = [];
    const first = createJobs(server.deps, {
      report: { ...base, run: () => hanging.then(() => ({ place: 'half' })) },
      briefs: { ...base, run: async ({ kind }) => (done.push(kind), 'done') },
    });
    await first.start();
    await expect.poll(() => done).toEqual(['briefs']);
    const stopping = first.stop();
    letGo();
    await stopping;
    const places: string[] = [];
    await jobs(async ({ place }) => (places.push(place), 'done')).runDue();
    expect(places).toEqual(['half']);
  });
});
