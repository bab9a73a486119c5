import type { Case } from '../case/case.ts';
import { casePage, type CasePage, type CaseVerb } from '../case/case-page.ts';
import type { CaseQuestion } from '../decision.ts';
import type { SettlementId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { PersonRef } from '../member/person-ref.ts';
import { stale, type AsItStands, type Thing } from '../overwriting.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { OnSettlement } from './settle-inputs.ts';
import { settlementsOf, type Settlement } from './settlement.ts';

/** The settlement that was found. */
interface Found {
  readonly settlement: Settlement;
}

/** All that a decision about one settlement may read. */
export type SettlementQuestion = CaseQuestion & Found;

type SettlementVerb<Input> = Omit<CaseVerb<Input, Found>, 'find' | 'since'>;

/** Makes a page about one settlement in force, as it was seen. */
export function settlementPage<Input extends OnSettlement>(verb: SettlementVerb<Input>): CasePage<Input, true> {
  return casePage<Input, Found>({
    ...verb,
    find: ({ case: subject }, { settlement: id }) => {
      const settlement = findSettlement(subject, id);
      return settlement ? { settlement } : null;
    },
    since: ({ settlement }) => momentsOf(settlement),
    check: (asked, input) => endedRefusal(asked.settlement) ?? verb.check?.(asked, input) ?? null,
    basedOn: ({ settlement }) => [wholeSettlement(settlement)],
    limits: (asked, input) => otherRevision(asked, input) ?? verb.limits?.(asked, input) ?? null,
  });
}

/** The settlements of a case with one of them changed. */
export function replacedSettlement({ case: subject }: CaseQuestion, after: Settlement): readonly Settlement[] {
  return settlementsOf(subject).map((each) => (each.id === after.id ? after : each));
}

/** The refusal of what is bound already, or has ended, with who did that. */
export function alreadySettled({ ended, bound }: Settlement): Refusal {
  const last = ended ?? bound;
  return { code: 'already-decided', grantor: 'nobody', changedBy: last?.by.name ?? null, changedAt: last?.at ?? null };
}

function findSettlement(subject: Case, id: SettlementId): Settlement | undefined {
  return settlementsOf(subject).find((each) => each.id === id);
}

function endedRefusal(settlement: Settlement): Refusal | null {
  return settlement.state === 'ended' ? alreadySettled(settlement) : null;
}

/** Never another settlement than the one that was seen (sync.md 11). */
function otherRevision({ settlement }: SettlementQuestion, { revision }: OnSettlement): Refusal | null {
  return settlement.revision === revision ? null : stale(standsSince(settlement));
}

function wholeSettlement(id: SettlementId): Thing<Case> {
  return {
    thing: `settlement:${id}`,
    in: (subject) => {
      const settlement = findSettlement(subject, id);
      return settlement ? standsSince(settlement) : null;
    },
  };
}

function standsSince(settlement: Settlement): AsItStands {
  const last = lastDeed(settlement);
  return { revision: settlement.revision, by: last.by.name, at: last.at };
}

/** What was done last about it. */
function lastDeed({ by, at, bound, answer, ended }: Settlement): { readonly by: PersonRef; readonly at: Moment } {
  const deeds = [bound, answer, ended].flatMap((each) => each ?? []);
  return deeds.reduce<{ readonly by: PersonRef; readonly at: Moment }>(
    (last, each) => (each.at >= last.at ? each : last),
    { by, at },
  );
}

function momentsOf({ at, bound, answer }: Settlement): readonly Moment[] {
  return [at, ...[bound, answer].flatMap((each) => (each ? [each.at] : []))];
}
