import { writeFile } from 'node:fs/promises';
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import { diskTrouble, errorCode } from '../journal/durable-file.ts';
import { safeFileName } from './safe-file-name.ts';

/** Writes bytes where the user picks; they leave the app there, in clear, because the user asked for it. */
export async function saveWherePicked(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<DeskAnswer> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, { defaultPath: safeFileName(name) });
  if (canceled || filePath === '') return { ok: false, reason: 'cancelled' };
  try {
    await writeFile(filePath, bytes);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: diskTrouble(error), detail: errorCode(error) };
  }
}
