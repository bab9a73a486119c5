import { t } from '@lingui/core/macro';
import type { Notice } from '../../shared/contract/sync.ts';
import { asksOf } from '../../shared/domain/asking/ask.ts';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { lackWords } from './asking/lack-words.ts';
import { logWords } from './log-words.ts';

/** So much of a text says what it is about. */
const firstWords = 90;

/** Who it was and the first words, out of the case as its reader sees it; null where they are not there, or not for this reader. */
export function noticeContent(notice: Notice, content: CaseContent, standing: Standing): string | null {
  if (notice.kind === 'chat-written') {
    const entry = content.chat.find(({ receivedAt, by }) => receivedAt === notice.at && by.member !== standing.member);
    return entry ? `${entry.by.name}: ${cut(entry.text)}` : null;
  }
  if (notice.kind === 'asked-for') {
    const ask = asksOf(content.case).find(
      ({ receivedAt, by }) => receivedAt === notice.at && by.member !== standing.member,
    );
    if (!ask) return null;
    const { by, wanted, lacks, note } = ask;
    const lack = lackWords({ ...lacks, wanted });
    const asked = t`${by.name} asks for ${lack}.`;
    return note ? `${asked} ${cut(note)}` : asked;
  }
  const entry = content.log.findLast(({ receivedAt }) => receivedAt === notice.at);
  if (!entry) return null;
  const { sentence, typed } = logWords(entry, standing.settings);
  return typed ? `${sentence} ${cut(typed)}` : sentence;
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > firstWords ? `${line.slice(0, firstWords).trimEnd()}…` : line;
}
