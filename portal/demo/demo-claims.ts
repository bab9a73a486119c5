import Papa from 'papaparse';
import type { OfficeEntry, Position } from '../../shared/domain/office/directory.ts';
import { columnMappingSchema, type ColumnMapping } from '../claims-import/column-mapping.ts';
import { nfipColumns } from '../claims-import/nfip-columns.ts';
import { tasksInFile, type CasePlan } from './plan-case.ts';
import { isByCommand, type TaskPlan } from './plan-task.ts';
import { hoursBefore, type Chance } from './random.ts';
import { firstNames, lastNames, streets } from './names.ts';

/** A row of the published claims, as text. */
export type PublishedClaim = Readonly<Record<string, string>>;

/** The published claims as rows. */
export function readPublishedClaims(csv: string): readonly PublishedClaim[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

/** Where a published claim lies. */
export function siteOf(claim: PublishedClaim): Position {
  return { latitude: Number(claim['latitude']), longitude: Number(claim['longitude']) };
}

/** Tasks a row can carry. */
const taskPlaces = [1, 2, 3, 4, 5] as const;

/** The ready mapping with what the demo adds: who the customer is, and how far the work has come. */
export function demoMapping(currency: string): ColumnMapping {
  return columnMappingSchema.parse({
    ...nfipColumns,
    name: 'Demo',
    currency,
    columns: {
      ...nfipColumns.columns,
      claimNumber: 'demoClaim',
      reportedOn: 'demoReported',
      street: 'demoStreet',
      customerName: 'demoCustomer',
      customerPhone: 'demoPhone',
      customerEmail: 'demoEmail',
      handler: 'demoHandler',
    },
    inspection: {
      office: 'demoInspectionOffice',
      status: 'demoInspectionStatus',
      responsibles: 'demoInspectionResponsible',
      since: 'demoInspectionSince',
    },
    tasks: taskPlaces.map((place) => ({
      type: `demoTask${place}`,
      office: `demoOffice${place}`,
      status: `demoStatus${place}`,
      since: `demoSince${place}`,
    })),
  });
}

/** A published claim with its plan. */
export interface PlannedClaim {
  readonly claim: PublishedClaim;
  readonly plan: CasePlan;
  readonly handler: string;
}

/** Writes the claims file that is imported: the published rows, their dates moved, with the demo's columns. */
export function writeDemoClaims(planned: readonly PlannedClaim[], chance: Chance): string {
  return Papa.unparse(planned.map((each) => ({ ...each.claim, ...demoColumns(each, chance) })));
}

function demoColumns({ claim, plan, handler }: PlannedClaim, chance: Chance): PublishedClaim {
  const first = chance.pick(firstNames);
  const last = chance.pick(lastNames);
  const tasks = tasksInFile(plan);
  return {
    dateOfLoss: hoursBefore(plan.reportedAt, chance.whole(0, 96)).slice(0, 10),
    demoClaim: `FL-${(claim['id'] ?? '').slice(0, 8).toUpperCase()}`,
    demoReported: plan.reportedAt,
    demoStreet: `${chance.whole(1, 240)} ${chance.pick(streets)}`,
    demoCustomer: `${first} ${last}`,
    demoPhone: `+1 555 01${chance.whole(10, 99)}`,
    demoEmail: `${first}.${last}@mail.example`.toLowerCase(),
    demoHandler: handler,
    demoInspectionOffice: officeInFile(plan.inspection)?.id ?? '',
    demoInspectionStatus: beginning(plan.inspection),
    demoInspectionResponsible: plan.inspection.responsible,
    demoInspectionSince: sinceOf(plan.inspection, plan),
    ...Object.fromEntries(
      taskPlaces.flatMap((place) => {
        const task = tasks[place - 1];
        return Object.entries({
          [`demoTask${place}`]: task?.type.code ?? '',
          [`demoOffice${place}`]: task ? (officeInFile(task)?.id ?? '') : '',
          [`demoStatus${place}`]: task ? beginning(task) : '',
          [`demoSince${place}`]: task ? sinceOf(task, plan) : '',
        });
      }),
    ),
  };
}

/** What is imported: work not given to anybody, or just given, and inspections that are done. */
function beginning(task: TaskPlan): string {
  if (task.origin === 'completed') return '4';
  return officeInFile(task) === null ? 'C' : '0';
}

/** Work that somebody allocates in the case has no office before. */
function officeInFile({ origin, office }: TaskPlan): OfficeEntry | null {
  return isByCommand(origin) ? null : office;
}

/** What nothing was done about, or all, has its place since the day planned; all other begins when the case is reported. */
function sinceOf({ goal, office, origin, reachedAt }: TaskPlan, { reportedAt }: CasePlan): string {
  const untouched = goal === 'C' ? office === null : goal === '0' && origin === 'imported';
  const asPlanned = untouched || origin === 'completed';
  return asPlanned ? reachedAt : reportedAt;
}
