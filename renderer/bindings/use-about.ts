import { useQuery } from '@tanstack/react-query';
import type { About } from '../../shared/contract/desk-api.ts';
import { useDesk } from './contexts.ts';

/** Version and platform of the app; does not change while it runs. */
export function useAbout(): About | undefined {
  const desk = useDesk();
  return useQuery({ queryKey: ['about'], queryFn: () => desk.about(), staleTime: Infinity }).data;
}
