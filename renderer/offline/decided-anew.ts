import { commandBook } from '../../shared/domain/command-book.ts';
import type { Command } from '../../shared/contract/commands.ts';
import { isIndependent, subjectOf, type OutboxEntry } from './outbox.ts';
import { isCaseCommand } from './waiting-commands.ts';

/** What was held back and is decided anew by another command, which takes its place. */
export function heldBackBefore(entries: readonly OutboxEntry[], command: Command): readonly OutboxEntry[] {
  const question = questionOf(command);
  if (question === null) return [];
  return entries.filter(
    (entry) =>
      entry.state === 'blocked' &&
      entry.command !== null &&
      entry.command.id !== command.id &&
      questionOf(entry.command) === question,
  );
}

/** What a command answers: approving and rejecting a budget are two answers to one question. null for what adds to a case. */
function questionOf(command: Command): string | null {
  if (!isCaseCommand(command) || isIndependent(command)) return null;
  const { authority, binding } = commandBook[command.name];
  if (authority.startsWith('role.')) return `${subjectOf(command)}/role`;
  const thing = thingOf(command);
  return thing && `${subjectOf(command)}/${binding ? authority : command.name}/${thing}`;
}

function thingOf(command: Command): string | null {
  if (command.name === 'submit-budget') return command.input.revises;
  if ('budget' in command.input) return command.input.budget;
  return 'task' in command.input ? command.input.task : null;
}
