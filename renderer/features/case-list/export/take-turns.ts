import type { Pause } from '../../../../shared/spreadsheet/sheet.ts';

/** Half a frame: what is typed and moved meanwhile is painted in time. */
const turn = 8;

/** Lets the page have its turn whenever the work has had its own; `onTurn` is told how far it is, and may stop it. */
export function takingTurns(onTurn: (done: number) => void): Pause {
  let began = performance.now();
  return async (done) => {
    if (performance.now() - began < turn) return;
    onTurn(done);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    began = performance.now();
  };
}
