import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { ChatEntry } from '../../../shared/domain/chat/chat-entry.ts';
import type { CaseDocument } from '../../../shared/domain/document/document.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { benchCase, sequence } from './bench-cases.ts';
import { officeId } from './bench-network.ts';

/** How much has grown in a case. */
export interface Grown {
  readonly messages?: number;
  readonly documents?: number;
  readonly budgets?: number;
  /** Of the company with the most; besides one each of two others. */
  readonly tasks?: number;
}

const syllables = ['kui', 'vaus', 'mit', 'tari', 'kel', 'lari', 'put', 'ki', 'sei', 'nä', 'lat', 'tia', 'ves', 'ikko'];

/** What somebody may have written: so many characters, the same for the same number, and no two numbers alike. */
export function textOf(characters: number, nth: number): string {
  const chance = sequence(nth);
  const words: string[] = [];
  for (let length = 0; length < characters; length += (words.at(-1)?.length ?? 0) + 1) {
    words.push(Array.from({ length: 1 + chance.below(4) }, () => chance.one(syllables)).join(''));
  }
  // What ends in a blank would be cut.
  return words.join(' ').slice(0, characters).replace(/ $/, '.');
}

/**
 * The n-th case that ten audiences see: the insurer; the role's user and a responsible; three companies, with and
 * without budgets; the company at which the role lies.
 */
export function grownCase(index: number, grown: Grown, today: string): CaseContent {
  const { messages = 0, documents = 0, budgets = 0, tasks = 1 } = grown;
  // Every twelfth has a role and a budget to take as a pattern.
  const { case: whole, chat } = benchCase(index * 12, { tasks: 2, messages: 2, documents: 1 }, today);
  const [task] = whole.tasks.slice(1);
  const [budget] = whole.budgets;
  const [document] = whole.documents;
  if (!task || !budget || !document) throw new Error('a case without a pattern');
  const responsibles = [budget.submittedBy];
  const mine = Array.from({ length: tasks }, (_, n): Task => ({
    ...task,
    id: idOf(index, 1, n),
    status: '0',
    responsibles,
    revision: idOf(index, 2, n),
  }));
  const others = ['katto', 'putki'].map((company, n): Task => ({
    ...task,
    id: idOf(index, 3, n),
    company,
    office: officeId(company, 'Kuopio'),
    responsibles: [],
    revision: idOf(index, 4, n),
  }));
  return {
    case: {
      ...whole,
      tasks: [...mine, ...others],
      budgets: Array.from({ length: budgets }, (_, n): Budget => ({
        ...budget,
        id: idOf(index, 5, n),
        tasks: [mine[n % mine.length]?.id ?? ''],
        revision: idOf(index, 6, n),
      })),
      documents: Array.from({ length: documents }, (_, n): CaseDocument => ({
        ...document,
        id: idOf(index, 7, n),
        file: idOf(index, 8, n),
      })),
    },
    chat: Array.from({ length: messages }, (_, n): ChatEntry => ({
      ...patternOf(chat, n),
      id: idOf(index, 9, n),
      text: textOf(83, n),
    })),
    log: [],
  };
}

function patternOf(chat: readonly ChatEntry[], n: number): ChatEntry {
  const found = chat[n % chat.length];
  if (!found) throw new Error('a case without a message');
  return found;
}

/** Shaped as the UUIDs that the app makes. */
function idOf(index: number, kind: number, n: number): string {
  const spread = (Math.imul(index * 131 + kind, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return `${spread}-${String(kind).padStart(4, '0')}-7000-8000-${String(index * 10_000 + n).padStart(12, '0')}`;
}
