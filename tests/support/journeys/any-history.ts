import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../portal/store/engine.ts';
import { expectExactlyOnce, expectOneTruth, settle } from './at-the-end.ts';
import { everybody, manyStatuses, withPlans } from './beginning.ts';
import { aMovableServer, type MovableServer } from './movable-server.ts';
import { createHappenings, mustHappen, type Happenings } from './happenings.ts';
import { beginPlay, playStep } from './play.ts';
import { plans, type Plan } from './steps.ts';

/** PARTNER_DESK_SEEDS: how many histories an engine; PARTNER_DESK_SEED and PARTNER_DESK_PATH: exactly the one that was printed. */
const seeds = process.env['PARTNER_DESK_SEEDS'];
/** PostgreSQL copies a whole database for each history. */
const usually = { sqlite: 180, postgres: 80 } as const;
/** So many histories have everything in them; fewer are for looking at one. */
const enough = 180;
const path = process.env['PARTNER_DESK_PATH'];

/** The histories on one engine. Each has a file of its own, so that both are played at the same time. */
export function playAnyHistory(engine: Engine): void {
  describe(`any history on ${engine}`, () => {
    let world: MovableServer;

    beforeAll(async () => {
      world = await aMovableServer(engine, { network: withPlans, cases: manyStatuses, members: everybody });
    });
    afterAll(() => world.close());

    test('push, pull, crash, retry, discard, wipe, set back and changed rights end in views = confirmed = SQL', async () => {
      const seen = createHappenings();
      const numRuns = Number(seeds ?? usually[engine]);
      await fc.assert(
        fc.asyncProperty(plans, async (plan) => {
          await playToTheEnd(world, plan, seen);
        }),
        { numRuns, ...(path === undefined ? {} : { path }) },
      );
      console.info(engine, numRuns, seen.counts());
      if (path !== undefined || numRuns < enough) return;
      const counts = seen.counts();
      expect(mustHappen.filter((what) => counts[what] === 0)).toEqual([]);
    }, 3_600_000);
  });
}

async function playToTheEnd(world: MovableServer, plan: Plan, seen: Happenings): Promise<void> {
  await world.beginAgain();
  const play = await beginPlay(world, plan, seen);
  try {
    for (const step of plan.steps) await playStep(play, step);
    await settle(play);
    await expectOneTruth(play);
    await expectExactlyOnce(play);
    expect(world.server().faults).toEqual([]);
  } finally {
    for (const app of play.apps) await app.close();
  }
}
