import { useQuery } from '@tanstack/react-query';
import { useDesk, useWorkplace } from '../../../bindings/contexts.ts';
import { useSync } from '../../../bindings/use-sync.ts';
import { useCaseView } from '../case-view.ts';

const key = 'kept documents';

/** Which documents of the case are on this computer, by their file's id; null until it is known. Looks again as more are fetched. */
export function useKeptDocuments(): ReadonlySet<string> | null {
  const { files } = useDesk();
  const { session } = useWorkplace();
  const { open } = useCaseView();
  const { state } = useSync();
  const names = open.content.case.documents.map(({ file, sha256 }) => ({ file, sha256 }));
  const kept = useQuery({
    queryKey: [key, session.account, open.key.portal, open.key.case, names, state.ahead?.done ?? null],
    queryFn: async () => new Set(await files.listKept(names)),
    placeholderData: (before) => before,
    gcTime: 0,
    networkMode: 'always',
  });
  return kept.data ?? null;
}

/** The key under which queries tell what is kept, for who keeps one more. */
export const keptDocumentsKey: readonly [string] = [key];
