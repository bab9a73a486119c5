import type { CommandName } from '../../shared/domain/command-book.ts';
import { commandsSaid } from './families.ts';
import type { CommandWords } from './family-words.ts';

/** The words of a command; of one an older app wrote as well, where its name is still known. */
export function commandWords(name: CommandName): CommandWords {
  return commandsSaid[name].words();
}
