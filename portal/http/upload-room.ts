import type { AccountId } from '../../shared/domain/ids.ts';

/** Place in memory for the bytes of uploads that are under way. */
export interface UploadRoom {
  /** Waits for so many bytes of place; answers how it is left again, or null where none came free in time. */
  readonly enter: (account: AccountId, bytes: number) => Promise<(() => void) | null>;
}

/** How much place there is, in bytes, and how long somebody waits for it, in milliseconds. */
export interface RoomLimits {
  readonly whole: number;
  /** Of one person: nobody keeps the others out by sending slowly. Never less than the largest upload. */
  readonly ofOne: number;
  readonly patience: number;
}

/** Five of the largest files at once, two of one person; the desk gives an answer up after 30 s, so this one comes before. */
export const usualRoom: RoomLimits = { whole: 100_000_000, ofOne: 40_000_000, patience: 20_000 };

interface Waiter {
  readonly account: AccountId;
  readonly bytes: number;
  readonly admit: () => void;
}

/** Makes it; who came first goes first, but past those whose own uploads are in their way. */
export function createUploadRoom({ whole, ofOne, patience }: RoomLimits): UploadRoom {
  const held = new Map<AccountId, number>();
  const waiting = new Set<Waiter>();
  let free = whole;

  function hold(account: AccountId, bytes: number): void {
    free -= bytes;
    const now = (held.get(account) ?? 0) + bytes;
    if (now > 0) held.set(account, now);
    else held.delete(account);
  }

  function admitWhoFits(): void {
    for (const waiter of waiting) {
      if ((held.get(waiter.account) ?? 0) + waiter.bytes > ofOne) continue;
      if (waiter.bytes > free) return;
      hold(waiter.account, waiter.bytes);
      waiting.delete(waiter);
      waiter.admit();
    }
  }

  function leave(account: AccountId, bytes: number): void {
    hold(account, -bytes);
    admitWhoFits();
  }

  return {
    enter: (account, bytes) =>
      new Promise((resolve) => {
        const giveUp = setTimeout(() => {
          waiting.delete(waiter);
          resolve(null);
          // Somebody smaller may have stood behind.
          admitWhoFits();
        }, patience);
        const admit = (): void => {
          clearTimeout(giveUp);
          resolve(() => leave(account, bytes));
        };
        const waiter: Waiter = { account, bytes, admit };
        waiting.add(waiter);
        admitWhoFits();
      }),
  };
}
