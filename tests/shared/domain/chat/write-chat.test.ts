import { expect, test } from 'vitest';
import { writeChat } from '../../../../shared/domain/chat/write-chat.ts';
import { addDocument } from '../../../../shared/domain/document/add-document.ts';
import {
  aCase,
  aCaseHandler,
  aFile,
  aQuestion,
  aRole,
  aStanding,
  carla,
  settingsWithRole,
} from '../../../support/builders.ts';

const subject = aCase({ role: aRole({ user: carla }) });

test('right 14 makes the External case handler a receiver who cannot be unmarked, but not of the own messages', () => {
  const tell = (standing = aStanding()) => {
    const decision = writeChat.decide(aQuestion({ case: subject, standing }), { text: 'Hello' });
    return decision.kind === 'decided' ? decision.consequences : decision;
  };
  expect(tell()).toEqual([
    { kind: 'tell', notice: 'chat-written', to: { kind: 'member', member: 'carla' }, case: 'case-1' },
  ]);
  expect(tell(aCaseHandler())).toEqual([]);
  expect(tell(aStanding({ settings: settingsWithRole({ rights: [] }) }))).toEqual([]);
  expect(tell(aStanding({ settings: settingsWithRole({ enabled: false }) }))).toEqual([]);
});

test('who only assigns the user neither writes nor adds documents', () => {
  const outsider = aCaseHandler({ member: 'boss', marked: false });
  expect(writeChat.decide(aQuestion({ case: subject, standing: outsider }), { text: 'x' })).toMatchObject({
    refusal: { code: 'no-role-in-case', grantor: 'own-office' },
  });
  expect(addDocument.decide(aQuestion({ case: subject, standing: outsider }), { file: aFile() })).toMatchObject({
    kind: 'refused',
  });
});

test('a document is added with who and when', () => {
  expect(addDocument.decide(aQuestion({ case: subject, standing: aCaseHandler() }), { file: aFile() })).toMatchObject({
    after: { documents: [{ name: 'calculation.csv', by: carla, budget: null }] },
    log: [{ what: 'document-added', as: 'external-case-handler' }],
  });
});
