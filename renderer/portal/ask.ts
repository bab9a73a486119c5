import { troubleOfError, troubleOfResponse, type Answer } from './answer.ts';

/** `fetch` or what stands for it in tests: takes paths of the own origin. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** Without a byte for so long, an answer is given up. */
const silence = 30_000;

/**
 * Asks and reads; `alive` is called whenever bytes came, so that a long answer is not given up. `patience`: milliseconds
 * without a byte for what takes longer than usual.
 */
export type Ask = <Value>(
  path: string,
  init: RequestInit,
  read: (response: Response, alive: () => void) => Promise<Answer<Value>>,
  patience?: number,
) => Promise<Answer<Value>>;

/** Makes the one way of asking: under a base path, with a watch on silence, trouble as a value. */
export function createAsk(send: Fetch, base: string): Ask {
  return async (path, init, read, patience = silence) => {
    const stop = new AbortController();
    const giveUp = (): void => stop.abort(new DOMException('the portal server is silent', 'TimeoutError'));
    let timer = setTimeout(giveUp, patience);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience);
    };
    try {
      const signal = init.signal ? AbortSignal.any([init.signal, stop.signal]) : stop.signal;
      const response = await send(`${base}${path}`, { ...init, signal });
      alive();
      return response.ok ? await read(response, alive) : await troubleOfResponse(response);
    } catch (error) {
      return troubleOfError(error);
    } finally {
      clearTimeout(timer);
    }
  };
}
