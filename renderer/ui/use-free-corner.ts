import { useEffect, useState } from 'react';

/** Where a notification can stand; the usual place first. */
const corners = ['bottom-right', 'top-right', 'bottom-left', 'top-left'] as const;

/** A corner of the window. */
export type Corner = (typeof corners)[number];

/** What two notifications take up, with their margins and the bars of the frame. */
const size = { width: 460, height: 220 };

/** The corner in which a notification covers neither what has the focus nor a button of an open dialog. */
export function useFreeCorner(): Corner {
  const [corner, setCorner] = useState<Corner>(corners[0]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      // A dialog has its place only once it is painted.
      frame = requestAnimationFrame(() => setCorner(freeCorner(takenPlaces())));
    };
    const events = ['focusin', 'focusout', 'resize', 'scroll', 'transitionend'];
    for (const each of events) window.addEventListener(each, look, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const each of events) window.removeEventListener(each, look, { capture: true });
    };
  }, []);
  return corner;
}

function takenPlaces(): readonly DOMRect[] {
  // What has the focus only to be read, like a page or the content of a dialog, is no control.
  const focused = document.querySelectorAll(':focus:not([tabindex="-1"])');
  const buttons = document.querySelectorAll('[role="dialog"] button');
  return [...focused, ...buttons].map((each) => each.getBoundingClientRect());
}

/** The first corner that nothing takes; else the one of which least is taken. */
function freeCorner(taken: readonly DOMRect[]): Corner {
  const covered = (corner: Corner) => taken.reduce((sum, place) => sum + overlap(place, placeOf(corner)), 0);
  return corners.reduce((best, each) => (covered(each) < covered(best) ? each : best));
}

function placeOf(corner: Corner): DOMRect {
  const { innerWidth, innerHeight } = window;
  const left = corner.endsWith('left') ? 0 : innerWidth - size.width;
  const top = corner.startsWith('top') ? 0 : innerHeight - size.height;
  return new DOMRect(left, top, size.width, size.height);
}

function overlap(one: DOMRect, other: DOMRect): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}
