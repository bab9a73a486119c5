import { casePage } from '../case/case-page.ts';
import { createdId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import type { FileRef } from './document.ts';

/** Adds an uploaded file to the case's documents (domain.md §11). */
export interface AddDocument {
  readonly file: FileRef;
}

/** The page of `add-document`. */
export const addDocument = casePage<AddDocument, object>({
  authority: 'document.add',
  independent: true,
  reads: ['head', 'tasks', 'role'],
  changes: ['documents', 'log'],
  find: () => ({}),
  may: ({ standing, case: subject }) => may(standing, 'document.add', { case: subject }),
  apply: ({ case: { documents }, standing, stamp }, { file }) => {
    const id = createdId<'document'>(stamp.id);
    return { documents: [...documents, { ...file, id, budget: null, by: personRef(standing), at: stamp.at }] };
  },
  log: (_, { file }) => ({ what: 'document-added', facts: { name: file.name } }),
});
