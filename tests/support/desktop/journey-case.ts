import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nfipColumns } from '../../../portal/claims-import/nfip-columns.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { CaseAt, DemoPortal, PortalPerson } from './demo-portal.ts';

/** A running case made from a real claim, as an insurer's own system brings it: by the importer, with task columns. */
export interface JourneyCase extends CaseAt {
  readonly number: string;
  /** The address of the insurer's case handler. */
  readonly insurer: string;
  readonly content: () => Promise<CaseContent>;
}

const insurers = {
  atlantic: 'ellen.ward@atlantic-mutual.example',
  nordic: 'henrik.lund@nordic-mutual.example',
} as const;
const currencies = { atlantic: 'USD', nordic: 'EUR' } as const;

type DemoPortalName = keyof typeof insurers;

const portal = 'atlantic';
const people = {
  insurer: insurers.atlantic,
  supplier: 'maria.santos@gulf-adjusters.example',
  craftsmen: 'robert.hayes@dryworks.example',
} as const;

/** An office, the user it assigns, and the address of who assigns there. */
interface RoleTaker {
  readonly office: string;
  readonly member: string;
  readonly assignedBy: string;
}

const jamesAtGulf: RoleTaker = { office: 'gulf-pensacola', member: 'james-cole', assignedBy: people.supplier };

const columns = {
  inspectionOffice: 'coastal-norfolk',
  inspectionStatus: 'A',
  inspectionDecision: 'approved',
  inspectionResponsible: '',
  dryingType: 'drying',
  dryingOffice: 'dryworks-pensacola',
  dryingStatus: '2',
  demolitionType: 'demolition',
  demolitionOffice: 'dryworks-pensacola',
  demolitionStatus: '2',
  aidType: 'first-aid',
  aidOffice: 'dryworks-pensacola',
  aidStatus: '4',
  responsible: 'luis.ortega@dryworks.example',
  aidResponsible: 'luis.ortega@dryworks.example',
} as const satisfies Readonly<Record<string, string>>;

type ColumnChange = Readonly<Partial<Record<keyof typeof columns, string>>>;

/**
 * Imports one real claim near Pensacola under a claim number of its own: two repairs, whose budgets of 4,200 and 6,000
 * dollars wait for approval, and first aid that waits for the last look.
 */
export async function importJourneyCase(
  server: DemoPortal,
  claimNumber: string,
  change: ColumnChange = {},
): Promise<JourneyCase> {
  const journey = await importClaim(server, claimNumber, change);
  await sendBudgets(server, (await journey.content()).case);
  return journey;
}

/** The insurer gives the role to an office, which assigns its user: by HTTP, where a test is about what comes after. */
export async function assignHandler(server: DemoPortal, journey: JourneyCase, to = jamesAtGulf): Promise<void> {
  const { portal, case: subject } = journey;
  const [insurer, supplier] = [await server.signIn(journey.insurer), await server.signIn(to.assignedBy)];
  await insurer.issue({ portal, subject, name: 'give-role-to-office', input: { office: to.office } });
  const { role } = (await journey.content()).case;
  const input = { member: to.member };
  const basedOn = role?.revision ?? null;
  const outcome = await supplier.issue({ portal, subject, name: 'assign-role-user', input, basedOn });
  if (outcome.kind !== 'carried-out') throw new Error(`Nobody was assigned: ${JSON.stringify(outcome)}`);
}

/** Imports that claim with other task columns where named, and no budget yet. */
export async function importClaim(
  server: DemoPortal,
  claimNumber: string,
  change: ColumnChange = {},
  portal: DemoPortalName = 'atlantic',
): Promise<JourneyCase> {
  const insurer = await server.signIn(insurers[portal]);
  const csv = claimsFile([claimNumber], { ...columns, ...change });
  await importFile(insurer, { portal, csv, by: { ...mapping, currency: currencies[portal] } }, 1);
  const content = async (): Promise<CaseContent> => {
    const found = (await insurer.cases(portal)).find((each) => each.case.claimNumber === claimNumber);
    if (!found) throw new Error('The imported case is not there.');
    return found;
  };
  const { case: made } = await content();
  return { portal, case: made.id, number: made.number, insurer: insurers[portal], content };
}

/** Imports that claim under each of the claim numbers, and gives the role of all these cases to an office, which picks nobody. */
export async function importWaitingRoles(
  server: DemoPortal,
  claimNumbers: readonly string[],
  office: string,
): Promise<readonly CaseContent['case'][]> {
  const insurer = await server.signIn(people.insurer);
  await importFile(insurer, { portal, csv: claimsFile(claimNumbers, columns), by: mapping }, claimNumbers.length);
  const made = async (): Promise<readonly CaseContent['case'][]> => {
    const all = (await insurer.cases(portal)).map((each) => each.case);
    return all.filter(({ claimNumber }) => claimNumbers.includes(claimNumber));
  };
  for (const { id } of await made())
    await insurer.issue({ portal, subject: id, name: 'give-role-to-office', input: { office } });
  return made();
}

/** Imports the real claims again and again under claim numbers of their own, until there are so many more cases. */
export async function importManyClaims(server: DemoPortal, cases: number): Promise<void> {
  const insurer = await server.signIn(people.insurer);
  const [head = '', ...rows] = claimRows();
  const lines = Array.from({ length: cases }, (_, index) => `MANY-${index},${rows[index % rows.length] ?? ''}`);
  const csv = [`claimNumber,${head}`, ...lines].join('\n');
  await importFile(insurer, { portal, csv, by: { ...nfipColumns, columns: mapping.columns } }, cases);
}

interface ClaimsFile {
  readonly portal: string;
  readonly csv: string;
  readonly by: unknown;
}

async function importFile(insurer: PortalPerson, { portal, csv, by }: ClaimsFile, cases: number): Promise<void> {
  const answer = await insurer.request(`/portals/${portal}/imports/claims`, {
    method: 'POST',
    body: JSON.stringify({ csv, mapping: by }),
  });
  const counts = (await answer.json()) as { added: number };
  if (counts.added !== cases) throw new Error(`Not all claims were imported: ${JSON.stringify(counts)}`);
}

async function sendBudgets(server: DemoPortal, made: CaseContent['case']): Promise<void> {
  const craftsmen = await server.signIn(people.craftsmen);
  for (const [type, amount] of [
    ['drying', 420_000],
    ['demolition', 600_000],
  ] as const) {
    const name = `${type}-calculation.csv`;
    const file = await craftsmen.upload({ portal, case: made.id }, name, `item,amount\n${type},${amount / 100}\n`);
    const tasks = made.tasks.filter((task) => task.type === type).map((task) => task.id);
    const outcome = await craftsmen.issue({
      portal,
      subject: made.id,
      name: 'submit-budget',
      input: {
        tasks,
        description: `${type} of the ground floor`,
        money: { amount, currency: 'USD' },
        file,
        comment: '',
        revises: null,
      },
    });
    if (outcome.kind !== 'carried-out') throw new Error(`The budget did not arrive: ${JSON.stringify(outcome)}`);
  }
}

const mapping = {
  ...nfipColumns,
  columns: { ...nfipColumns.columns, claimNumber: 'claimNumber' },
  inspection: {
    office: 'inspectionOffice',
    status: 'inspectionStatus',
    decision: 'inspectionDecision',
    responsibles: 'inspectionResponsible',
  },
  tasks: ['drying', 'demolition', 'aid'].map((name) => ({
    type: `${name}Type`,
    office: `${name}Office`,
    status: `${name}Status`,
    responsibles: name === 'aid' ? 'aidResponsible' : 'responsible',
  })),
};

function claimsFile(claimNumbers: readonly string[], tasks: Readonly<Record<string, string>>): string {
  const [head = '', ...rows] = claimRows();
  // A claim without quoted commas, at 30.4 north and 87.1 west.
  const row = rows.find((each) => each.includes(',30.4,-87.1,') && !each.includes('"'));
  if (!row) throw new Error('No claim near Pensacola.');
  const lines = claimNumbers.map((each) => [each, row, ...Object.values(tasks)].join(','));
  return [['claimNumber', head, ...Object.keys(tasks)].join(','), ...lines, ''].join('\n');
}

function claimRows(): readonly string[] {
  return readFileSync(join(import.meta.dirname, '../../../portal/demo/nfip-claims.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
}
