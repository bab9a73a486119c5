import { useState } from 'react';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { IssueAnswer } from '../offline/offline-desk.ts';
import { notIssuedWords } from '../words/not-issued-words.ts';
import { useWorkplace } from './contexts.ts';

/** Decides refused items of a command anew, and says of each why it could not be. */
export function useTryAnew(position: number, standing: MemberStanding | undefined) {
  const { offline } = useWorkplace();
  const [answers, setAnswers] = useState<Readonly<Record<string, IssueAnswer>>>({});
  return {
    tryAnew: (item: string): void => {
      void offline.tryItemAnew(position, item).then((answer) => setAnswers((known) => ({ ...known, [item]: answer })));
    },
    objection: (item: string): string | null => {
      const answer = answers[item];
      return answer && !answer.ok ? notIssuedWords(answer, standing) : null;
    },
  };
}
