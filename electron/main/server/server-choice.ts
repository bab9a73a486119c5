import type { PolicyTrouble, ServerChoice } from '../../../shared/contract/desk-api.ts';
import { chooseAddress, EMBEDDED, parseAddress, THIS_COMPUTER } from './server-address.ts';
import type { AddressSources } from './server-address.ts';

/** What the portal server inside the app says of its demo. */
export type EmbeddedDemo = Pick<ServerChoice, 'demoAccounts' | 'demoDay'>;

export interface ServerChoosing {
  readonly current: () => ServerChoice;
  /** Keeps another address where neither policy nor switch has decided; else nothing changes. */
  readonly choose: (address: string) => Promise<ServerChoice>;
}

export interface ServerChoosingOptions {
  readonly policy: string | null;
  readonly policyTrouble: PolicyTrouble | null;
  readonly switch: string | null;
  readonly demoSwitch: boolean;
  readonly kept: () => string | null;
  readonly keep: (address: string) => Promise<void>;
  readonly demo: () => EmbeddedDemo;
  /** The portal server of this computer waits to be set up. */
  readonly isEmpty: () => boolean;
}

export function createServerChoice(options: ServerChoosingOptions): ServerChoosing {
  const { policyTrouble } = options;
  const sources = (): AddressSources => ({ policy: options.policy, switch: options.switch, settings: options.kept() });

  /** Where a policy or a switch names the server inside the app without `--demo`, real work is meant. */
  function chosen(): Pick<ServerChoice, 'address' | 'decidedBy'> {
    const { address, decidedBy } = chooseAddress(sources());
    const isAppointed = decidedBy === 'policy' || decidedBy === 'switch';
    const isOwn = address === EMBEDDED && isAppointed && !options.demoSwitch;
    return { address: isOwn ? THIS_COMPUTER : address, decidedBy };
  }

  function current(): ServerChoice {
    const { address, decidedBy } = chosen();
    return {
      address,
      decidedBy,
      ...(address === EMBEDDED ? options.demo() : { demoAccounts: [] }),
      ...(address === THIS_COMPUTER && options.isEmpty() ? { isEmpty: true } : {}),
      ...(policyTrouble === null ? {} : { policyTrouble }),
    };
  }

  return {
    current,
    choose: async (text) => {
      const parsed = parseAddress(text);
      const { decidedBy } = chooseAddress(sources());
      if (parsed.ok && decidedBy !== 'policy' && decidedBy !== 'switch') await options.keep(parsed.address);
      return current();
    },
  };
}
