import type { OwingSide } from '../../shared/domain/task/task.ts';
import { byHandler, managerOf, standing, type Deed, type TaskStage } from './tell-step.ts';

type Exchange = readonly [question: string, answer: string];

const exchanges: Readonly<Record<OwingSide, readonly Exchange[]>> = {
  partner: [
    ['Please send the moisture readings of the rear wall.', 'Rear wall 17 %, floor 14 %: dry enough to go on.'],
    ['Which rooms are done, and which are left?', 'Hall and kitchen are done, the living room is left.'],
    ['Was the old floor covering glued or floating?', 'Glued, on a screed of 1985.'],
  ],
  insurer: [
    ['Are the fitted cupboards part of the building cover?', 'Yes, as far as they are fixed to the wall.'],
    [
      'The damage goes on into the neighbouring flat. Does this claim cover it?',
      'No, the neighbour has a claim of its own.',
    ],
    ['May we keep the dehumidifiers running for another week?', 'Yes, until the readings are below 18 %.'],
  ],
  customer: [
    ['When was the water shut off?', 'The customer says: the evening of the same day, about nine.'],
    ['Which colour were the walls before?', 'White, matt, in all rooms.'],
    ['Who has the key while the customer is away?', 'The neighbour at number 12, after five.'],
  ],
};

/** Asks for information that the task waits for, and gives it. */
export function inquiry(stage: TaskStage): { readonly ask: Deed; readonly answer: Deed } {
  const { cast, chance, handler, plan, task, teller } = stage;
  const { owedBy } = plan;
  const [question, answer] = chance.pick(exchanges[owedBy]);
  return {
    // In 3 who does it asks, in 4 who decides on it.
    ask: (at) => {
      const command = { name: 'ask-information', input: { task, owedBy, question } } as const;
      const work = standing(stage);
      if (work.status === '4') byHandler(stage, at, command);
      else teller.act({ by: managerOf(cast, work), at }, command);
    },
    // What the customer says is written down by who does the work.
    answer: (at) => {
      const by = owedBy === 'insurer' ? handler : managerOf(cast, standing(stage));
      teller.act({ by, at }, { name: 'give-information', input: { task, answer } });
    },
  };
}
