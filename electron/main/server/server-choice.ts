import type { PolicyTrouble, ServerChoice } from '../../../shared/contract/desk-api.ts';
import { chooseAddress, EMBEDDED, parseAddress } from './server-address.ts';
import type { AddressSources } from './server-address.ts';

/** What the portal server inside the app says of its demo. */
export type EmbeddedDemo = Pick<ServerChoice, 'demoAccounts' | 'demoDay'>;

export interface ServerChoosing {
  readonly current: () => ServerChoice;
  /** Keeps another address where neither policy nor switch has decided; else nothing changes. */
  readonly choose: (address: string) => Promise<ServerChoice>;
  /** Whether the embedded server is a demo: always, but where a policy or a switch names it without `--demo`. */
  readonly isDemo: () => boolean;
}

export interface ServerChoosingOptions {
  readonly policy: string | null;
  readonly policyTrouble: PolicyTrouble | null;
  readonly switch: string | null;
  readonly demoSwitch: boolean;
  readonly kept: () => string | null;
  readonly keep: (address: string) => Promise<void>;
  readonly demo: () => EmbeddedDemo;
}

export function createServerChoice(options: ServerChoosingOptions): ServerChoosing {
  const { policyTrouble } = options;
  const sources = (): AddressSources => ({ policy: options.policy, switch: options.switch, settings: options.kept() });

  function isDemo(): boolean {
    const { address, decidedBy } = chooseAddress(sources());
    const isAppointed = address === EMBEDDED && (decidedBy === 'policy' || decidedBy === 'switch');
    return options.demoSwitch || !isAppointed;
  }

  function current(): ServerChoice {
    const chosen = chooseAddress(sources());
    const demo = chosen.address === EMBEDDED && isDemo() ? options.demo() : { demoAccounts: [] };
    return { ...chosen, ...demo, ...(policyTrouble === null ? {} : { policyTrouble }) };
  }

  return {
    current,
    choose: async (text) => {
      const parsed = parseAddress(text);
      const { decidedBy } = chooseAddress(sources());
      if (parsed.ok && decidedBy !== 'policy' && decidedBy !== 'switch') await options.keep(parsed.address);
      return current();
    },
    isDemo,
  };
}
