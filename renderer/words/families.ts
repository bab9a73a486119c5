import { askingWords } from './asking/family.ts';
import { budgetWords } from './budgets/family.ts';
import { caseWords } from './cases/family.ts';
import { categoryWords } from './categories/family.ts';
import { chatWords } from './chat/family.ts';
import { compensationWords } from './compensation/family.ts';
import { documentWords } from './documents/family.ts';
import { externalCaseHandlerWords } from './external-case-handler/family.ts';
import { workPlanWords } from './work-plan/family.ts';
import type { ActionsSaid, CommandsSaid, FamilyWords, LogSaid, NoticesSaid } from './family-words.ts';
import { invoiceWords } from './invoices/family.ts';
import { memberWords } from './members/family.ts';
import { officeWords } from './offices/family.ts';
import { portalWords } from './portals/family.ts';
import { settlementWords } from './settlement/family.ts';
import { taskWords } from './tasks/family.ts';

/** The families. */
const families = [
  caseWords,
  taskWords,
  budgetWords,
  invoiceWords,
  workPlanWords,
  settlementWords,
  compensationWords,
  externalCaseHandlerWords,
  chatWords,
  documentWords,
  memberWords,
  officeWords,
  categoryWords,
  portalWords,
  askingWords,
  // One line a family.
] as const satisfies readonly FamilyWords[];

/** The words of every command; one that no family says does not compile here. The same holds for what follows. */
export const commandsSaid: CommandsSaid = together('commands');

/** The sentence of every line of the log. */
export const logSaid: LogSaid = together('log');

/** The words of every thing to do. */
export const actionsSaid: ActionsSaid = together('actions');

/** The words of every notice. */
export const noticesSaid: NoticesSaid = together('notices');

type Part = keyof FamilyWords;
type Of<Family, Name extends Part> = Family extends { readonly [Each in Name]: infer Said } ? Said : never;
type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Each) => void
  ? Each
  : never;

/** What the families say of one sort of thing. Said twice it would be unclear which is meant. */
function together<Name extends Part>(name: Name): All<Of<(typeof families)[number], Name>> {
  const said: readonly object[] = families.map((family: FamilyWords) => family[name] ?? {});
  const names = said.flatMap((each) => Object.keys(each));
  if (new Set(names).size < names.length) throw new Error(`Two families have words for one of the ${name}.`);
  return Object.assign({}, ...said);
}
