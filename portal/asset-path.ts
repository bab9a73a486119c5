import { join } from 'node:path';

/** Where something lies that is read at run time: beside this file, as in the sources so in the build (one file there). */
export function assetPath(...path: readonly string[]): string {
  return join(import.meta.dirname, ...path);
}
