import { t } from '@lingui/core/macro';
import type { SettingsEntry } from '../../../shared/contract/settings-log.ts';
import { officePlaceSchema } from '../../../shared/contract/office-place.ts';
import type { OfficeEffect } from '../../../shared/domain/office/change-effect.ts';
import type { ChangeOffice } from '../../../shared/domain/office/change-office.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { officeExclusionWords } from '../../words/exclusion-words.ts';
import { kilometresText, listText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';

/** What a change of a calendar did, a line each. */
export type CalendarChangeWords = (before: unknown, after: unknown) => readonly string[];

/** What a change of an office did, as it was written down, a line each. */
export function loggedWords(
  { before, after }: SettingsEntry,
  settings: PortalSettings,
  calendarChange: CalendarChangeWords,
): readonly string[] {
  const { available, inNetwork, services } = after;
  return [
    ...(available === undefined ? [] : [available ? t`takes new tasks again` : t`unavailable for new tasks`]),
    ...(inNetwork === undefined ? [] : [inNetwork ? t`into the partner network` : t`out of the partner network`]),
    ...(services === undefined ? [] : serviceWords(codesIn(before['services']), codesIn(services), settings)),
    ...('place' in after ? [placeWords(after['place'])] : []),
    ...('selection' in after ? [t`automatic member selection changed`] : []),
    ...('calendar' in after ? calendarChange(before['calendar'], after['calendar']) : []),
  ];
}

function serviceWords(old: readonly string[], now: readonly string[], settings: PortalSettings): readonly string[] {
  const named = (codes: readonly string[]): string => listText(codes.map((code) => taskTypeName(code, settings)));
  const added = named(now.filter((code) => !old.includes(code)));
  const removed = named(old.filter((code) => !now.includes(code)));
  return [...(added ? [t`offers now: ${added}`] : []), ...(removed ? [t`no longer offers: ${removed}`] : [])];
}

function codesIn(logged: unknown): readonly string[] {
  return Array.isArray(logged) ? logged.map(String) : [];
}

function placeWords(logged: unknown): string {
  const place = officePlaceSchema.safeParse(logged);
  if (!place.success) return t`where the company says it is`;
  const { postalCode, position } = place.data;
  const degrees = `${position.latitude}, ${position.longitude}`;
  return postalCode ? t`position ${degrees}, postal code ${postalCode}` : t`position ${degrees}`;
}

/** What a change will do, a line each, before it is saved. */
export function effectWords(effect: OfficeEffect, change: ChangeOffice, settings: PortalSettings): readonly string[] {
  const named = (codes: readonly string[]): string => listText(codes.map((code) => taskTypeName(code, settings)));
  const [added, removed] = [named(effect.added), named(effect.removed)];
  const { available, place } = change;
  return [
    ...(available === false ? [t`No new task and no new role is given to it.`] : []),
    ...(available === true ? [t`New tasks and roles can be given to it again.`] : []),
    ...(added ? [t`It can be given new tasks of: ${added}.`] : []),
    ...(removed ? [t`It is given no new tasks of: ${removed}.`] : []),
    ...roleWords(effect),
    ...(place === null ? [t`Distances count from where the company says it is.`] : []),
    ...(place ? [movedWords(effect)] : []),
  ];
}

function roleWords({ role }: OfficeEffect): readonly string[] {
  if (role === undefined) return [];
  if (role === null) return [t`It is listed for the External case handler role again.`];
  const { reason } = officeExclusionWords(role);
  return [t`It is no longer listed for the External case handler role: ${reason}`];
}

function movedWords({ moved }: OfficeEffect): string {
  if (moved === null || moved === undefined) return t`It has a position from now on, and is listed by its distance.`;
  const distance = kilometresText(moved);
  return t`Distances count from ${distance} further on.`;
}
