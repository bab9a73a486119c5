import { t } from '@lingui/core/macro';
import {
  IconCash,
  IconCheck,
  IconChecks,
  IconCircleCheck,
  IconCircleDashed,
  IconClockHour4,
  IconCoins,
  IconFileInvoice,
  IconInbox,
  IconMailQuestion,
  IconPlayerPlay,
  IconProgress,
  IconReceipt2,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react';
import type { TaskKind } from '../../shared/domain/portal/portal-settings.ts';
import type { Inquiry, OwingSide, TaskSettled } from '../../shared/domain/task/task.ts';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';
import type { Tone } from './tone.ts';

/** A status code in words: never the code alone (domain.md §16.1). */
export interface StatusWords {
  readonly code: TaskStatus;
  /** One or two words, for chips. */
  readonly word: string;
  readonly sentence: string;
  /** Who acts next, as a name of a side; null where nobody has to. */
  readonly actor: string | null;
  /** What they do; null where nothing is left. */
  readonly next: string | null;
  readonly icon: Icon;
  readonly tone: Tone;
}

/** What of a task changes the words of its status: an inspection ends by its decision (domain.md §3.2). */
export interface StatusOf {
  readonly status: TaskStatus;
  readonly kind: TaskKind;
  readonly main: boolean;
  /** Who owes the information that it waits for: as a row tells it, and as a task does. */
  readonly owedBy?: OwingSide | undefined;
  readonly inquiry?: Pick<Inquiry, 'owedBy'> | null | undefined;
  /** That it was finished because all that was left of it went to the customer. */
  readonly settled?: TaskSettled | true | undefined;
}

/** The words of a task's status. */
export function statusWords(task: StatusOf): StatusWords {
  const ordinary = ordinaryWords[task.status]();
  const inspection = task.kind === 'inspection' ? inspectionWords[task.status]?.(task.main) : undefined;
  const owedBy = task.inquiry?.owedBy ?? task.owedBy;
  const owed = task.status === 'I' && owedBy ? { actor: owingWords(owedBy) } : {};
  const settled = task.status === 'A' && task.settled ? settledWords() : {};
  return { code: task.status, ...ordinary, ...inspection, ...owed, ...settled };
}

/** Who owes information, as a name of a side. */
export function owingWords(side: OwingSide): string {
  return owing[side]();
}

type Words = Omit<StatusWords, 'code'>;

const insurer = (): string => t`Insurer`;
const office = (): string => t`Office`;
const owing: Readonly<Record<OwingSide, () => string>> = { partner: office, insurer, customer: () => t`Customer` };

const ordinaryWords: Readonly<Record<TaskStatus, () => Words>> = {
  C: () => ({
    word: t`Not assigned`,
    sentence: t`Created; no partner has it yet.`,
    actor: insurer(),
    next: t`Assign a partner`,
    icon: IconCircleDashed,
    tone: 'quiet',
  }),
  '0': () => ({
    word: t`To confirm`,
    sentence: t`With an office, which has to confirm that it has received it.`,
    actor: office(),
    next: t`Confirm received`,
    icon: IconInbox,
    tone: 'quiet',
  }),
  '0+': () => ({
    word: t`Needs members`,
    sentence: t`Received; somebody has to be made responsible.`,
    actor: office(),
    next: t`Assign members`,
    icon: IconUserPlus,
    tone: 'quiet',
  }),
  '1': () => ({
    word: t`Needs a time`,
    sentence: t`Somebody is responsible; the time of the work is not set.`,
    actor: office(),
    next: t`Set the time`,
    icon: IconClockHour4,
    tone: 'quiet',
  }),
  '2': () => ({
    word: t`Needs a budget`,
    sentence: t`The time is set; a budget has to be entered and sent.`,
    actor: office(),
    next: t`Enter the budget`,
    icon: IconFileInvoice,
    tone: 'quiet',
  }),
  B: () => ({
    word: t`Budget waits`,
    sentence: t`The budget was sent and waits for a decision.`,
    actor: insurer(),
    next: t`Decide on the budget`,
    icon: IconCoins,
    tone: 'budget',
  }),
  'B+': () => ({
    word: t`Partly approved`,
    sentence: t`Part of the budget is approved; the rest has to be reviewed.`,
    actor: office(),
    next: t`Review the rest`,
    icon: IconReceipt2,
    tone: 'quiet',
  }),
  'B++': () => ({
    word: t`May start`,
    sentence: t`The budget is approved or not needed; the work may start.`,
    actor: office(),
    next: t`Start`,
    icon: IconPlayerPlay,
    tone: 'quiet',
  }),
  '3': () => ({
    word: t`Started`,
    sentence: t`The work is being done and documented.`,
    actor: office(),
    next: t`Complete`,
    icon: IconProgress,
    tone: 'quiet',
  }),
  '3-': () => ({
    word: t`Change waits`,
    sentence: t`A changed budget was sent while the work goes on; it waits for a decision.`,
    actor: insurer(),
    next: t`Decide on the changed budget`,
    icon: IconCoins,
    tone: 'budget',
  }),
  I: () => ({
    word: t`More needed`,
    sentence: t`More information is needed before it can go on. Its clock stands still meanwhile.`,
    actor: office(),
    next: t`Give the information`,
    icon: IconMailQuestion,
    tone: 'quiet',
  }),
  '4': () => ({
    word: t`To approve`,
    sentence: t`Marked as done; it has to be checked and approved.`,
    actor: insurer(),
    next: t`Approve or send back`,
    icon: IconCheck,
    tone: 'quiet',
  }),
  A: () => ({
    word: t`Approved`,
    sentence: t`Approved and finished.`,
    actor: null,
    next: null,
    icon: IconChecks,
    tone: 'finished',
  }),
};

/** A task that nothing is left of, because the customer is paid instead (domain.md §3.3 row 24). */
function settledWords(): Partial<Words> {
  return {
    word: t`Settled with the customer`,
    sentence: t`All that was left of it went to the customer; nothing is left to do.`,
    icon: IconCash,
  };
}

/** Where an inspection differs from an ordinary task (domain.md §3.2, the inspection column). */
const inspectionWords: Readonly<Partial<Record<TaskStatus, (main: boolean) => Partial<Words>>>> = {
  '0+': () => ({ word: t`Needs an inspector`, sentence: t`Received; an inspector has to be named.` }),
  'B++': () => ({ sentence: t`The time is agreed with the customer; the inspection may start.` }),
  '3': () => ({ sentence: t`The inspection has started.` }),
  '4': (main) =>
    main
      ? {
          word: t`To decide`,
          sentence: t`The inspection is complete; the compensation has to be decided.`,
          next: t`Decide on the compensation`,
        }
      : {},
  A: (main) => (main ? { word: t`Decided`, sentence: t`The compensation is decided.`, icon: IconCircleCheck } : {}),
};

/** A code with its word, where no task is at hand: `0+ Needs members`. */
export function statusCodeWord(status: TaskStatus): string {
  const { word } = ordinaryWords[status]();
  return t`${status} ${word}`;
}
