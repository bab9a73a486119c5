import { createHash } from 'node:crypto';
import type { Case } from '../../shared/domain/case/case.ts';
import type { CommandInputs, CommandName } from '../../shared/domain/command-book.ts';
import type { RefusalCode } from '../../shared/domain/rights/refusal.ts';
import { anInquiry, aTask } from './builders.ts';

/** Who asks, and what he or she is to the case. */
export const roles = {
  bertil: 'insurer',
  anna: 'works on the task, may see budgets',
  carla: 'External case handler',
  cora: 'admin of the office with the role',
  aki: 'colleague of level 1 without a task',
  rita: 'other company',
  oona: 'operator',
  sven: 'other portal',
} as const;
export type Who = keyof typeof roles;
export const everybody = Object.keys(roles) as Who[];

export type Expected = 'carried-out' | 'no-portal' | RefusalCode;

export const unseen = {
  aki: 'case-not-found',
  rita: 'case-not-found',
  oona: 'case-not-found',
  sven: 'no-portal',
} as const satisfies Partial<Record<Who, Expected>>;

/** For what only the office of the task may do. Cora sees that the office has the role, and no task. */
export const officeOnly = {
  ...unseen,
  bertil: 'other-office-task',
  anna: 'carried-out',
  carla: 'other-office-task',
  cora: 'case-not-found',
} as const;

export const approvers = {
  ...unseen,
  bertil: 'carried-out',
  anna: 'no-role-in-case',
  carla: 'carried-out',
  cora: 'no-role-in-case',
} as const;
/** A task that nobody has: nobody but who may give it to an office finds it. */
export const allocators = { ...approvers, anna: 'case-not-found', cora: 'case-not-found' } as const;
export const taskApprovers = { ...approvers, cora: 'case-not-found' } as const;
export const insurerOnly = {
  ...unseen,
  bertil: 'carried-out',
  anna: 'insurer-only',
  carla: 'insurer-only',
  cora: 'insurer-only',
} as const;
export const roleOffice = {
  ...unseen,
  bertil: 'other-office-task',
  anna: 'other-office-task',
  carla: 'carried-out',
  cora: 'carried-out',
} as const;
export const contributors = {
  ...unseen,
  bertil: 'carried-out',
  anna: 'carried-out',
  carla: 'carried-out',
  cora: 'no-role-in-case',
} as const;

export const operatorOnly = {
  bertil: 'operator-only',
  anna: 'operator-only',
  carla: 'operator-only',
  cora: 'operator-only',
  aki: 'operator-only',
  rita: 'operator-only',
  oona: 'carried-out',
  sven: 'no-portal',
} as const;

/** About what everybody knows to be there. */
export const forSeniorInsurers = {
  bertil: 'carried-out',
  anna: 'insurer-only',
  carla: 'insurer-only',
  cora: 'insurer-only',
  aki: 'insurer-only',
  rita: 'insurer-only',
  oona: 'insurer-only',
  sven: 'no-portal',
} as const;

export interface Row<Name extends CommandName> {
  readonly input: (subject: string) => CommandInputs[Name];
  readonly basedOn?: string;
  readonly change?: Partial<Case>;
  readonly subject?: string;
  readonly expected: Readonly<Record<Who, Expected>>;
}

export const bytes = new TextEncoder().encode('amount;4200');
export const file = (subject: string) => ({
  file: `file-${subject}`,
  name: 'calculation.csv',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mediaType: 'text/csv',
});
export const task = () => ({ task: 'drying-1' });
export const inStatus = (status: ReturnType<typeof aTask>['status']) => ({ tasks: [aTask({ status })] });
export const unallocated = { tasks: [aTask({ status: 'C', office: null, company: null })], budgets: [] };

export const added = { id: '0199bbbb-0000-7000-8000-000000000001', type: 'drying', extra: true };
export const inquired = { basedOn: 'inquiry-1', change: { tasks: [aTask({ status: 'I', inquiry: anInquiry() })] } };

const mainInspection = aTask({
  id: 'inspection-1',
  type: 'inspection',
  kind: 'inspection',
  main: true,
  status: '4',
  revision: 'revision-of-inspection-1',
});
export const undecided = { decision: null, tasks: [aTask(), mainInspection] };

/** Rows of the table. */
export type MatrixOf<Names extends CommandName> = { readonly [Name in Names]: Row<Name> };
