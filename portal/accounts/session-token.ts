import { createHash, randomBytes } from 'node:crypto';

/** A new token: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: who reads the database, or a copy of it, is nobody by that. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
