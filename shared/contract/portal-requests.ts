import { z } from 'zod';
import { fileSchema, idSchema } from './parts.ts';

/** `POST /commands/{id}/cancel`: a command that was posted and may not have arrived (sync.md 12); answers an outcome. */
export const cancelSchema = z.strictObject({ portal: idSchema, account: idSchema });

/** `PUT /files/{portal}/{file}?case=&name=&sha256=`: the raw bytes as the body, their media type as its content type. */
export const uploadQuerySchema = fileSchema.pick({ name: true, sha256: true }).extend({ case: idSchema });

/** What an upload answers; a second upload of the same file by the same person is the same answer. */
export const storedFileSchema = z.strictObject({ file: idSchema, size: z.int(), sha256: z.string() });

/** The largest file the portal server takes, in bytes. */
export const largestFile = 20_000_000;

/** Where the portal server answers; `GET` of a file's path answers its bytes. */
export const portalPaths = {
  health: () => '/health',
  me: () => '/me',
  commands: () => '/commands',
  cancel: (command: string) => `/commands/${command}/cancel`,
  pages: (portal: string) => `/sync/${portal}/pages`,
  delta: (portal: string) => `/sync/${portal}/delta`,
  /** Server-sent events of kind `nudge`, without content, for all the person's portals. */
  nudges: () => '/sync/nudges',
  file: (portal: string, file: string) => `/files/${portal}/${file}`,
  officeCandidates: (portal: string, subject: string) => `/candidates/${portal}/${subject}/offices`,
  userCandidates: (portal: string, subject: string) => `/candidates/${portal}/${subject}/users`,
} as const;
