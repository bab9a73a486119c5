import { useLayoutEffect, useState, type RefObject } from 'react';

/** Below this a chat is no use beside what stands above it: then the page scrolls to it. */
const least = 240;
/** What stays in sight above it then: the tabs. */
const above = 72;
/** The page's own edge below it. */
const edge = 24;

/** The height down to the lower edge of the page, so that what one writes with is in sight without scrolling the page. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(least);
  useLayoutEffect(() => {
    const part = element.current;
    const page = part?.closest('[data-scrolls]');
    if (!part || !page) return undefined;
    const measure = () => {
      const from = part.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
      const room = page.clientHeight - from - edge;
      setHeight(Math.floor(room >= least ? room : Math.max(least, page.clientHeight - above - edge)));
    };
    const sizes = new ResizeObserver(measure);
    for (const each of [page, ...page.children]) sizes.observe(each);
    measure();
    return () => sizes.disconnect();
  }, [element]);
  useLayoutEffect(() => {
    // Newer versions of Chromium answer with a promise, which an effect must not.
    void element.current?.scrollIntoView({ block: 'nearest' });
  }, [element, height]);
  return height;
}
