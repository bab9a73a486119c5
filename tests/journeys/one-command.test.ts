import { describe, expect, onTestFinished, test } from 'vitest';
import { aContent } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { anApp } from '../support/journeys/app.ts';
import { aMovableServer } from '../support/journeys/movable-server.ts';

const portal = 'nordic-portal';
const subject = { kind: 'case', id: 'case-1' } as const;

describe.each(engines)('one command on $engine', ({ engine }) => {
  test('goes through journal, portal server and delta, and comes back contained', async () => {
    const world = await aMovableServer(engine, { cases: { [portal]: [aContent()] }, members: ['anna', 'bertil'] });
    const app = await anApp(world, 'anna');
    onTestFinished(async () => {
      await app.close();
      await world.close();
    });
    await app.sync();
    const { desk, loop, at } = app.running();
    expect(loop.state()).toMatchObject({ reach: 'online', trouble: null, waiting: 0 });
    expect(desk.state().rows.map(({ row }) => row.id)).toEqual(['case-1']);
    app.cable.pulled = true;
    await desk.issue({ portal, name: 'confirm-received', subject, input: { task: 'drying-1' } });
    await app.sync();
    expect(loop.state()).toMatchObject({ reach: 'offline', waiting: 1 });
    expect(desk.state().rows[0]?.row.tasks[0]?.status).toBe('0+');
    app.cable.heal();
    await app.sync();
    expect(loop.state()).toMatchObject({ reach: 'online', waiting: 0, attention: 0 });
    expect(at.journal.read().items).toMatchObject([{ state: 'done' }]);
    const open = await desk.openCase({ portal, case: 'case-1' });
    expect(open?.confirmed.case.tasks[0]?.status).toBe('0+');
    expect(open?.content).toEqual(open?.confirmed);
  });
});
