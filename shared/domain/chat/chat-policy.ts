import { everybodyWhoWorksInTheCase, whoeverHas, type Policies } from '../rights/policy.ts';

/** Who may what with the chat (seed: the External Case Handler always writes). */
export const chatPolicies = {
  'chat.write': everybodyWhoWorksInTheCase(),
  'chat.forceMark': whoeverHas('chat.forceMark'),
} as const satisfies Policies;
