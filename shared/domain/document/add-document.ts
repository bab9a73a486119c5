import type { Case } from '../case/case.ts';
import { decided, refused, type CaseQuestion, type Decision } from '../decision.ts';
import { createdId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import type { FileRef } from './document.ts';

/** Adds an uploaded file to the case's documents (domain.md §11). */
export interface AddDocument {
  readonly file: FileRef;
}

/** Decides `add-document`. */
export function addDocument(question: CaseQuestion, input: AddDocument): Decision<Case> {
  const { case: subject, standing, stamp } = question;
  const verdict = may(standing, 'document.add', { case: subject });
  if (!verdict.allowed) return refused(verdict.refusal);
  const document = {
    ...input.file,
    id: createdId<'document'>(stamp.id),
    budget: null,
    by: personRef(standing),
    at: stamp.at,
  };
  return decided(question, {
    as: verdict.as,
    change: { documents: [...subject.documents, document] },
    entry: { what: 'document-added', facts: { name: input.file.name } },
  });
}
