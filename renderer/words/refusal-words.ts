import { t } from '@lingui/core/macro';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { Refusal, RefusalCode } from '../../shared/domain/rights/refusal.ts';
import { grantorWords } from './grantor-words.ts';
import { refusalBook } from './refusal-book.ts';
import type { LooseRefusal, Said } from './refusal-said.ts';

/** A no in words, with the way on. */
export interface RefusalWords extends Said {
  /** Both sentences, as a disabled action shows them. */
  readonly full: string;
  /** Who can help; null where nobody has to be asked. */
  readonly whoCanHelp: string | null;
}

/** The words of a refusal for the person it was said to. Facts may be missing: the delta tells only code and grantor. */
export function refusalWords(refusal: Refusal | LooseRefusal<RefusalCode>, standing: MemberStanding): RefusalWords {
  const words = wordsOf(refusal, standing);
  const full = t`${words.sentence} ${words.wayOn}`;
  return { ...words, full, whoCanHelp: grantorWords(refusal.grantor, standing) };
}

function wordsOf(refusal: Refusal | LooseRefusal<RefusalCode>, standing: MemberStanding): Said {
  const book: Readonly<Partial<Record<string, (refusal: never, standing: MemberStanding) => Said>>> = refusalBook;
  // Code and function belong together by the book's type; a newer portal server may send a code this app does not know.
  return book[refusal.code]?.(refusal as never, standing) ?? unknownWords(refusal.code);
}

function unknownWords(code: string): Said {
  return {
    short: t`Refused`,
    sentence: t`The portal refused this for a reason this version of the app does not know (${code}).`,
    wayOn: t`Update the app to read it.`,
  };
}
