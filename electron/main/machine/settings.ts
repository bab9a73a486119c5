import { join } from 'node:path';
import { z } from 'zod';
import type { DeskSettings } from '../../../shared/contract/desk-api.ts';
import { openKeptJson } from './kept-json.ts';
import type { KeptJson } from './kept-json.ts';

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
});

/** Where a window was; one for each arrangement of displays. */
export type WindowPlace = z.infer<typeof placeSchema>;

const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch('system').default('system'),
  density: z.enum(['normal', 'compact']).catch('normal').default('normal'),
  navigation: z.enum(['open', 'folded']).catch('open').default('open'),
  workOffline: z.boolean().catch(false).default(false),
  server: z.string().max(300).nullable().catch(null).default(null),
  zoom: z.number().min(0.5).max(2).catch(1).default(1),
  /** The account that is opened again at the next start. */
  account: z.string().max(201).nullable().catch(null).default(null),
  places: z.record(z.string(), placeSchema).catch({}).default({}),
});

/** What the desk remembers beside the accounts. */
export type KeptSettings = z.infer<typeof settingsSchema>;
export type Settings = KeptJson<KeptSettings>;

export function openSettings(folder: string): Promise<Settings> {
  return openKeptJson(join(folder, 'settings.json'), settingsSchema);
}

/** The part of the settings that the renderer sees and changes. */
export function deskSettings(settings: KeptSettings): DeskSettings {
  const { theme, density, navigation, workOffline, server } = settings;
  return { theme, density, navigation, workOffline, server };
}
