import { useEffect } from 'react';
import type { RowFacts } from '../../../shared/domain/case/list-filter.ts';
import { useWorkplace } from '../../bindings/contexts.ts';

/** More rows than a screen has room for. */
const firstRows = 64;

/** Keeps what the list shows first, once it has come to rest; null while it is not what the index says. */
export function useKeepView(list: string, shown: readonly RowFacts[] | null, all: number): void {
  const { offline } = useWorkplace();
  useEffect(() => {
    if (shown === null) return undefined;
    const cases = shown.slice(0, firstRows).map(({ row }) => ({ portal: row.portal, case: row.id }));
    // A view that could not be kept only makes the next start slower.
    const keep = (): unknown => offline.keepView({ list, shown: shown.length, all, cases }).catch(() => undefined);
    const later = setTimeout(keep, 1000);
    return () => clearTimeout(later);
  }, [offline, list, shown, all]);
}
