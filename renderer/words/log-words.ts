import { t } from '@lingui/core/macro';
import type { LogEntry, LogWhat } from '../../shared/domain/case/log-entry.ts';
import type { ContraryDecision } from '../../shared/domain/contrary-decision.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { momentText } from './figures.ts';
import { taskTypeName } from './task-words.ts';

/** A line of the log as one sentence; a reason that was typed stands apart, so that it is never taken for our words. */
export interface LogWords {
  readonly sentence: string;
  readonly typed: string | null;
}

/** The words of a line of a case's log. */
export function logWords(entry: LogEntry | ContraryDecision, settings: PortalSettings): LogWords {
  const { facts } = entry;
  const line: Line = {
    who: entry.by?.name ?? t`The portal`,
    task: facts['task'] ? taskTypeName(facts['task'], settings) : '',
    office: facts['office'] ?? '',
    name: facts['name'] ?? facts['names'] ?? '',
    budget: facts['description'] ?? '',
    version: facts['version'] ?? '1',
    own: facts['ownCompany'] !== undefined,
    start: facts['start'] ? momentText(facts['start']) : '',
    end: facts['end'] ? momentText(facts['end']) : '',
  };
  return { sentence: lines[entry.what](line), typed: facts['reason'] || facts['note'] || null };
}

interface Line {
  readonly who: string;
  readonly task: string;
  readonly office: string;
  readonly name: string;
  readonly budget: string;
  readonly version: string;
  /** The work of the company of who decided. */
  readonly own: boolean;
  readonly start: string;
  readonly end: string;
}

const lines: Readonly<Record<LogWhat, (line: Line) => string>> = {
  'case-imported': () => t`The case was imported.`,
  'role-given': ({ who, office }) => t`${who} gave the External case handler role to ${office}.`,
  'role-removed': ({ who, office }) =>
    office
      ? t`${who} took the External case handler role from ${office}.`
      : t`${who} decided to do without an External case handler.`,
  'role-declined': ({ who, office }) => t`${who} declined the External case handler role for ${office}.`,
  'role-user-assigned': ({ who, name, office }) => t`${who} made ${name} the External case handler of ${office}.`,
  'role-user-released': ({ name }) =>
    t`${name} may not be External case handler any more; the role is back at the office.`,
  'received-confirmed': ({ who, task }) => t`${who} confirmed ${task} as received.`,
  'members-assigned': ({ who, task, name }) => t`${who} made ${name} responsible for ${task}.`,
  'time-set': ({ who, task, start, end }) => t`${who} set the time of ${task}: ${start} to ${end}.`,
  'task-started': ({ who, task }) => t`${who} started ${task}.`,
  'task-completed': ({ who, task }) => t`${who} completed ${task}.`,
  'task-approved': ({ who, task, own }) =>
    own ? t`${who} approved ${task}, work of their own company.` : t`${who} approved ${task}.`,
  'task-sent-back': ({ who, task }) => t`${who} sent ${task} back for correction.`,
  'budget-submitted': ({ who, budget, version }) =>
    t`${who} sent version ${version} of the budget “${budget}” for approval.`,
  'budget-approved': ({ who, budget, version, own }) =>
    own
      ? t`${who} approved version ${version} of the budget “${budget}” of their own company.`
      : t`${who} approved version ${version} of the budget “${budget}”.`,
  'budget-rejected': ({ who, budget, version }) => t`${who} rejected version ${version} of the budget “${budget}”.`,
  'budget-forwarded': ({ who, budget, version }) =>
    t`${who} forwarded version ${version} of the budget “${budget}” to the insurer.`,
  'document-added': ({ who, name }) => t`${who} added the document ${name}.`,
};
