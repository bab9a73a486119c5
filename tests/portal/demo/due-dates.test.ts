import { expect, test } from 'vitest';
import { reachedAt } from '../../../portal/demo/due-dates.ts';
import { atlanticSettings, nordicSettings } from '../../../portal/demo/demo-settings.ts';
import { createChance } from '../../../portal/demo/random.ts';
import { targetFrom, targetState } from '../../../shared/domain/task/target.ts';

const days = ['2026-11-23', '2026-11-28', '2026-11-29', '2026-03-08', '2026-07-01'];

test.each(days)(
  'what the demo waits for was reached before %s, and is met, near and missed all through that day',
  (day) => {
    const begin = `${day}T00:00:00.000Z`;
    for (const settings of [atlanticSettings, nordicSettings]) {
      const chance = createChance(day);
      const targets = (['0', '1', '2', 'B', '4'] as const).flatMap((status) =>
        Array.from({ length: 80 }, () => {
          const reached = reachedAt(settings, status, begin, chance);
          expect(reached < begin).toBe(true);
          return targetFrom(settings, status, reached);
        }),
      );
      for (const time of ['06:00', '14:30', '20:30']) {
        const states = targets.map((target) => targetState(target, `${day}T${time}:00.000Z`));
        const count = (state: string): number => states.filter((each) => each === state).length;
        expect(Math.min(count('on-time'), count('near'), count('overdue'))).toBeGreaterThan(8);
      }
    }
  },
);

test('chance repeats itself for a seed, and its ids are UUIDs of their moment', () => {
  const [one, same, other] = [createChance('a'), createChance('a'), createChance('b')];
  const draws = (chance: ReturnType<typeof createChance>) => [
    chance.next(),
    chance.whole(1, 6),
    chance.pick(['x', 'y']),
  ];
  expect(draws(one)).toEqual(draws(same));
  expect(draws(one)).not.toEqual(draws(other));
  const at = '2026-11-23T00:00:00.000Z';
  const id = one.id(at);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(at));
});
