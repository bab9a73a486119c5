import type { WindowPlace } from '../machine/settings.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name for this arrangement of displays: a laptop at its desk and on the road have places of their own. */
export function arrangement(displays: readonly Area[]): string {
  const names = displays.map(({ x, y, width, height }) => [x, y, width, height].join(' '));
  return names.toSorted().join(' | ');
}

/** The remembered place if enough of its title bar can still be seen, else the middle of the first display. */
export function placeFor(remembered: WindowPlace | undefined, displays: readonly Area[]): WindowPlace {
  if (remembered !== undefined && displays.some((display) => showsTitleBar(remembered, display))) return remembered;
  const display = displays[0] ?? { x: 0, y: 0, width: 1280, height: 800 };
  const width = Math.min(1440, display.width);
  const height = Math.min(920, display.height);
  return {
    x: display.x + Math.floor((display.width - width) / 2),
    y: display.y + Math.floor((display.height - height) / 2),
    width,
    height,
    maximized: false,
  };
}

function showsTitleBar(place: WindowPlace, display: Area): boolean {
  const visible = Math.min(place.x + place.width, display.x + display.width) - Math.max(place.x, display.x);
  return visible >= 120 && place.y >= display.y && place.y < display.y + display.height - 40;
}
