import { itemStates } from '../../../renderer/offline/entry-items.ts';
import type { OfficeCategories } from '../../../shared/domain/category/category.ts';
import type { CommandDraft, IssueAnswer, OpenCase, OutboxItem } from '../../../renderer/offline/offline-desk.ts';
import type { Command } from '../../../shared/contract/commands.ts';
import { basedOnSeen } from '../../../shared/domain/based-on.ts';
import { countRead } from '../../../shared/domain/chat/count-read.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import { type CaseCommand, commandBook, type CommandName, decideCase } from '../../../shared/domain/command-book.ts';
import type { Stamp } from '../../../shared/domain/decision.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { PriceList } from '../../../shared/domain/price-list/price-list.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import type { Directory } from '../../../shared/domain/office/directory.ts';
import { replay, type WaitingCommand } from '../../../shared/domain/replay.ts';
import { aContent, aDirectory, aStanding, monday } from '../builders.ts';
import { aSession } from './in-memory-desk.ts';
import { aPortalState, workplaceInMemory, type WorkplaceInMemory } from './in-memory-workplace.ts';
import { factsOf } from '../rows.ts';

export interface LivingStart {
  readonly content?: CaseContent;
  readonly standing?: Standing;
  readonly directory?: Directory;
  readonly categories?: OfficeCategories | null;
  readonly read?: number;
  /** The price lists that lie on the computer. */
  readonly priceLists?: readonly PriceList[];
  readonly now?: Moment;
  /** Commands are confirmed as they are issued, as with a portal server that answers at once. */
  readonly confirms?: boolean;
}

/** One case that lives by the real rules: what is issued is decided, waits, is replayed and can be confirmed. */
export interface LivingCase {
  readonly workplace: WorkplaceInMemory;
  readonly open: () => OpenCase;
  /** Another person's command arrives with a delta. */
  readonly arrives: (by: Standing, command: CaseCommand, basedOn?: string | null, at?: Moment) => void;
  /** The standing changes: a right, the mark or a limit was given or withdrawn. */
  readonly stands: (change: Partial<Standing>) => void;
}

export function livingCase(start: LivingStart = {}): LivingCase {
  const now = start.now ?? '2026-11-23T09:00:00.000Z';
  const directory = start.directory ?? aDirectory();
  const { categories = null, priceLists = [] } = start;
  const prices = priceLists.length > 0 ? { lists: priceLists, fetched: priceLists.map(({ mark }) => mark) } : null;
  let standing = start.standing ?? aStanding();
  let confirmed = start.content ?? aContent();
  let read = start.read ?? 0;
  let waiting: readonly (WaitingCommand & { readonly draft: CommandDraft<CommandName> })[] = [];
  let issued = 0;

  const replayed = () => replay(confirmed, waiting, standing, directory);
  const open = (): OpenCase => {
    const { content, fates } = replayed();
    return {
      key: { portal: confirmed.case.portal, case: confirmed.case.id },
      content,
      confirmed,
      standing,
      directory,
      waiting: waiting.map((command, index): OutboxItem => {
        const fate = fates.find((each) => each.command === command.stamp.id);
        return {
          position: index + 1,
          state: 'waiting',
          command: envelope(command.draft, command.stamp),
          raw: null,
          caseNumber: confirmed.case.number,
          items: itemStates(envelope(command.draft, command.stamp), {}, fate?.items),
          refusal: null,
          forecast: fate?.kind === 'refused' ? fate.refusal : null,
          trouble: null,
          cancelling: false,
        };
      }),
      fates,
      asOf: monday,
      read,
    };
  };
  const state = () => {
    const { content, waiting: outbox } = open();
    return {
      portals: [aPortalState({ standing, directory, categories, prices })],
      rows: [factsOf(toListRow(content), { standing, now, unread: Math.max(0, confirmed.chat.length - read) })],
      outbox,
    };
  };
  const tell = () => workplace.setState(state());

  const apply = (by: Standing, command: CaseCommand, stamp: Stamp): void => {
    const decision = decideCase({ actor: by, directory, case: confirmed.case, stamp }, command);
    if (decision.kind !== 'decided') throw new Error(`a story of the test is refused: ${JSON.stringify(decision)}`);
    confirmed = {
      case: decision.after,
      chat: [...confirmed.chat, ...decision.chat],
      log: [...confirmed.log, ...decision.log],
    };
  };

  const issue = (draft: CommandDraft<CommandName>): IssueAnswer => {
    issued += 1;
    const id = commandId(issued);
    const answer: IssueAnswer = { ok: true, id, position: issued };
    if (draft.name === 'mark-read') {
      const { messages } = draft.input as { readonly messages: number };
      read = Math.max(read, countRead(confirmed.chat, standing.member, messages));
      return answer;
    }
    if (!isAboutCase(draft)) return answer;
    const stamp: Stamp = { id, at: now, receivedAt: null, basedOn: draft.seen ?? null };
    const command = { name: draft.name, input: draft.input } as CaseCommand;
    const decision = decideCase({ actor: standing, directory, case: replayed().content.case, stamp }, command);
    if (decision.kind === 'refused') return { ok: false, kind: 'refused', refusal: decision.refusal };
    if (start.confirms) apply(standing, command, { ...stamp, receivedAt: now });
    else waiting = [...waiting, { ...command, stamp, draft }];
    return answer;
  };

  const workplace = workplaceInMemory({
    session: aSession,
    openCase: async () => open(),
    priceLists,
    onIssue: (draft) => {
      const answer = issue(draft);
      tell();
      return answer;
    },
  });
  tell();

  return {
    workplace,
    open,
    arrives: (by, command, basedOn = null, at = now) => {
      issued += 1;
      apply(by, command, { id: commandId(issued), at, receivedAt: at, basedOn });
      tell();
    },
    stands: (change) => {
      standing = { ...standing, ...change };
      tell();
    },
  };
}

function commandId(count: number): string {
  return `0199aaaa-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

function isAboutCase(draft: CommandDraft<CommandName>): boolean {
  return commandBook[draft.name].subject === 'case';
}

function envelope(draft: CommandDraft<CommandName>, stamp: Stamp): Command {
  const { name, input, portal, subject } = draft;
  return {
    id: stamp.id,
    portal,
    account: aSession.account,
    subject,
    basedOn: basedOnSeen(draft, draft.seen ?? null),
    after: null,
    at: stamp.at,
    name,
    input,
  } as Command;
}
