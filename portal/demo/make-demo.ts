import { readFile } from 'node:fs/promises';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { claimsSurroundings } from '../claims-import/claims-surroundings.ts';
import type { PriceList } from '../../shared/domain/price-list/price-list.ts';
import { caseNumber } from '../claims-import/import-claims.ts';
import { beginCase } from '../claims-import/make-case.ts';
import { readClaims } from '../claims-import/read-claims.ts';
import { assetPath } from '../asset-path.ts';
import { inChange, type Change } from '../commands/in-change.ts';
import { addCases } from '../commands/save-case.ts';
import { applyNetwork } from '../network/apply-network.ts';
import { networkSchema } from '../network/network-document.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { readNetwork, type Network } from '../reads/network.ts';
import { demoPasswordHash, demoPeople } from './demo-accounts.ts';
import { demoMapping, readPublishedClaims, siteOf, writeDemoClaims, type PlannedClaim } from './demo-claims.ts';
import type { PublishedClaim } from './demo-claims.ts';
import { demoNetwork, demoPortals } from './demo-network.ts';
import { selectMembers } from './tell-selection.ts';
import { importDemoPrices } from './demo-prices.ts';
import { planCase } from './plan-case.ts';
import { planShown } from './plan-shown.ts';
import { createChance, type Chance } from './random.ts';
import { writeFiles, writeReading } from './write-demo.ts';
import { tellCase, type ToldCase } from './tell-case.ts';
import { castOf, type Cast } from './teller.ts';

/** How much was made. */
export interface DemoCounts {
  readonly cases: number;
  readonly files: number;
}

/**
 * Fills an empty database with the demo: the published claims through the importer, and what has happened since
 * through the domain's own decisions. Deterministic by calendar day; all of it lies before that day's first minute.
 */
export async function makeDemo(deps: ChangeDeps, day: string): Promise<DemoCounts> {
  const now: Moment = `${day}T00:00:00.000Z`;
  const ids = createChance('people');
  const past = { ...deps, now: () => now, newId: () => ids.id(now) };
  const applied = await applyNetwork(past, {
    network: networkSchema.parse(demoNetwork()),
    passwordHash: demoPasswordHash,
  });
  if (!applied.ok) throw new Error(`The demo's network does not fit: ${JSON.stringify(applied.faults)}`);
  const published = readPublishedClaims(await readFile(assetPath('demo', 'nfip-claims.csv'), 'utf8'));
  // Five of eight rows are Atlantic's, so that both insurers have claims everywhere.
  const shares = { [demoPortals.atlantic]: [0, 1, 2, 3, 4], [demoPortals.nordic]: [5, 6, 7] };
  const counts = { cases: 0, files: 0 };
  for (const [portal, places] of Object.entries(shares)) {
    const claims = published.filter((_, index) => places.includes(index % 8));
    await selectMembers(past, portal);
    const prices = await importDemoPrices(past, portal, day);
    const made = await inChange(past, portal, (change) => fillPortal(change, { published: claims, prices, now }));
    counts.cases += made.cases;
    counts.files += made.files;
  }
  return counts;
}

interface PortalGround {
  readonly published: readonly PublishedClaim[];
  readonly prices: PriceList | null;
  readonly now: Moment;
}

async function fillPortal(change: Change, { published, prices, now }: PortalGround): Promise<DemoCounts> {
  const network = await readNetwork({ store: change.store, db: change.db, during: change.number }, change.portal);
  if (!network) throw new Error('The demo has no such portal.');
  const chance = createChance(change.portal);
  const cast = castOf(network, prices);
  const planned = planAll(cast, published, now);
  const told = tellAll(cast, planned, { now, chance });
  await addCases(
    change,
    network,
    told.map((each) => each.content),
  );
  const files = await writeFiles(change, told);
  await writeReading(change, network, { told, unread: planned.map(({ plan }) => plan.chat.unread) });
  return { cases: told.length, files };
}

interface Hour {
  readonly now: Moment;
  readonly chance: Chance;
}

function planAll(cast: Cast, published: readonly PublishedClaim[], now: Moment): readonly PlannedClaim[] {
  const { network } = cast;
  const insurers = network.members
    .values()
    .filter((member) => network.companies.get(member.company)?.side === 'insurer');
  const first = insurers.find((each) => each.id === demoPeople.handler.id || each.id === demoPeople.nordicHandler.id);
  if (!first) throw new Error('The demo has no case handler.');
  const directory = cast.directory(cast.standing(first.id));
  const { settings } = network;
  // Chance of its own: what comes up in one case changes nothing in the next.
  const chanceOf = (index: number): Chance => createChance(`${network.portal} ${index} planned`);
  const grounds = published.map((claim, index) => {
    return { settings, directory, site: siteOf(claim), now, chance: chanceOf(index) };
  });
  const shown = planShown(grounds);
  return published.map((claim, index) => {
    const chance = chanceOf(index);
    const plan = shown.get(index) ?? planCase({ settings, directory, site: siteOf(claim), now, chance });
    const handler = chance.percent(45) ? first : chance.pick(insurers);
    return { claim, plan, handler: handler.email };
  });
}

/** Imports the claims as an insurer would, then tells on. */
function tellAll(cast: Cast, planned: readonly PlannedClaim[], { now, chance }: Hour): readonly ToldCase[] {
  const { network } = cast;
  const handlers = network.members.values();
  const first = handlers.find((each) => each.email === planned[0]?.handler);
  const around = first && claimsSurroundings(network.settings, cast.directory(cast.standing(first.id)), now);
  if (!around) throw new Error('The demo cannot be imported.');
  const mapping = demoMapping(network.settings.currency);
  const { claims, messages } = readClaims(writeDemoClaims(planned, chance), mapping, around);
  if (messages[0] || claims.length !== planned.length) {
    throw new Error(`The demo's claims do not fit: ${messages[0]?.text ?? 'a claim number is there twice'}`);
  }
  return claims.map((claim, index) => {
    const plan = planned[index]?.plan;
    const handler = claim.handler;
    if (!plan || !handler) throw new Error('A claim of the demo has no plan.');
    const own = createChance(`${network.portal} ${index} told`);
    const begun = beginAt(network, { claim, index, handler }, own);
    return tellCase({ cast, chance: own, begun, plan, handler: handler.member, now });
  });
}

interface Imported {
  readonly claim: Parameters<typeof beginCase>[0];
  readonly index: number;
  readonly handler: NonNullable<Parameters<typeof beginCase>[0]['handler']>;
}

function beginAt(network: Network, { claim, index, handler }: Imported, chance: Chance): CaseContent {
  const at = claim.reportedAt ?? '';
  const { case: made, log } = beginCase(claim, {
    portal: network.portal,
    settings: network.settings,
    id: chance.id(at),
    number: caseNumber(network.portal, index + 1),
    command: chance.id(at),
    at,
    by: { person: handler, as: 'insurer' },
  });
  return { case: made, chat: [], log: [log] };
}
