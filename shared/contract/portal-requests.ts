import { z } from 'zod';
import { fileSchema, idSchema } from './parts.ts';

/** `POST /commands/{id}/cancel`: a command that was posted and may not have arrived (sync.md 12); answers an outcome. */
export const cancelSchema = z.strictObject({ portal: idSchema, account: idSchema });

/** `POST /portals/{portal}/cases/{case}/files/{file}?name=&sha256=&mediaType=` with the raw bytes as its body. */
export const uploadQuerySchema = fileSchema.pick({ name: true, sha256: true, mediaType: true });

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
  file: (portal: string, subject: string, file: string) => `/portals/${portal}/cases/${subject}/files/${file}`,
  officeCandidates: (portal: string, subject: string) => `/portals/${portal}/cases/${subject}/office-candidates`,
  userCandidates: (portal: string, subject: string) => `/portals/${portal}/cases/${subject}/user-candidates`,
} as const;
