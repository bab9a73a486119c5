import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A database in which accounts are looked up and changed; a transaction is one too. */
export type AccountDatabase = Kysely<Tables & AccountTables>;

/** The tables of accounts: written by better-auth, whose field names `portal/accounts/auth.ts` maps to these. */
export type AccountTables = {
  readonly auth_user: AuthUserTable;
  readonly auth_account: AuthAccountTable;
  readonly auth_session: AuthSessionTable;
  readonly auth_verification: AuthVerificationTable;
  readonly sign_in_limit: SignInLimitTable;
  readonly recovery: RecoveryTable;
  readonly sealed_recovery: SealedRecoveryTable;
};

/** Who can sign in; the id is the person's. */
export interface AuthUserTable {
  readonly id: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly email_verified: number;
  readonly image: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** How somebody signs in: with a password, so far. */
export interface AuthAccountTable {
  readonly id: string;
  readonly account_id: string;
  readonly provider_id: string;
  readonly user_id: string;
  readonly access_token: string | null;
  readonly refresh_token: string | null;
  readonly id_token: string | null;
  readonly access_token_expires_at: string | null;
  readonly refresh_token_expires_at: string | null;
  readonly scope: string | null;
  /** An encoded argon2id hash. */
  readonly password: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** Where somebody is signed in. */
export interface AuthSessionTable {
  readonly id: string;
  /** A SHA-256 of the token. */
  readonly token: string;
  readonly user_id: string;
  readonly expires_at: string;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** One-time links: the identifier is kept as a hash. */
export interface AuthVerificationTable {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expires_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** How often a sign-in failed of late, by account and address together and by each alone (sync.md 36). */
export interface SignInLimitTable {
  /** A hash of what is counted: the table names nobody. */
  readonly id: string;
  /** A hash of the account that is forgiven this by a new password; null for an address alone. */
  readonly account: string | null;
  /** Milliseconds since 1970 at which the count has faded to nothing. */
  readonly gone_at: number;
  /** Milliseconds since 1970 until which the account is at home at the address: it signed in there; else 0. */
  readonly known_until: number;
}

/** The clear secrets of 0.1.0: sealed, and deleted here, at the first start after it. */
export interface RecoveryTable {
  readonly person: string;
  readonly secret: string;
}

/** The secret that opens a person's journal after a new password (sync.md 4), sealed with a key outside the database. */
export interface SealedRecoveryTable {
  readonly person: string;
  /** A fingerprint of the key: another key takes no secret away, its own stands beside it. */
  readonly key: string;
  /** Nonce, text and tag of AES-256-GCM, in base64url. */
  readonly sealed: string;
}
