import { t } from '@lingui/core/macro';
import type { NotKeptReason } from '../../shared/contract/desk-api.ts';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { notKeptWords } from './not-kept-words.ts';
import { refusalWords } from './refusal-words.ts';

type NotIssued =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-kept'; readonly reason: NotKeptReason };

/** Why a command was not taken, refused on the spot or not kept; `standing` is missing where its person is no member any more. */
export function notIssuedWords(answer: NotIssued, standing: MemberStanding | undefined): string {
  if (answer.kind === 'not-kept') return notKeptWords(answer.reason);
  return standing ? refusalWords(answer.refusal, standing).full : t`It could not be kept.`;
}
