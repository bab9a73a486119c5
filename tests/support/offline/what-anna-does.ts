import { createHash } from 'node:crypto';
import type { IssueAnswer } from '../../../renderer/offline/offline-desk.ts';
import type { FileRef } from '../../../shared/domain/document/document.ts';
import type { SyncedApp } from './a-synced-app.ts';

export const portal = 'nordic-portal';
export const caseOf = (number: number) => ({ kind: 'case', id: `case-${String(number)}` }) as const;

export const confirm = ({ desk }: SyncedApp, number: number): Promise<IssueAnswer> =>
  desk.issue({ portal, name: 'confirm-received', subject: caseOf(number), input: { task: `t${String(number)}` } });
export const assign = ({ desk }: SyncedApp, number: number): Promise<IssueAnswer> =>
  desk.issue({
    portal,
    name: 'assign-members',
    subject: caseOf(number),
    input: { task: `t${String(number)}`, members: ['anna'] },
  });
export const chat = ({ desk }: SyncedApp, number: number): Promise<IssueAnswer> =>
  desk.issue({ portal, name: 'write-chat', subject: caseOf(number), input: { text: 'hello' } });
export const idOf = (answer: IssueAnswer): string => (answer.ok ? answer.id : '');
export const statesOf = ({ desk }: SyncedApp) =>
  desk.state().outbox.map(({ command, state }) => [command?.name, command?.subject.id, state]);

export async function aKeptFile(app: SyncedApp, text = 'cells'): Promise<FileRef> {
  const bytes = new TextEncoder().encode(text);
  await app.at.desk.files.keep(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file: `file-${text}`, name: 'cells.csv', size: bytes.length, sha256, mediaType: 'text/csv' };
}
