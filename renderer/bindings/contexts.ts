import { createContext, useContext, type Context } from 'react';
import type { DeskApi, DeskSession } from '../../shared/contract/desk-api.ts';
import type { OfflineDesk, SyncLoop } from '../offline/offline-desk.ts';

/** What a signed-in window works with. */
export interface Workplace {
  readonly session: DeskSession;
  readonly offline: OfflineDesk;
  readonly sync: SyncLoop;
  /** Rejects where what is kept on this computer could not be opened. */
  readonly opened: Promise<void>;
  /** Ends sync and storage. */
  readonly close: () => Promise<void>;
}

export const DeskContext = createContext<DeskApi | null>(null);
export const WorkplaceContext = createContext<Workplace | null>(null);

/** The desk of this window, signed in or not. */
export function useDesk(): DeskApi {
  return useGiven(DeskContext, 'DeskContext');
}

/** The session with its offline desk and sync loop; only below the signed-in part of the app. */
export function useWorkplace(): Workplace {
  return useGiven(WorkplaceContext, 'WorkplaceContext');
}

export function useGiven<Value>(context: Context<Value | null>, name: string): Value {
  const value = useContext(context);
  if (value === null) throw new Error(`${name} is not provided above this component`);
  return value;
}
