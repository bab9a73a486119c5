import { Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { z } from 'zod';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import { AnswerAlert, draftKey, forecast, Help, useCaseIssue, useCaseView, useDraft } from '../case/frame.ts';
import classes from './chat.module.css';
import { useFilesInChat } from './files-in-chat.tsx';
import { Receivers } from './receivers.tsx';

const messageSchema = z.object({ text: z.string() });
const nothing = { text: '' };

/** Writes a message; what is typed survives leaving the tab. */
export function ChatForm() {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const draft = useDraft(draftKey(open, 'chat'), nothing, messageSchema);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft.value.text.trim();
  const unkept = unkeptTextWords(text);
  const { restored, forget } = draft;
  // Killed between keeping the message and forgetting its draft: it waits already, and is not to be sent again.
  const waitsAlready = restored && open.content.chat.some((entry) => entry.receivedAt === null && entry.text === text);
  useEffect(() => {
    if (waitsAlready) forget();
  }, [waitsAlready, forget]);
  const files = useFilesInChat();
  const refusal = forecast({ open, now }, { name: 'write-chat', input: { text: 'x' } });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (text === '' || busy || refusal || unkept) return;
    setBusy(true);
    const given = await issue({ name: 'write-chat', input: { text } }, null);
    setBusy(false);
    setAnswer(given);
    if (!given.ok) return;
    forget();
    // Where one writes on, and where no note lays itself over.
    field.current?.focus();
  };
  return (
    <form className={classes.form} {...files.area} onSubmit={(event) => void send(event)}>
      <Textarea
        ref={field}
        aria-label={t`Message`}
        placeholder={t`Write to everybody in the case`}
        maxLength={10_000}
        error={unkept}
        value={draft.value.text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
        onBlur={draft.keep}
        onKeyDown={submitOnModEnter}
      />
      <AnswerAlert answer={answer} />
      {files.said}
      {refusal === null && <Receivers />}
      <div className={classes.send}>
        <ReasonButton
          type="submit"
          reason={refusal ? refusalWords(refusal, open.standing).full : unkept}
          wayOn={refusal && <Help refusal={refusal} wanted={{ wanted: 'write-chat' }} />}
          leftSection={<IconSend size={16} aria-hidden />}
          loading={busy}
          onClick={() => undefined}
        >
          <Trans>Send</Trans>
        </ReasonButton>
        <KeyHint keys="Mod+Enter" />
      </div>
    </form>
  );
}

function submitOnModEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
