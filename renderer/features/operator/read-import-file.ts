import type { GivenFile } from '../../ui/given-file.ts';
import { readTextFile, type TextFault } from '../../ui/read-text-file.ts';

/** Why a file is not what is meant, found out before anything is sent; `detail` is the machine's word. */
export interface FileFault {
  readonly kind: TextFault | 'claims-file' | 'not-json' | 'other-json' | 'json';
  readonly detail?: string;
}

/** What a file holds, or why it cannot be taken. */
export type FileReading<Document> =
  { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly fault: FileFault };

/** A network as it was written, with what was parsed of it to name places in it. */
export interface NetworkText {
  readonly text: string;
  readonly parsed: object;
}

const parts = ['companies', 'offices', 'members', 'portals'];

/** Reads a network document; that its parts fit together the portal server says. */
export async function readNetworkFile(given: GivenFile, most: number): Promise<FileReading<NetworkText>> {
  const read = await readText(given, most);
  if (!read.ok) return read;
  const text = read.document;
  try {
    const parsed: unknown = JSON.parse(text);
    const isNetwork = typeof parsed === 'object' && parsed !== null && parts.some((part) => part in parsed);
    return isNetwork ? { ok: true, document: { text, parsed } } : fault('other-json');
  } catch (error) {
    return looksLikeTable(text) ? fault('claims-file') : fault('not-json', error instanceof Error ? error.message : '');
  }
}

/** Reads a claims file; what its rows are the mapping says, and the portal server. */
export async function readClaimsFile(given: GivenFile, most: number): Promise<FileReading<string>> {
  const read = await readText(given, most);
  return read.ok && /^[\s]*[{[]/.test(read.document) ? fault('json') : read;
}

/** Reads a mapping; what is wrong in it the portal server says. */
export async function readMappingFile(given: GivenFile, most: number): Promise<FileReading<unknown>> {
  const read = await readText(given, most);
  if (!read.ok) return read;
  try {
    const document: unknown = JSON.parse(read.document);
    return { ok: true, document };
  } catch (error) {
    return fault('not-json', error instanceof Error ? error.message : '');
  }
}

async function readText(given: GivenFile, most: number): Promise<FileReading<string>> {
  const read = await readTextFile(given, most);
  return 'fault' in read ? fault(read.fault) : { ok: true, document: read.text };
}

/** A first line of several cells, which JSON never begins with. */
function looksLikeTable(text: string): boolean {
  const [first = ''] = text.trimStart().split('\n', 1);
  return !/^[{["]?\s*[{[]/.test(first) && /[,;\t|]/.test(first);
}

function fault(kind: FileFault['kind'], detail?: string): { readonly ok: false; readonly fault: FileFault } {
  return { ok: false, fault: detail ? { kind, detail } : { kind } };
}
