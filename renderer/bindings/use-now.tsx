import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Moment } from '../../shared/domain/moment.ts';

const NowContext = createContext<Moment | null>(null);

/** The clock of the screens: the moment at the start of the running minute, a new one each minute. */
export function NowProvider({ clock = systemClock, children }: { clock?: () => number; children: ReactNode }) {
  const [now, setNow] = useState(() => atMinute(clock()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(atMinute(clock()));
      // Aimed at the next full minute each time: an interval would drift and miss a sleep of the machine.
      timer = setTimeout(tick, 60_000 - (clock() % 60_000));
    };
    timer = setTimeout(tick, 60_000 - (clock() % 60_000));
    const onShow = () => document.visibilityState === 'visible' && setNow(atMinute(clock()));
    document.addEventListener('visibilitychange', onShow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [clock]);
  return <NowContext value={now}>{children}</NowContext>;
}

/** Now, to the minute. */
export function useNow(): Moment {
  const now = useContext(NowContext);
  if (now === null) throw new Error('NowProvider is not above this component');
  return now;
}

const systemClock = () => Date.now();

function atMinute(milliseconds: number): Moment {
  return new Date(milliseconds - (milliseconds % 60_000)).toISOString();
}
