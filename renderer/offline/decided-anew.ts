import { commandBook, type CaseCommand } from '../../shared/domain/command-book.ts';
import { itemsOf } from '../../shared/domain/command-items.ts';
import type { Command } from '../../shared/contract/commands.ts';
import { isIndependent, subjectOf, type OutboxEntry } from './outbox.ts';
import { isCaseCommand } from './waiting-commands.ts';

/** What was held back and is decided anew, all of it, by another command, which takes its place. */
export function heldBackBefore(entries: readonly OutboxEntry[], command: Command): readonly OutboxEntry[] {
  const questions = new Set(questionsOf(command));
  if (questions.size === 0) return [];
  return entries.filter((entry) => {
    if (entry.state !== 'blocked' || entry.command === null || entry.command.id === command.id) return false;
    const asked = questionsOf(entry.command);
    return asked.length > 0 && asked.every((question) => questions.has(question));
  });
}

/**
 * What a command answers: approving and rejecting a budget are two answers to one question, approving many tasks one to
 * each. None for what adds to a case.
 */
function questionsOf(command: Command): readonly string[] {
  if (!isCaseCommand(command) || isIndependent(command)) return [];
  const items = itemsOf(command);
  const subject = subjectOf(command);
  return (items.length > 0 ? items.map((each) => each.command) : [command]).flatMap((one) => questionOf(one, subject));
}

function questionOf(command: CaseCommand, subject: string): readonly string[] {
  const { authority, binding } = commandBook[command.name];
  if (authority.startsWith('role.')) return [`${subject}/role`];
  const thing = thingOf(command);
  return thing ? [`${subject}/${binding ? authority : command.name}/${thing}`] : [];
}

function thingOf(command: CaseCommand): string | null {
  if (command.name === 'submit-budget') return command.input.revises;
  if ('budget' in command.input) return command.input.budget ?? null;
  if ('invoice' in command.input) return command.input.invoice;
  return 'task' in command.input ? (command.input.task ?? null) : null;
}
