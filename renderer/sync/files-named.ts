import type { FileRef } from '../../shared/domain/document/document.ts';
import type { Command } from '../../shared/contract/commands.ts';

/** The file that has to be with the portal server before a command may be posted (sync.md 5). */
export function fileNamedBy(command: Command): FileRef | null {
  return 'file' in command.input ? command.input.file : null;
}
