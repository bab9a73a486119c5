import { t } from '@lingui/core/macro';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { ContraryDecision } from '../../shared/domain/contrary-decision.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { owingSides, type OwingSide } from '../../shared/domain/task/task.ts';
import { addresseeWords } from './asking/addressee-words.ts';
import { lackWords } from './asking/lack-words.ts';
import { logSaid } from './families.ts';
import type { LogLine } from './family-words.ts';
import { momentText } from './figures.ts';
import { answerOfLine, settledAsWords } from './settlement/settlement-words.ts';
import { owingWords } from './status-words.ts';
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
    whom: addresseeWords({ kind: facts['of'] ?? '', name: facts['name'] ?? '' }),
    counted: (fact) => Number(facts[fact] ?? 0),
    owes: isOwing(facts['owes']) ? owingWords(facts['owes']) : '',
    settledAs: settledAsWords(facts['kind']),
    answer: answerOfLine(facts['answer']),
    lack: facts['lacks'] ? lackWords({ ...facts, wanted: facts['wanted'] ?? '', code: facts['lacks'] }) : '',
  };
  // A newer portal server may tell of what this app does not know.
  const said = Object.hasOwn(logSaid, entry.what)
    ? logSaid[entry.what](line)
    : t`${line.who} did something that only a newer version of the app can name.`;
  return { sentence: said, typed: facts['reason'] || facts['note'] || null };
}

function isOwing(side: string | undefined): side is OwingSide {
  return owingSides.some((each) => each === side);
}
