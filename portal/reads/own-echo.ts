import { randomBytes } from 'node:crypto';

/** Calls to oneself, by which is found out whether notifications come through. */
export interface Echo {
  readonly channel: string;
  /** Takes what was heard on the channel; other servers call themselves there too. */
  readonly hear: (payload: string | undefined) => void;
  /** Calls, and tells the silence where nothing comes back although somebody still listens. */
  readonly call: (listens: () => boolean) => Promise<void>;
  /** Who is told of a silence: once, until something was heard again. */
  readonly onSilence: (tell: () => void) => void;
  /** True from a silence until something was heard again. */
  readonly isSilent: () => boolean;
}

/** An echo that has to come back within so many milliseconds. */
export function callOneself(
  channel: string,
  notify: (channel: string, payload: string) => Promise<unknown>,
  wait: number,
): Echo {
  const own = randomBytes(9).toString('base64url');
  let [heard, told] = [0, false];
  let tellSilence = (): void => undefined;
  return {
    channel,
    hear(payload) {
      if (payload !== own) return;
      heard += 1;
      told = false;
    },
    async call(listens) {
      const before = heard;
      const missing = (): void => {
        if (heard > before || told || !listens()) return;
        told = true;
        tellSilence();
      };
      // Where nothing can be sent the database is away, which is another trouble.
      const sent = await notify(channel, own).then(
        () => true,
        () => false,
      );
      if (sent) setTimeout(missing, wait).unref();
    },
    onSilence: (tell) => void (tellSilence = tell),
    isSilent: () => told,
  };
}
