/** Devices to Windows, with any ending: `CON.pdf` cannot be made. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** A name as it may be suggested for a file: no folder, no control characters, nothing that a file system refuses. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // Right-to-left overrides make `fdp.exe` look like `exe.pdf`; half a letter is none.
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').replace(/^[\s.]+/, '');
  // Windows drops dots and blanks at the end, or refuses them.
  const short = shortened(clean.replace(/[\s.]+$/, '')).replace(/[\s.]+$/, '');
  if (short === '') return 'document';
  return device.test(short) ? `_${short}` : short;
}

/** Short enough for a path in Windows and, in bytes, for Linux; the ending is kept. */
function shortened(name: string): string {
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? '';
  let stem = name.slice(0, name.length - ending.length).slice(0, 150 - ending.length);
  while (Buffer.byteLength(stem + ending) > 240) stem = stem.slice(0, -1);
  // The cut may go through the middle of a letter.
  return stem.replace(/\p{Cs}$/u, '') + ending;
}
