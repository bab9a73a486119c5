import { z } from 'zod';
import { idSchema, momentSchema, textSchema } from './parts.ts';

/** `GET /health?protocol=`: who answers here. */
export const healthSchema = z.strictObject({
  product: z.literal('partner-desk-portal'),
  version: z.string(),
  /** The version that is spoken with who named one in the query, and with who named none. */
  protocol: z.int(),
  /** Random id made with the database (sync.md 25). */
  store: idSchema,
  serverTime: momentSchema,
});

/** `POST /sign-in`. */
export const signInSchema = z.strictObject({ email: z.email().max(200), password: textSchema.min(1).max(200) });

/** A session: the token is for the desk alone, never for the renderer. */
export const sessionSchema = z.strictObject({
  token: z.string(),
  expiresAt: momentSchema,
  store: idSchema,
  serverTime: momentSchema,
  person: z.strictObject({ id: idSchema, name: z.string(), email: z.string() }),
  /** Opens the account's journal after a password reset (sync.md 4c): random, one a person, given at a full sign-in only. */
  recovery: z.string().min(32).max(200).optional(),
});

/** `GET /me?protocol=`: the portals a person works in. */
export const meSchema = z.strictObject({
  account: idSchema,
  person: z.strictObject({ id: idSchema, name: z.string(), email: z.string() }),
  portals: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  serverTime: momentSchema,
  /** The version that is spoken with who named one in the query; 0.1.0 says and reads none. */
  protocol: z.int().optional(),
});

/** The portals a person works in. */
export type Me = z.infer<typeof meSchema>;
