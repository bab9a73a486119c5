import { describe, expect, onTestFinished, test } from 'vitest';
import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { aContent, aRole, carla } from '../builders.ts';
import { engines } from '../engines.ts';
import { anApp } from './app.ts';
import { aMovableServer } from './movable-server.ts';
import { issue, portal, storedIn, type Deed } from './right-journey.ts';

/** What Carla, who holds the role, does at, just under and just above her limit. */
export interface LimitJourney {
  /** The case in which what she does comes to this amount, in minor units. */
  readonly claim: (amount: number) => Parameters<typeof aContent>[0];
  readonly network?: NetworkDraft;
  readonly does: (amount: number) => Deed;
  readonly isDone: (stored: CaseContent) => boolean;
  /** What she is told one cent above; null where nothing is bound by it, so that no limit is asked. */
  readonly above: Refusal['code'] | null;
}

/** The default limit of the portal of the journeys, in minor units. */
const limit = 500_000;

/** The same money at, just under and just above the limit, on both engines: said on the screen, and decided alike by the portal server. */
export function tellLimitJourney(label: string, { claim, network, does, isDone, above }: LimitJourney): void {
  describe.each(engines)(`${label} and the limit, on $engine`, ({ engine }) => {
    test.each([
      ['just under it', limit - 1, null],
      ['at it', limit, null],
      ['just above it', limit + 1, above],
    ] as const)('%s', async (_, amount, refused) => {
      const role = aRole({ user: carla, userAssignedAt: '2026-11-23T08:30:00.000Z' });
      const world = await aMovableServer(engine, {
        ...(network ? { network } : {}),
        cases: { [portal]: [aContent({ role, ...claim(amount) })] },
        members: ['carla'],
      });
      const her = await anApp(world, 'carla');
      onTestFinished(async () => {
        await her.close();
        await world.close();
      });
      await her.sync();
      const answer = await issue(her, does(amount));
      expect(answer).toMatchObject(refused ? { ok: false, refusal: { code: refused } } : { ok: true });
      await her.sync();
      expect(isDone(await storedIn(world))).toBe(refused === null);
    });
  });
}
