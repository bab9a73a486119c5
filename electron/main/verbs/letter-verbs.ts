import type { DeskVerbs } from '../ipc.ts';
import { letterPdf, printLetter } from '../machine/letter.ts';
import { saveWherePicked } from '../machine/save-file.ts';

/** Letters: saved as a PDF, or printed. */
export function letterVerbs(): Pick<DeskVerbs, 'letters.save' | 'letters.print'> {
  return {
    'letters.save': async (from, [letter, name]) => {
      const pdf = await letterPdf(letter);
      return pdf === null ? { ok: false, reason: 'not-supported' } : saveWherePicked(from.window, name, pdf);
    },
    'letters.print': async (_, [letter]) => printLetter(letter),
  };
}
