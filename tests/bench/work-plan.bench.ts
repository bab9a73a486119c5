import { aContent, aTask } from '../support/builders.ts';
import { aPortalServer } from '../support/portal-server.ts';
import { smallNetwork } from '../support/small-network.ts';
import { storedContent } from '../support/stored-case.ts';
import { aPut, editing } from '../support/work-plan.ts';
import { readOptions } from './support/options.ts';
import { runPairs } from './support/pairs.ts';
import { report, tellMachine } from './support/report.ts';

const items = 400;
const largestBatch = 100;

// A plan of 400 items: one command for all of them against a command for each, on the portal server.
const options = readOptions();
await tellMachine();
const portals = smallNetwork.portals.map((each) => ({ ...each, settings: { ...each.settings, workPlans: true } }));
const server = await aPortalServer('sqlite', { network: { ...smallNetwork, portals } });
const anna = await server.as('anna');
let cases = 0;

async function aPlannedCase(): Promise<string> {
  cases += 1;
  const id = `case-${cases}`;
  await server.addCases('nordic-portal', [aContent({ id, number: id, tasks: [aTask({ status: '2' })] })]);
  return id;
}

async function timeOf(commands: readonly unknown[]): Promise<number> {
  const began = performance.now();
  for (let from = 0; from < commands.length; from += largestBatch) {
    const outcomes = await anna.post(...commands.slice(from, from + largestBatch));
    if (outcomes.some(({ kind }) => kind !== 'carried-out')) throw new Error(JSON.stringify(outcomes[0]));
  }
  return performance.now() - began;
}

const put = Array.from({ length: items }, (_, order) => aPut({ id: `item-${order}`, order }));
try {
  let last = '';
  const pairs = await runPairs({
    pairs: options.pairs,
    ours: async () => {
      last = await aPlannedCase();
      return timeOf([anna.command('edit-work-plan', last, editing({ items: put }))]);
    },
    peer: async () => {
      const id = await aPlannedCase();
      return timeOf(put.map((each) => anna.command('edit-work-plan', id, editing({ items: [each] }))));
    },
    check: async () => {
      const stored = await storedContent(server.store, 'nordic-portal', last);
      if (stored?.case.workItems?.length !== items) throw new Error('not every item is planned');
    },
  });
  report([{ figure: `One command of ${items} work items`, pairs, goal: { kind: 'at-least', times: 20 } }]);
} finally {
  await server.close();
}
