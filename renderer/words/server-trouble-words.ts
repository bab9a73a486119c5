import { t } from '@lingui/core/macro';
import type { PolicyTrouble, ServerTrouble } from '../../shared/contract/desk-api.ts';

/** Why a portal server cannot be reached: what is so, and what can be done. */
export interface TroubleWords {
  readonly title: string;
  readonly next: string;
}

/** The words of a trouble with an address; certificates and proxies are explained, never worked around. */
export function serverTroubleWords(trouble: ServerTrouble): TroubleWords {
  return troubles[trouble]();
}

export function isServerTrouble(reason: string): reason is ServerTrouble {
  return reason in troubles;
}

const troubles: Readonly<Record<ServerTrouble, () => TroubleWords>> = {
  'not-an-address': () => ({
    title: t`This is not an address`,
    next: t`It looks like portal.example.com or https://portal.example.com.`,
  }),
  'needs-https': () => ({
    title: t`The address has to begin with https://`,
    next: t`Case content is only sent over an encrypted connection.`,
  }),
  'name-not-found': () => ({
    title: t`No server has this name`,
    next: t`Check the spelling. Inside a company network a VPN may have to be connected first.`,
  }),
  refused: () => ({
    title: t`The server does not answer`,
    next: t`It may be stopped, or a firewall is between. Try again in a moment, or ask who runs it.`,
  }),
  'timed-out': () => ({
    title: t`The server took too long to answer`,
    next: t`The network may be slow. Try again.`,
  }),
  certificate: () => ({
    title: t`The server's certificate is not trusted`,
    next: t`It may be expired, made for another name, or issued by somebody this computer does not know. Your IT department can install the missing certificate; Partner Desk does not connect around it.`,
  }),
  proxy: () => ({
    title: t`The proxy of your network does not let this through`,
    next: t`It may ask for a sign-in, or block the address. Your IT department can allow it.`,
  }),
  offline: () => ({
    title: t`This computer has no network`,
    next: t`Connect to a network and try again. What is kept on this computer can be opened meanwhile.`,
  }),
  'not-a-portal-server': () => ({
    title: t`Something else answers at this address`,
    next: t`It is not a portal server. Check the address with whoever gave it to you.`,
  }),
  'other-store': () => ({
    title: t`Another portal server answers at this address now`,
    next: t`It may have been set up anew or moved. Go on only when whoever runs it confirms that; work that was not sent stays with the former one.`,
  }),
  'app-too-old': () => ({
    title: t`This version of Partner Desk is too old for the server`,
    next: t`Install the update. Work that was not sent yet is kept and sent afterwards.`,
  }),
  'server-too-old': () => ({
    title: t`This portal server is too old for Partner Desk`,
    next: t`Whoever runs it has to update it. Work that was not sent yet is kept and sent afterwards.`,
  }),
};

/** Why a policy is not followed, for whoever placed it. */
export function policyTroubleWords({ place, reason }: PolicyTrouble): string {
  switch (reason) {
    case 'not-readable':
      return t`${place} cannot be read.`;
    case 'not-understood':
      return t`What stands in ${place} is not understood.`;
    case 'not-protected':
      return t`${place} can be changed by others than the administrator.`;
    case 'not-an-address':
      return t`The server in ${place} is not an address.`;
    case 'needs-https':
      return t`The server in ${place} has to begin with https://.`;
  }
}
