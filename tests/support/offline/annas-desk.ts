import type { OfflineDesk } from '../../../renderer/offline/offline-desk.ts';
import { aContent, aStanding } from '../builders.ts';
import { aDisk, firstSync, openAccount, type OpenAccount } from './an-account.ts';

export const portal = 'nordic-portal';
export const key = { portal, case: 'case-1' };
export const subject = { kind: 'case', id: 'case-1' } as const;

export const chat = (desk: OfflineDesk, text: string) =>
  desk.issue({ portal, name: 'write-chat', subject, input: { text } });
export const confirm = (desk: OfflineDesk, task = 'drying-1') =>
  desk.issue({ portal, name: 'confirm-received', subject, input: { task } });

/** Anna of the drying company, with one task of her office to confirm. */
export async function annasDesk(disk = aDisk()): Promise<OpenAccount> {
  const account = await openAccount(disk);
  await firstSync(account.fed, { standing: aStanding(), cases: [aContent()] });
  return account;
}
