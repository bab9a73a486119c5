/**
 * What a colour means, everywhere the same and never without an icon and a word: `act` is yours to do next, `budget`
 * waits for a budget decision, `near` and `overdue` are targets, `finished` is done, `refused` was said no to.
 */
export type Tone = 'quiet' | 'act' | 'budget' | 'near' | 'overdue' | 'finished' | 'refused';
