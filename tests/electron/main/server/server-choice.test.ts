import { expect, test } from 'vitest';
import { createServerChoice } from '../../../../electron/main/server/server-choice.ts';
import type { ServerChoosing, ServerChoosingOptions } from '../../../../electron/main/server/server-choice.ts';

const ann = { email: 'ann@x.example', name: 'Ann', role: 'supplier', password: 'p' };

function aChoice(change: Partial<ServerChoosingOptions> = {}): ServerChoosing {
  let kept: string | null = null;
  return createServerChoice({
    policy: null,
    policyTrouble: null,
    switch: null,
    demoSwitch: false,
    kept: () => kept,
    keep: async (address) => void (kept = address),
    demo: () => ({ demoAccounts: [ann], demoDay: '2026-11-23' }),
    isEmpty: () => true,
    ...change,
  });
}

test('with nothing configured it is the embedded server with its demo', () => {
  expect(aChoice().current()).toEqual({
    address: 'embedded',
    decidedBy: 'default',
    demoAccounts: [ann],
    demoDay: '2026-11-23',
  });
});

test('a policy that is not followed is told beside the address that is in force', () => {
  const policyTrouble = { place: '/etc/policy.json', reason: 'not-understood' } as const;
  const choice = aChoice({ policyTrouble, switch: 'https://portal.example' });
  expect(choice.current()).toMatchObject({ address: 'https://portal.example', decidedBy: 'switch', policyTrouble });
});

test('demo accounts are offered on the embedded server only, and where a policy or switch names it only with --demo', () => {
  expect(aChoice({ switch: 'https://portal.example' }).current().demoAccounts).toEqual([]);
  expect(aChoice({ switch: 'https://portal.example', demoSwitch: true }).current().demoAccounts).toEqual([]);
  expect(aChoice({ switch: 'embedded', demoSwitch: true }).current().demoAccounts).toEqual([ann]);
});

test('where a policy or switch names the server inside the app without its demo, it is the one to be set up', () => {
  const own = { address: 'this-computer', demoAccounts: [], isEmpty: true };
  expect(aChoice({ policy: 'embedded' }).current()).toEqual({ ...own, decidedBy: 'policy' });
  expect(aChoice({ switch: 'embedded' }).current()).toEqual({ ...own, decidedBy: 'switch' });
});

test('the portal server of this computer is chosen like an address, and says whether it waits to be set up', async () => {
  const chosen = await aChoice().choose('this-computer');
  expect(chosen).toEqual({ address: 'this-computer', decidedBy: 'settings', demoAccounts: [], isEmpty: true });
  const made = await aChoice({ isEmpty: () => false }).choose('this-computer');
  expect(made).toEqual({ address: 'this-computer', decidedBy: 'settings', demoAccounts: [] });
});

test('an address is kept; a wrong one, or one beside a policy or switch, changes nothing', async () => {
  expect(await aChoice().choose('portal.example')).toMatchObject({
    address: 'https://portal.example',
    decidedBy: 'settings',
  });
  expect(await aChoice().choose('http://portal.example')).toMatchObject({ address: 'embedded', decidedBy: 'default' });
  const kept: string[] = [];
  const keep = async (address: string): Promise<void> => void kept.push(address);
  const managed = aChoice({ policy: 'https://a.example', keep });
  expect(await managed.choose('https://b.example')).toMatchObject({
    address: 'https://a.example',
    decidedBy: 'policy',
  });
  expect(await aChoice({ switch: 'https://c.example', keep }).choose('https://b.example')).toMatchObject({
    decidedBy: 'switch',
  });
  // Else it would be in force on the day the policy goes.
  expect(kept).toEqual([]);
});
