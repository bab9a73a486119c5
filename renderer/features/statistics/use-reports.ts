import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Report } from '../../../shared/contract/reports.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import type { Answer } from '../../portal/answer.ts';
import { createPortalClient } from '../../portal/portal-client.ts';

/** How often the portal is asked how far a report is. */
const eachSecond = 1000;

/** One's own reports in a portal as the portal server has them: asked again while one of them is being made. */
export function useReports(portal: string) {
  const { session } = useWorkplace();
  const queries = useQueryClient();
  const queryKey = ['reports', session.account, portal];
  const client = createPortalClient({ account: session.account }).reports;
  const query = useQuery({
    queryKey,
    queryFn: (): Promise<Answer<readonly Report[]>> => client.list(portal),
    refetchInterval: ({ state: { data } }) =>
      data?.kind === 'ok' && data.value.some(({ status }) => status === 'waiting') ? eachSecond : false,
    staleTime: 0,
    gcTime: 0,
  });
  return { client, answer: query.data, lookAgain: () => queries.invalidateQueries({ queryKey }) };
}
