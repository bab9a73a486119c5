import type { Fetch } from '../../../renderer/portal/ask.ts';

/** What happens to one request on its way: it never arrives, its answer is lost, or its answer is cut short. */
export type Cut = 'before' | 'after' | 'halfway';

/** The cable between one app and the portal server: it can be pulled, or cut at one request. */
export interface Cable {
  readonly fetch: Fetch;
  /** Pulled: no request arrives. */
  pulled: boolean;
  /** Cuts the request with this number from now (0 = the next), and does `meanwhile` in that moment. */
  readonly cutAt: (number: number, cut: Cut, meanwhile?: () => Promise<void>) => void;
  /** From the request with this number on, somebody on the way answers what he answers; null lets it pass. */
  readonly answerFrom: (number: number, answer: (init: RequestInit) => Response | null) => void;
  readonly heal: () => void;
  readonly requests: () => number;
}

export function aCable(send: Fetch): Cable {
  let plan: { readonly at: number; readonly cut: Cut; readonly meanwhile: () => Promise<void> } | null = null;
  let stranger: { readonly from: number; readonly answer: (init: RequestInit) => Response | null } | null = null;
  let count = 0;
  const cable: Cable = {
    pulled: false,
    fetch: async (path, init) => {
      if (cable.pulled) throw new TypeError('the cable is pulled');
      const now = plan?.at === count ? plan : null;
      count += 1;
      if (!now) return (stranger && count > stranger.from ? stranger.answer(init) : null) ?? send(path, init);
      if (now.cut === 'before') {
        await now.meanwhile();
        throw new TypeError('the connection was refused');
      }
      const response = await send(path, init);
      const bytes = new Uint8Array(await response.arrayBuffer());
      await now.meanwhile();
      if (now.cut === 'after') throw new TypeError('the connection was reset');
      return new Response(bytes.subarray(0, Math.floor(bytes.length / 2)), response);
    },
    cutAt: (number, cut, meanwhile = async () => undefined) => {
      plan = { at: count + number, cut, meanwhile };
    },
    answerFrom: (number, answer) => {
      stranger = { from: count + number, answer };
    },
    heal: () => {
      plan = null;
      stranger = null;
      cable.pulled = false;
    },
    requests: () => count,
  };
  return cable;
}
