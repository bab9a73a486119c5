import type { PortalClient } from '../portal/portal-client.ts';

export interface ListeningDeps {
  readonly portal: PortalClient;
  readonly wake: () => void;
  readonly pause: (tries: number) => number;
  readonly isOnline: () => boolean;
}

/**
 * Keeps an event stream open while the portal server is reached. Without one (a proxy that holds streams back) the
 * loop's timer is what is left: nothing is lost, it only comes later.
 */
export function keepListening({ portal, wake, pause, isOnline }: ListeningDeps): {
  /** Called after each change of the loop's state. */
  readonly look: () => void;
  readonly stop: () => void;
} {
  let stream: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let resting = false;
  let stopped = false;

  const listen = async (): Promise<void> => {
    const mine = new AbortController();
    stream = mine;
    let nudged = false;
    const answer = await portal.nudges(() => {
      nudged = true;
      wake();
    }, mine.signal);
    if (stream === mine) stream = null;
    failures = nudged ? 0 : failures + 1;
    if (stopped || !isOnline()) return;
    // A stream that just ended may have hidden a nudge, or the network has gone with it: a round finds out.
    if (answer.kind !== 'problem') wake();
    resting = true;
    timer = setTimeout(
      () => {
        resting = false;
        look();
      },
      pause(failures + 1),
    );
  };

  const look = (): void => {
    if (stopped) return;
    if (!isOnline()) {
      clearTimeout(timer);
      resting = false;
      stream?.abort();
      stream = null;
    } else if (!stream && !resting) {
      void listen();
    }
  };

  return {
    look,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      stream?.abort();
    },
  };
}
