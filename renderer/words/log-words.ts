import { t } from '@lingui/core/macro';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { ContraryDecision } from '../../shared/domain/contrary-decision.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { logSaid } from './families.ts';
import type { LogLine } from './family-words.ts';
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
  const line: LogLine = {
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
  return { sentence: logSaid[entry.what](line), typed: facts['reason'] || facts['note'] || null };
}
