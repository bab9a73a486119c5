/** Whether a link may be handed to the system: mail, telephone, and https of hosts we know. */
export function mayOpenOutside(text: string, hosts: readonly string[]): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return true;
  return url.protocol === 'https:' && url.username === '' && url.password === '' && hosts.includes(url.host);
}
