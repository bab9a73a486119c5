import type { DemoAccount, KnownAccount } from '../../../shared/contract/desk-api.ts';
import { monday } from '../builders.ts';

export function aKnownAccount(change: Partial<KnownAccount> = {}): KnownAccount {
  return {
    id: 'store-1.person-anna',
    email: 'anna@kuivaus.example',
    name: 'Anna Korhonen',
    address: 'embedded',
    lastSignIn: monday,
    unsent: 0,
    remembered: false,
    isFormer: false,
    offlineUntil: '2026-12-23T08:00:00.000Z',
    leaseOver: false,
    ...change,
  };
}

export const maria: DemoAccount = {
  email: 'maria@gulf.example',
  name: 'Maria Santos',
  role: 'Office manager at Gulf Adjusters',
  password: 'demo password',
};
