import { t } from '@lingui/core/macro';
import type { CaseFilter } from '../../../shared/domain/case/list-filter.ts';
import { actionWords } from '../../words/action-words.ts';
import { statusCodeWord } from '../../words/status-words.ts';
import { targetWords } from '../../words/target-words.ts';
import type { FilterPart } from './filter-parts.ts';

/** Where the names of people, offices and insurers in a filter come from. */
export interface FilterNames {
  readonly user: (id: string) => string;
  readonly office: (id: string) => string;
  readonly portal: (id: string) => string;
}

/** What a part of a filter says, on its chip and where a zero result names it. */
export function filterWords(part: FilterPart, filter: CaseFilter, names: FilterNames): string {
  return partWords[part](filter, names);
}

/** The words of the filters that are only on or off. */
export const switchWords = {
  actionRequired: () => t`Action required`,
  myTask: () => t`My task`,
  withRole: () => t`Cases with External case handler`,
  assignedToMe: () => t`Assigned to me as External case handler`,
  unread: () => t`Unread messages`,
} as const;

const partWords: Readonly<Record<FilterPart, (filter: CaseFilter, names: FilterNames) => string>> = {
  ...switchWords,
  action: ({ action }) => (action ? actionFilterWords(action) : ''),
  user: ({ user = '' }, names) => t`User: ${names.user(user)}`,
  portal: ({ portal = '' }, names) => t`Insurer: ${names.portal(portal)}`,
  office: ({ office = '' }, names) => t`Office: ${names.office(office)}`,
  status: ({ status = 'C' }) => t`Status: ${statusCodeWord(status)}`,
  state: ({ state }) => stateWords(state),
  text: ({ text = '' }) => t`“${text.trim()}”`,
};

function stateWords(state: CaseFilter['state']): string {
  if (state === 'all') return t`Open and closed cases`;
  return state === 'closed' ? t`Closed cases` : t`Open cases`;
}

/** A number of the dashboard: "Confirm received, overdue, mine". */
function actionFilterWords({ kind, state, mine }: NonNullable<CaseFilter['action']>): string {
  const { row: word } = actionWords(kind);
  const target = state ? targetWords(state).word : null;
  if (target && mine) return t`${word} · ${target} · mine`;
  if (target) return t`${word} · ${target}`;
  return mine ? t`${word} · mine` : word;
}
