import type { FileRef } from '../../shared/domain/document/document.ts';
import type { DeskApi } from '../../shared/contract/desk-api.ts';
import type { PortalClient } from '../portal/portal-client.ts';
import { setbackOf, type Setback } from './trouble.ts';

/** A file that a waiting command names. */
export interface WantedUpload {
  readonly position: number;
  readonly portal: string;
  readonly case: string;
  readonly file: FileRef;
}

/** Uploads go on a lane of their own, one at a time: a large file holds only the command that names it (sync.md 5). */
export interface UploadLane {
  readonly isThere: (file: string) => boolean;
  readonly want: (upload: WantedUpload) => void;
  /** The portal server said that the bytes are missing: they go again. Answers how often that happened. */
  readonly again: (file: string) => number;
  /** Resolves when nothing is being uploaded; true where a file arrived or was given up since the last call. */
  readonly settled: () => Promise<boolean>;
  /** What stopped it since the last call. */
  readonly setback: () => Setback | null;
}

export interface UploadLaneDeps {
  readonly portal: PortalClient;
  readonly files: Pick<DeskApi['files'], 'read'>;
  /** A file can never arrive: its command needs attention. */
  readonly giveUp: (upload: WantedUpload, words: string) => Promise<void>;
  /** A file arrived, or was given up. */
  readonly onMoved: () => void;
}

export function createUploadLane({ portal, files, giveUp, onMoved }: UploadLaneDeps): UploadLane {
  const there = new Set<string>();
  const missing = new Map<string, number>();
  const wanted = new Map<string, WantedUpload>();
  let running: Promise<void> | null = null;
  let moved = false;
  let setback: Setback | null = null;

  const run = async (): Promise<void> => {
    try {
      for (const [file, upload] of wanted) {
        setback = await send(upload);
        if (setback) break;
        wanted.delete(file);
        moved = true;
        onMoved();
      }
    } catch {
      // The desk did not answer, because it closes: nobody waits for this lane, and nothing of it is lost.
    } finally {
      // What could not be sent is wanted again by the next round.
      wanted.clear();
      running = null;
    }
  };

  const send = async (upload: WantedUpload): Promise<Setback | null> => {
    const { file: ref } = upload;
    const bytes = await files.read(ref.sha256);
    if (!bytes) {
      await giveUp(upload, `The file ${ref.name} is not on this computer any more.`);
      return null;
    }
    const { file, name, mediaType, sha256 } = ref;
    const answer = await portal.uploadFile({
      portal: upload.portal,
      case: upload.case,
      file,
      name,
      mediaType,
      sha256,
      bytes,
    });
    if (answer.kind === 'ok') {
      there.add(file);
      return null;
    }
    const found = setbackOf(answer);
    const never = answer.kind === 'problem' && neverTaken.has(answer.problem.kind);
    if (never) await giveUp(upload, `${ref.name}: ${found.words}`);
    return never ? null : found;
  };

  return {
    isThere: (file) => there.has(file),
    want: (upload) => {
      wanted.set(upload.file.file, upload);
      running ??= Promise.resolve().then(run);
    },
    again: (file) => {
      there.delete(file);
      const times = (missing.get(file) ?? 0) + 1;
      missing.set(file, times);
      return times;
    },
    settled: async () => {
      while (running) await running;
      const was = moved;
      moved = false;
      return was;
    },
    setback: () => {
      const last = setback;
      setback = null;
      return last;
    },
  };
}

/** Problems that another try meets again. */
const neverTaken: ReadonlySet<string> = new Set([
  'too-large',
  'unsupported-media',
  'not-allowed',
  'not-understood',
  'not-found',
]);
