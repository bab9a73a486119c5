import { t } from '@lingui/core/macro';
import { IconCircleCheck, IconCircleHalf2, IconCircleX, type Icon } from '@tabler/icons-react';
import type {
  CompensationResult,
  DecidedPart,
  PartKind,
  Ruling,
} from '../../../shared/domain/compensation/compensation.ts';
import type { TaskStatus } from '../../../shared/domain/task/task-status.ts';
import { statusWords } from '../status-words.ts';

/** A result in words, with its sign: never told by colour alone. */
interface ResultWords {
  readonly word: string;
  readonly icon: Icon;
  readonly tone: 'finished' | 'refused';
}

const results: Readonly<Record<CompensationResult, () => ResultWords>> = {
  approved: () => ({ word: t`Approved`, icon: IconCircleCheck, tone: 'finished' }),
  partly: () => ({ word: t`Partly approved`, icon: IconCircleHalf2, tone: 'finished' }),
  rejected: () => ({ word: t`Rejected`, icon: IconCircleX, tone: 'refused' }),
};

/** The words of a result. */
export function resultWords(result: CompensationResult): ResultWords {
  return results[result]();
}

/** A result with its moment. */
export function compensationOn(result: CompensationResult, at: string): string {
  if (result === 'partly') return t`Partly approved ${at}`;
  return result === 'approved' ? t`Approved ${at}` : t`Rejected ${at}`;
}

/** The words of how far the main inspection is. */
export function inspectionAt(status: TaskStatus): string {
  return statusWords({ status, kind: 'inspection', main: true }).word;
}

const kinds: Readonly<Record<PartKind, () => string>> = {
  installation: () => t`Installation`,
  surfaces: () => t`Surfaces`,
  structures: () => t`Structures`,
  contents: () => t`Contents`,
  'extra-costs': () => t`Extra costs`,
  other: () => t`Other`,
};

/** The words of a kind of part. */
export function partKindWords(kind: PartKind): string {
  return kinds[kind]();
}

/** What a part is called: its kind, or its own name. */
export function partName({ kind, name }: Pick<DecidedPart, 'kind' | 'name'>): string {
  return kind === 'other' && name ? name : partKindWords(kind);
}

const ruled: Readonly<Record<Ruling, () => string>> = {
  covered: () => t`Covered`,
  partly: () => t`Partly covered`,
  'not-covered': () => t`Not covered`,
};

/** The words of a ruling. */
export function rulingWords(ruling: Ruling): string {
  return ruled[ruling]();
}
