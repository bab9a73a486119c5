/**
 * What a colour means, the same on every screen (each with an icon and a word beside it): `act` is yours to do next,
 * `budget` waits for a budget decision, `near` and `overdue` are targets, `finished` is done, `quiet` is all else.
 */
export type Tone = 'quiet' | 'act' | 'budget' | 'near' | 'overdue' | 'finished';
