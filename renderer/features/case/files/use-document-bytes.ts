import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FileRef } from '../../../../shared/domain/document/document.ts';
import type { CaseKey, DeskApi } from '../../../../shared/contract/desk-api.ts';
import { useDesk, useWorkplace } from '../../../bindings/contexts.ts';
import { createPortalClient, type PortalClient } from '../../../portal/portal-client.ts';
import { useCaseView } from '../case-view.ts';
import { keptDocumentsKey } from './use-kept-documents.ts';

/** A document's bytes and where the desk keeps them. */
export interface DocumentBytes {
  readonly bytes: Uint8Array;
  readonly kept: 'kept' | 'copy';
}

/** The bytes could not be had: not here, and not from the portal. */
class DocumentMissing extends Error {
  override readonly name = 'DocumentMissing';
}

/** Opens a document: what was kept here first, so that it opens offline, else from the portal, and then it is kept. */
export function useDocumentBytes(file: FileRef) {
  const desk = useDesk();
  const { session, offline } = useWorkplace();
  const queries = useQueryClient();
  const { open } = useCaseView();
  const key = open.key;
  // A withdrawal drops what is open, too (sync.md 29).
  useEffect(
    () =>
      offline.registerForget('opened document', ({ portal, case: id }) =>
        queries.removeQueries({ queryKey: ['document', session.account, portal, id] }),
      ),
    [offline, queries, session.account],
  );
  return useQuery({
    queryKey: ['document', session.account, key.portal, key.case, file.file, file.sha256],
    queryFn: async () => {
      const portal = createPortalClient({ account: session.account });
      const bytes = await read({ files: desk.files, portal, key }, file);
      void queries.invalidateQueries({ queryKey: keptDocumentsKey });
      return bytes;
    },
    // Bytes never change; a missing one is asked for again when the person does so.
    staleTime: Infinity,
    // A closed document is kept by the desk only, encrypted.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
}

interface Sources {
  readonly files: DeskApi['files'];
  readonly portal: PortalClient;
  readonly key: CaseKey;
}

async function read({ files, portal, key }: Sources, file: FileRef): Promise<DocumentBytes> {
  const own = await files.read(file.sha256);
  if (own) return { bytes: own, kept: 'kept' };
  const copy = await files.readCopy(file.file);
  if (copy) return { bytes: copy, kept: 'copy' };
  const answer = await portal.downloadFile(key.portal, file.file);
  if (answer.kind !== 'ok') throw new DocumentMissing('The portal did not give the document');
  // What is looked at is what the budget names, or nothing.
  if ((await sha256(answer.value)) !== file.sha256) throw new DocumentMissing('The document is another one than named');
  await files.keepCopy(file.file, answer.value, key);
  return { bytes: answer.value, kept: 'copy' };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
