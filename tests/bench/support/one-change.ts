import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { grownCase, textOf, type Grown } from './grown-case.ts';
import type { SignedIn } from './signed-in.ts';

/** Who makes the changes. */
export interface Authors {
  readonly anna: SignedIn;
  readonly bertil: SignedIn;
}

/** One change of a case in which there are so many of its kind already. */
export interface OneChange {
  readonly kind: string;
  readonly length: number;
  readonly content: CaseContent;
  /** Makes ready what it needs; what is answered makes the change. */
  readonly prepare: (by: Authors) => Promise<() => Promise<unknown>>;
}

type Kind = Pick<OneChange, 'kind'> & {
  readonly grown: (length: number) => Grown;
  readonly prepare: (content: CaseContent, by: Authors) => Promise<() => Promise<unknown>>;
};

/** A message of 200 characters. */
export const message: Kind = {
  kind: 'message',
  grown: (length) => ({ messages: length }),
  prepare: async ({ case: { id } }, { bertil }) => {
    return () => bertil.send({ name: 'write-chat', input: { text: textOf(200, 0) }, subject: { kind: 'case', id } });
  },
};

/** One document more, one budget decided, one task moved on: the task stands in for an item of a work plan. */
export const things: readonly Kind[] = [
  {
    kind: 'document',
    grown: (length) => ({ documents: length }),
    prepare: async ({ case: { id } }, { anna }) => {
      const file = await anna.upload(id, 'moisture.csv', 'room;moisture\ncellar;12\n');
      return () => anna.send({ name: 'add-document', input: { file }, subject: { kind: 'case', id } });
    },
  },
  {
    kind: 'budget',
    grown: (length) => ({ budgets: length }),
    prepare: async ({ case: { id, budgets } }, { bertil }) => {
      const { id: budget, version, revision } = middleOf(budgets);
      const input = { budget, version, reason: 'The dryers are counted twice.' };
      const subject = { kind: 'case', id };
      return () => bertil.send({ name: 'reject-budget', input, subject, basedOn: revision });
    },
  },
  {
    kind: 'task',
    grown: (length) => ({ tasks: length }),
    prepare: async ({ case: { id, tasks } }, { anna }) => {
      // The last two are other companies'.
      const { id: task, revision } = middleOf(tasks.slice(0, -2));
      const subject = { kind: 'case', id };
      return () => anna.send({ name: 'confirm-received', input: { task }, subject, basedOn: revision });
    },
  },
];

/** The same change in a case of each length; every one has a case of its own, from the index on. */
export function changesAt(kind: Kind, lengths: readonly number[], first: number, today: string): readonly OneChange[] {
  return lengths.map((length, n) => {
    const content = grownCase(first + n, kind.grown(length), today);
    return { kind: kind.kind, length, content, prepare: (by) => kind.prepare(content, by) };
  });
}

function middleOf<Thing>(all: readonly Thing[]): Thing {
  const found = all[Math.floor(all.length / 2)];
  if (found === undefined) throw new Error('a case without the thing that is to be changed');
  return found;
}
