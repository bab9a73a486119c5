import { BrowserWindow, session } from 'electron';
import type { Session } from 'electron';
import type { DeskAnswer } from '../../../shared/contract/desk-api.ts';
import type { Letter } from '../../../shared/contract/letter.ts';
import { letterPage } from './letter-page.ts';

/** Chromium opens no longer address than 2 MB. */
const longest = 2_000_000;

/** A letter as a PDF that can be read aloud and walked through by its headings; null where it is too long for a page. */
export async function letterPdf(letter: Letter): Promise<Uint8Array | null> {
  return withPage(letter, (page) =>
    page.webContents.printToPDF({
      pageSize: letter.paper,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  );
}

/** Opens the system's own print window for a letter. */
export async function printLetter(letter: Letter): Promise<DeskAnswer> {
  const answer = await withPage(
    letter,
    (page) =>
      new Promise<DeskAnswer>((resolve) => {
        page.webContents.print({ pageSize: letter.paper }, (done, why) =>
          resolve(done ? { ok: true } : { ok: false, reason: isCancelled(why) ? 'cancelled' : 'not-supported' }),
        );
      }),
  );
  return answer ?? { ok: false, reason: 'not-supported' };
}

/** Electron says so in words. */
function isCancelled(why: string): boolean {
  return why.toLowerCase().includes('cancel');
}

/** In a window that nobody sees, in which no script runs and from which nothing is asked of any server. */
async function withPage<Made>(letter: Letter, make: (page: BrowserWindow) => Promise<Made>): Promise<Made | null> {
  const address = `data:text/html;base64,${Buffer.from(letterPage(letter)).toString('base64')}`;
  if (address.length > longest) return null;
  const page = new BrowserWindow({
    show: false,
    webPreferences: { session: silentSession(), sandbox: true, contextIsolation: true, javascript: false },
  });
  try {
    await page.loadURL(address);
    return await make(page);
  } finally {
    page.destroy();
  }
}

function silentSession(): Session {
  const part = session.fromPartition('letter', { cache: false });
  part.webRequest.onBeforeRequest((asked, answer) => answer({ cancel: !asked.url.startsWith('data:text/html') }));
  return part;
}
