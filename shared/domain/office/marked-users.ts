import type { MemberEntry } from './directory.ts';

/** True for somebody who counts among an office's marked users: one who can be given the External Case Handler role. */
export function isMarkedUser({ marked, active, level }: Pick<MemberEntry, 'marked' | 'active' | 'level'>): boolean {
  return marked && active && level > 0;
}
