/** A folder among what was dropped or pasted: a page is given a file for it that cannot be read. */
export interface GivenFolder {
  readonly kind: 'folder';
  readonly name: string;
}

export type GivenFile = File | GivenFolder;

/** What was dropped or pasted, in its order; only asked while the event lasts. */
export function givenIn({ items, files }: DataTransfer): readonly GivenFile[] {
  const given = [...(items ?? [])].flatMap((item): readonly GivenFile[] => {
    if (item.kind !== 'file') return [];
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory) return [{ kind: 'folder', name: entry.name }];
    const file = item.getAsFile();
    return file ? [file] : [];
  });
  return given.length > 0 ? given : [...files];
}

export function isFolder(given: GivenFile): given is GivenFolder {
  return 'kind' in given;
}
