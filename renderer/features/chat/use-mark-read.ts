import { useEffect, useRef } from 'react';
import { countRead } from '../../../shared/domain/chat/count-read.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import { useCaseView } from '../case/frame.ts';

/** Reading goes on from message to message: one note for each rest of it, and one on leaving. */
const rest = 700;

/** Notes that the chat was read as far as the first new message; by person, and kept offline like every command. */
export function useMarkRead(messages: number): void {
  const { open } = useCaseView();
  const issue = useIssue();
  const { read, key, standing, confirmed } = open;
  const count = countRead(confirmed.chat, standing.member, messages);
  // One command for each step, also while the state that it leads to is still on its way.
  const noted = useRef(read);
  const note = useRef<() => void>(() => undefined);
  useEffect(() => {
    note.current = () => {
      if (count <= Math.max(read, noted.current)) return;
      noted.current = count;
      const subject = { kind: 'member', id: standing.member } as const;
      void issue({ portal: key.portal, name: 'mark-read', subject, input: { case: key.case, messages } });
    };
  });
  useEffect(() => {
    const timer = setTimeout(() => note.current(), messages === confirmed.chat.length ? 0 : rest);
    return () => clearTimeout(timer);
  }, [messages, confirmed.chat.length]);
  useEffect(() => () => note.current(), []);
}
