import type { Case } from '../../shared/domain/case/case.ts';
import type { DecideCompensation, EnteredPart } from '../../shared/domain/compensation/decide-compensation.ts';
import { bertil, monday } from './builders.ts';

/** A part of a decision; covered whole unless changed. */
export function anEnteredPart(change: Partial<EnteredPart> = {}): EnteredPart {
  return {
    kind: 'surfaces',
    name: '',
    ruling: 'covered',
    scope: '',
    deduction: 0,
    reason: '',
    amount: null,
    ...change,
  };
}

/** A decision on the inspection of this id: one part, covered, unless changed. */
export function deciding(task: string, change: Partial<DecideCompensation> = {}): DecideCompensation {
  return {
    task,
    early: false,
    result: 'approved',
    parts: [anEnteredPart()],
    currency: null,
    reason: '',
    customerText: '',
    authority: 'Nordic Mutual',
    seen: { documents: [], cover: null },
    ...change,
  };
}

/** What is told of a decision to some; each text is given. */
export function decidedBy(texts: {
  readonly parts: string;
  readonly grounds: string;
  readonly currency: string;
  readonly amount: number;
}) {
  return {
    decisionParts: { early: false, parts: [{ kind: 'surfaces', name: '', ruling: 'partly', scope: texts.parts }] },
    decisionGrounds: {
      parts: [{ deduction: 10, reason: texts.grounds }],
      reason: texts.grounds,
      customerText: texts.grounds,
      authority: texts.grounds,
      seen: { status: '4', since: monday, completedBy: bertil, documents: [{ id: 'd0', name: texts.grounds }] },
      takenFrom: null,
    },
    decisionAmounts: { currency: texts.currency, parts: [texts.amount], cover: null },
  } as const satisfies Partial<Case>;
}
