import { configure } from '@testing-library/react';
/** The size every element has where nothing is laid out. */
const size = { width: 1200, height: 640 };

/** Gives jsdom what it leaves out of a browser and our screens need: sizes, scrolling, media queries. */
export function fillBrowserGaps(): void {
  class SizesOnce implements ResizeObserver {
    readonly #callback: ResizeObserverCallback;
    constructor(callback: ResizeObserverCallback) {
      this.#callback = callback;
    }
    observe(target: Element): void {
      const box = [{ inlineSize: size.width, blockSize: size.height }];
      const contentRect = new DOMRect(0, 0, size.width, size.height);
      const boxes = { borderBoxSize: box, contentBoxSize: box, devicePixelContentBoxSize: box };
      this.#callback([{ target, contentRect, ...boxes }], this);
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  window.ResizeObserver ??= SizesOnce;
  window.matchMedia ??= (media) => ({
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  });
  // A text that grows with its lines measures itself again when a font arrives.
  if (!('fonts' in document))
    Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
  const { prototype } = HTMLElement;
  for (const [name, value] of [
    ['offsetWidth', size.width],
    ['offsetHeight', size.height],
    ['clientWidth', size.width],
    ['clientHeight', size.height],
  ] as const) {
    Object.defineProperty(prototype, name, { configurable: true, get: () => value });
  }
  // A layer hides when what it belongs to has no place on the screen.
  prototype.getBoundingClientRect = () => new DOMRect(0, 0, 100, 20);
  prototype.scrollIntoView ??= () => undefined;
  prototype.scrollTo = function scrollTo(to?: ScrollToOptions | number, top?: number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? this.scrollTop) : (top ?? 0);
    this.dispatchEvent(new Event('scroll'));
  };
  window.scrollTo = () => undefined;
}

// A second is too short for a layer to open where two cores are shared.
configure({ asyncUtilTimeout: 5000 });
