import { t } from '@lingui/core/macro';
import type { Command } from '../../shared/contract/commands.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { Right } from '../../shared/domain/rights/rights.ts';
import { memberChangeWords, type MemberParts } from './member-change-words.ts';
import { fileSizeText, listText, momentText, moneyText } from './figures.ts';
import { rightWords } from './right-words.ts';

/** One thing a person entered or chose. */
export interface TypedPart {
  readonly label: string;
  readonly value: string;
}

/** What names and zones are looked up in; all of it may be gone when an old command is read. */
export interface TypedContext {
  readonly directory?: Directory;
  readonly settings?: PortalSettings;
  readonly row?: CaseRow;
}

/** What a person entered in a command, in words: nothing typed is ever shown as codes only. */
export function typedWords(command: Command, context: TypedContext): readonly TypedPart[] {
  switch (command.name) {
    case 'confirm-received':
    case 'start-task':
    case 'complete-task':
    case 'approve-task':
      return [taskPart(command.input.task, context)];
    case 'assign-members':
      return [
        taskPart(command.input.task, context),
        { label: t`Responsible`, value: listText(command.input.members.map((id) => memberName(id, context))) },
      ];
    case 'set-time':
      return [
        taskPart(command.input.task, context),
        { label: t`Start`, value: momentText(command.input.start) },
        { label: t`End`, value: momentText(command.input.end) },
      ];
    case 'send-back-task':
      return [taskPart(command.input.task, context), reasonPart(command.input.reason)];
    case 'submit-budget':
      return [
        { label: t`Amount`, value: moneyText(command.input.money) },
        { label: t`Description`, value: command.input.description },
        ...noted(t`Comment`, command.input.comment),
        filePart(command.input.file),
      ];
    case 'approve-budget':
      return [{ label: t`Amount`, value: moneyText(command.input.money) }];
    case 'reject-budget':
    case 'remove-role':
    case 'decline-role':
      return [reasonPart(command.input.reason)];
    case 'forward-budget':
      return noted(t`Note`, command.input.note);
    case 'give-role-to-office':
      return [{ label: t`Office`, value: officeName(command.input.office, context) }];
    case 'assign-role-user':
      return [{ label: t`User`, value: memberName(command.input.member, context) }];
    case 'write-chat':
      return [{ label: t`Message`, value: command.input.text }];
    case 'add-document':
      return [filePart(command.input.file)];
    case 'change-rights':
      return command.input.rights ? [rightsPart(command.input.rights)] : [];
    case 'change-manager-rights':
      return [rightsPart(command.input.rights)];
    case 'invite-member':
      return [
        { label: t`Name`, value: command.input.name },
        { label: t`E-mail`, value: command.input.email },
      ];
    case 'invite-again':
      return [{ label: t`Member`, value: memberName(command.subject.id, context) }];
    case 'mark-member':
    case 'change-member':
      return memberParts(command.subject.id, command.input, context);
    case 'change-office':
    case 'change-calendar':
    case 'mark-read':
      return [];
  }
}

function reasonPart(reason: string): TypedPart {
  return { label: t`Reason`, value: reason };
}

function rightsPart(rights: readonly Right[]): TypedPart {
  const labels = rights.map((right) => rightWords(right).label);
  return { label: t`Rights`, value: labels.length > 0 ? listText(labels) : t`none` };
}

function filePart({ name, size }: { readonly name: string; readonly size: number }): TypedPart {
  return { label: t`File`, value: `${name}, ${fileSizeText(size)}` };
}

function noted(label: string, value: string): readonly TypedPart[] {
  return value === '' ? [] : [{ label, value }];
}

function taskPart(id: string, { row, settings }: TypedContext): TypedPart {
  const type = row?.tasks.find((task) => task.id === id)?.type;
  const name = settings?.taskTypes.find(({ code }) => code === type)?.name;
  return { label: t`Task`, value: name ?? type ?? t`not known on this computer` };
}

function memberParts(id: string, change: MemberParts, context: TypedContext): readonly TypedPart[] {
  const { directory, settings } = context;
  const who = { label: t`User`, value: memberName(id, context) };
  if (!directory || !settings) return [who];
  const company = directory.members.find((member) => member.id === id)?.company;
  const side = directory.companies.find((each) => each.id === company)?.side ?? 'partner';
  const changes = memberChangeWords({}, change, { directory, settings, side });
  return [who, { label: t`Change`, value: listText(changes) }];
}

function memberName(id: string, { directory }: TypedContext): string {
  return directory?.members.find((member) => member.id === id)?.name ?? t`somebody not known on this computer`;
}

function officeName(id: string, { directory }: TypedContext): string {
  return directory?.offices.find((office) => office.id === id)?.name ?? t`an office not known on this computer`;
}
