import { isIPv6 } from 'node:net';

/** Whom an address counts as: itself, or for IPv6 its /64, the least that a subscriber is given. */
export function addressGroup(address: string): string {
  const bare = address
    .trim()
    .toLowerCase()
    // As some proxies write it: with a port, in brackets, with a zone; and IPv4 as a dual-stack socket says it.
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^(?:::ffff:)?(\d+(?:\.\d+){3})(?::\d+)?$/, '$1');
  return isIPv6(bare) ? `${hextets(bare).slice(0, 4).join(':')}::/64` : bare;
}

function hextets(address: string): readonly string[] {
  const [head = '', tail] = address.split('::').map((part) => part.split(':').filter((each) => each !== ''));
  const [first, last] = [[...head], [...(tail ?? [])]];
  const gap = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...gap, ...last].map((each) => Number.parseInt(each, 16).toString(16));
}
