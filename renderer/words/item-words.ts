import { t } from '@lingui/core/macro';
import type { CaseCommand } from '../../shared/domain/command-book.ts';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { TypedContext } from './family-words.ts';
import { refusalWords } from './refusal-words.ts';
import { typedParts } from './typed-words.ts';

/** One item of a command and what became of it. */
interface ItemSaid {
  readonly item: string;
  readonly command: CaseCommand;
  readonly kind: 'waiting' | 'carried-out' | 'refused';
  readonly refusal: Refusal | null;
  readonly forecast: Refusal | null;
}

/** An item in words. */
export interface ItemLine {
  readonly id: string;
  readonly name: string;
  readonly tone: 'quiet' | 'finished' | 'refused';
  readonly state: string;
  /** Why it was refused or probably will be. */
  readonly reason: string | null;
}

/** What is said of one item of a command; `standing` is missing where its person is no member any more. */
export function itemLine(said: ItemSaid, standing: MemberStanding | undefined, context: TypedContext): ItemLine {
  const { item, command, kind, refusal, forecast } = said;
  const why = refusal ?? forecast;
  const words = why && standing ? refusalWords(why, standing) : null;
  const forecastWords = words && !refusal ? t`The portal will probably refuse this: ${words.sentence}` : null;
  return {
    id: item,
    name: typedParts(command, context)
      .map(({ value }) => value)
      .join(', '),
    ...states[kind](),
    reason: forecastWords ?? words?.full ?? null,
  };
}

const states: Readonly<Record<ItemSaid['kind'], () => Pick<ItemLine, 'tone' | 'state'>>> = {
  waiting: () => ({ tone: 'quiet', state: t`Waiting for the portal` }),
  'carried-out': () => ({ tone: 'finished', state: t`Carried out` }),
  refused: () => ({ tone: 'refused', state: t`Refused` }),
};
