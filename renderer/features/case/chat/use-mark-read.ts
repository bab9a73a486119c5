import { useEffect, useRef } from 'react';
import { useIssue } from '../../../bindings/use-issue.ts';
import { useCaseView } from '../case-view.ts';

/** Notes that the chat was read as far as it is shown; by person, and kept offline like every command. */
export function useMarkRead(): void {
  const { open } = useCaseView();
  const issue = useIssue();
  const messages = open.confirmed.chat.length;
  const { read, key, standing } = open;
  // One command for each step, also while the state that it leads to is still on its way.
  const noted = useRef(read);
  useEffect(() => {
    const note = () => {
      if (document.visibilityState !== 'visible' || messages <= Math.max(read, noted.current)) return;
      noted.current = messages;
      const subject = { kind: 'member', id: standing.member } as const;
      void issue({ portal: key.portal, name: 'mark-read', subject, input: { case: key.case, messages } });
    };
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [messages, read, issue, key.portal, key.case, standing.member]);
}
