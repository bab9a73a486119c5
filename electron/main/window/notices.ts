import { app, nativeImage, Notification } from 'electron';
import type { DeskAnswer, DeskNotice } from '../../../shared/contract/desk-api.ts';
import { badgeImage, BADGE_SIZE } from './badge-image.ts';
import type { DeskWindow } from './desk-window.ts';

/** Held until they are gone: a notification that is collected as garbage can no longer be clicked. */
const shown = new Set<Notification>();

/** A system notification; its click opens the exact case in this account's window. */
export function showNotice(desk: DeskWindow, notice: DeskNotice): DeskAnswer {
  if (!Notification.isSupported()) return { ok: false, reason: 'not-supported' };
  const { title, body, subject } = notice;
  const notification = new Notification({ title, body });
  const gone = (): void => void shown.delete(notification);
  notification.on('close', gone).on('failed', gone);
  notification.on('click', () => {
    gone();
    if (desk.window.isDestroyed()) return;
    desk.focus();
    if (subject !== undefined) desk.send({ kind: 'open-case', subject });
  });
  shown.add(notification);
  notification.show();
  return { ok: true };
}

/** How many actions are required: on the icon where the system has a place for it, and in the title for all. */
export function showBadge(desk: DeskWindow, count: number): DeskAnswer {
  desk.window.setTitle(count === 0 ? app.getName() : `${app.getName()} (${String(count)})`);
  if (process.platform === 'win32') {
    const size = { width: BADGE_SIZE, height: BADGE_SIZE };
    const image = count === 0 ? null : nativeImage.createFromBitmap(badgeImage(count), size);
    desk.window.setOverlayIcon(image, count === 0 ? '' : `${String(count)} actions required`);
    return { ok: true };
  }
  // Few Linux desktops have a place for it; the title says it there.
  app.setBadgeCount(count);
  return { ok: true };
}
