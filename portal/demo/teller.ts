import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import { type CaseCommand, decideCase, thingsOf } from '../../shared/domain/command-book.ts';
import type { CommandId, MemberId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { PriceList } from '../../shared/domain/price-list/price-list.ts';
import type { BasedOn } from '../../shared/domain/revision.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { withSelectedMembers } from '../commands/select-members.ts';
import { directoryFor, standingOf, type Network } from '../reads/network.ts';
import type { DemoFile } from './calculation-file.ts';
import type { Chance } from './random.ts';

/** Who does it, and when: on what stands in the case by then. */
export interface Deed {
  readonly by: MemberId;
  readonly at: Moment;
}

/** A file that a deed brings. */
export interface KeptFile extends DemoFile {
  readonly uploader: string;
  readonly attachedBy: CommandId;
  readonly at: Moment;
}

/** Tells what happens in one case: through the same decisions as in real life, with the clock of the story. */
export interface Teller {
  readonly content: () => CaseContent;
  readonly files: readonly KeptFile[];
  /** Something that must be possible; a refusal is a fault of the story. */
  readonly act: (deed: Deed, command: CaseCommand, file?: DemoFile) => void;
  /** Something that may be refused: the limit, the own company. */
  readonly tries: (deed: Deed, command: CaseCommand) => Refusal | null;
}

/** Standings and directories of a portal, each made once. */
export interface Cast {
  readonly network: Network;
  /** What work plans take their prices from; null where the insurer uses none. */
  readonly prices: PriceList | null;
  readonly standing: (member: MemberId) => Standing;
  readonly directory: (standing: Standing) => Directory;
}

/** The cast of a portal. */
export function castOf(network: Network, prices: PriceList | null): Cast {
  const standings = new Map<MemberId, Standing>();
  const directories = new Map<string, Directory>();
  return {
    network,
    prices,
    standing: (id) => {
      const standing = standings.get(id) ?? standingOf(network, network.members.get(id));
      if (!standing) throw new Error(`${id} is not in the portal.`);
      standings.set(id, standing);
      return standing;
    },
    directory: (standing) => {
      const directory = directories.get(standing.company) ?? directoryFor(network, standing);
      directories.set(standing.company, directory);
      return directory;
    },
  };
}

/** A teller of one case. */
export function createTeller(cast: Cast, begun: CaseContent, chance: Chance): Teller {
  let subject = begun.case;
  const chat = [...begun.chat];
  const log = [...begun.log];
  const files: KeptFile[] = [];

  function tries(deed: Deed, command: CaseCommand, file?: DemoFile): Refusal | null {
    const standing = cast.standing(deed.by);
    const id = chance.id(deed.at);
    const stamp = { id, at: deed.at, receivedAt: deed.at, basedOn: seen(subject, command) };
    const question = { actor: standing, directory: cast.directory(standing), case: subject, stamp };
    const decision = decideCase(question, command);
    if (decision.kind === 'refused') return decision.refusal;
    if (decision.kind === 'undecided') throw new Error(`${command.name} is undecided on the portal server.`);
    const told = withSelectedMembers({ network: cast.network, standing, stamp }, decision);
    subject = told.after;
    chat.push(...told.chat);
    log.push(...told.log);
    if (file) files.push({ ...file, uploader: standing.person, attachedBy: id, at: deed.at });
    return null;
  }

  return {
    content: () => ({ case: subject, chat, log }),
    files,
    tries,
    act: (deed, command, file) => {
      const refusal = tries(deed, command, file);
      if (refusal) throw new Error(`The demo's ${command.name} by ${deed.by} is refused: ${JSON.stringify(refusal)}`);
    },
  };
}

/** What a command overwrites, as whoever gives it sees it. */
function seen(subject: Case, command: CaseCommand): readonly BasedOn[] {
  return thingsOf(subject, command).flatMap(({ thing, in: find }) => {
    const revision = find(subject)?.revision ?? null;
    return revision === null ? [] : [{ thing, revision }];
  });
}
