/** A name as it may be suggested for a file: no folder, no control characters, nothing a file system refuses. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // Right-to-left overrides make `fdp.exe` look like `exe.pdf`.
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  const short = clean.replace(/^\.+/, '').slice(-150);
  return short === '' ? 'document' : short;
}
