import { chromium, type Browser } from 'playwright-core';
import { isRoot } from '../unprivileged.ts';

/** Painted by the processor in one step: a graphics card that is only pretended takes a third more of it. */
const withoutGraphicsCard = ['--disable-gpu', '--disable-gpu-rasterization', '--disable-software-rasterizer'];

/** The machine's Chromium, without a window. */
export function launchBrowser(): Promise<Browser> {
  const args = [...withoutGraphicsCard, ...(isRoot() ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath: '/usr/bin/chromium', args });
}
