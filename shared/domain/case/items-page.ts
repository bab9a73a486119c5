import {
  reasonIn,
  refused,
  silently,
  type CaseAsked,
  type Decided,
  type Decision,
  type ItemFate,
} from '../decision.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Case } from './case.ts';
import type { CasePage, Items } from './case-page.ts';

/** What the page of a command with items is made of. */
export interface ItemsVerb<Input, Item, Binding extends boolean> extends Items<Input> {
  readonly each: CasePage<Item, Binding>;
  readonly split: (input: Input) => readonly { readonly item: string; readonly input: Item }[];
  readonly only: (input: Input, isKept: (item: string) => boolean) => Input;
}

/** Makes the page of a command that does to many things of a case what another does to one, in their order. */
export function itemsPage<Input, Item, Binding extends boolean>(
  verb: ItemsVerb<Input, Item, Binding>,
): CasePage<Input, Binding> {
  const { each, split } = verb;
  const decide = (question: CaseAsked, input: Input): Decision<Case> => decideItems(verb, question, input);
  return {
    ...each,
    items: verb,
    basedOn: (input, id) => split(input).flatMap((one) => each.basedOn(one.input, id)),
    // It is told of each item, as of the command that this would be by itself.
    instead: () => null,
    check: (question, input) => {
      const decision = decide(question, input);
      return decision.kind === 'decided' ? { kind: 'allowed' } : decision;
    },
    decide,
  };
}

/** Each item is decided on the case as those before it left it; one that is refused leaves it as it is. */
function decideItems<Input, Item, Binding extends boolean>(
  { each, eachByItself, split }: ItemsVerb<Input, Item, Binding>,
  question: CaseAsked,
  input: Input,
): Decision<Case> {
  let made = silently(question.case);
  let isKnown = true;
  const fates: ItemFate[] = [];
  for (const { item, input: one } of split(input)) {
    const asked = { ...question, case: made.after, stamp: { ...question.stamp, item } };
    // What an undecided item may change is not known to the ones after it, as between two commands (replay.ts).
    const decision: Decision<Case> = isKnown ? each.decide(asked, one) : { kind: 'undecided' };
    isKnown = isKnown && (decision.kind !== 'undecided' || each.independent);
    fates.push(fateOf(item, decision));
    if (decision.kind === 'decided') made = together(made, decision);
  }
  return eachByItself ? someOf(made, fates) : allOf(made, fates);
}

function fateOf(item: string, decision: Decision<Case>): ItemFate {
  if (decision.kind === 'refused') return { item, kind: 'refused', refusal: decision.refusal };
  return { item, kind: decision.kind === 'decided' ? 'carried-out' : 'undecided' };
}

function together(one: Decided<Case>, next: Decided<Case>): Decided<Case> {
  return {
    kind: 'decided',
    after: next.after,
    chat: [...one.chat, ...next.chat],
    log: [...one.log, ...next.log],
    consequences: [...one.consequences, ...next.consequences],
  };
}

function someOf(made: Decided<Case>, items: readonly ItemFate[]): Decision<Case> {
  if (items.some(({ kind }) => kind === 'carried-out')) return { ...made, items };
  return notDecided(items);
}

function allOf(made: Decided<Case>, fates: readonly ItemFate[]): Decision<Case> {
  if (fates.every(({ kind }) => kind === 'carried-out')) return { ...made, items: fates };
  if (!fates.some(({ kind }) => kind === 'refused')) return { kind: 'undecided' };
  const refusal = { code: 'other-item-refused', grantor: 'nobody' } as const;
  return notDecided(fates.map((fate) => (fate.kind === 'refused' ? fate : { ...fate, kind: 'refused', refusal })));
}

/** Refused where every item is. */
function notDecided(items: readonly ItemFate[]): Decision<Case> {
  const refusal = items.every(({ kind }) => kind === 'refused') ? reasonIn<Refusal>(items) : null;
  return refusal ? { ...refused(refusal), items } : { kind: 'undecided' };
}
