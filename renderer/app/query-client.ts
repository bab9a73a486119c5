import { QueryClient } from '@tanstack/react-query';

/** Requests run whatever `navigator.onLine` says: whether the portal server answers is found out by asking it. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: 1, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: 0 },
    },
  });
}
