import { useLayoutEffect, useState, type RefObject } from 'react';

interface InnerSize {
  readonly width: number;
  readonly height: number;
}

/** The size inside an element's scroll bars, 0 until it is measured. */
export function useInnerSize(element: RefObject<HTMLElement | null>): InnerSize {
  const [size, setSize] = useState<InnerSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = measured;
      setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
