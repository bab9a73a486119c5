/** Rows of three bits, one row a digit's line: a drawn number needs no font and no window. */
const DIGITS: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 1, 1],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
};

export const BADGE_SIZE = 16;
const RED = [0x2b, 0x2b, 0xd6, 0xff];
const WHITE = [0xff, 0xff, 0xff, 0xff];

/** The overlay of the Windows taskbar: a red disc with up to two figures, as BGRA bytes. */
export function badgeImage(count: number): Buffer {
  const pixels = Buffer.alloc(BADGE_SIZE * BADGE_SIZE * 4);
  const text = count > 99 ? '9+' : String(count);
  const left = Math.floor((BADGE_SIZE - (text.length * 4 - 1)) / 2);
  for (let y = 0; y < BADGE_SIZE; y += 1) {
    for (let x = 0; x < BADGE_SIZE; x += 1) {
      const colour = isInk(text, x - left, y - 5) ? WHITE : isDisc(x, y) ? RED : null;
      if (colour !== null) pixels.set(colour, (y * BADGE_SIZE + x) * 4);
    }
  }
  return pixels;
}

function isDisc(x: number, y: number): boolean {
  const middle = (BADGE_SIZE - 1) / 2;
  return (x - middle) ** 2 + (y - middle) ** 2 <= (BADGE_SIZE / 2) ** 2;
}

function isInk(text: string, x: number, y: number): boolean {
  const digit = DIGITS[text[Math.floor(x / 4)] ?? ''];
  const column = x % 4;
  return digit !== undefined && x >= 0 && column < 3 && ((digit[y] ?? 0) & (4 >> column)) !== 0;
}
