import { z } from 'zod';
import { fileSchema, idSchema, madeIdSchema } from './parts.ts';
import { unnamedProtocol } from './protocol-version.ts';

/** `POST /commands/{id}/cancel`: a command that was posted and may not have arrived (sync.md 12); answers an outcome. */
export const cancelSchema = z.strictObject({
  protocol: z.int().default(unnamedProtocol),
  portal: idSchema,
  account: idSchema,
});

/** `PUT /files/{portal}/{file}?case=&name=&sha256=`: the raw bytes as the body, their media type as its content type. */
export const uploadQuerySchema = fileSchema.pick({ name: true, sha256: true }).extend({ case: madeIdSchema });

/** What an upload answers; a second upload of the same file by the same person is the same answer. */
export const storedFileSchema = z.strictObject({ file: idSchema, size: z.int(), sha256: z.string() });

/** The largest file the portal server takes, in bytes. */
export const largestFile = 20_000_000;
