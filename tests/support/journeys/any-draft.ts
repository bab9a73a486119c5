import type { CommandDraft } from '../../../renderer/offline/offline-desk.ts';
import type { CommandName } from '../../../shared/domain/command-book.ts';

/** A command of any kind, before it is issued. */
export type AnyDraft = { [Name in CommandName]: CommandDraft<Name> }[CommandName];
