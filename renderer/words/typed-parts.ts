import { t } from '@lingui/core/macro';
import type { TypedContext, TypedPart } from './family-words.ts';
import { fileSizeText } from './figures.ts';

/** Why, in the person's own words. */
export function reasonPart(reason: string): TypedPart {
  return { label: t`Reason`, value: reason };
}

/** A file by its name and size in bytes. */
export function filePart({ name, size }: { readonly name: string; readonly size: number }): TypedPart {
  return { label: t`File`, value: `${name}, ${fileSizeText(size)}` };
}

/** Something that may have been left out. */
export function noted(label: string, value: string): readonly TypedPart[] {
  return value === '' ? [] : [{ label, value }];
}

/** A person's name, as far as this computer knows it. */
export function memberName(id: string, { directory }: TypedContext): string {
  return directory?.members.find((member) => member.id === id)?.name ?? t`somebody not known on this computer`;
}

/** An office's name, as far as this computer knows it. */
export function officeName(id: string, { directory }: Pick<TypedContext, 'directory'>): string {
  return directory?.offices.find((office) => office.id === id)?.name ?? t`an office not known on this computer`;
}
