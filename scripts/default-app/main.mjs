// Stands in resources/default_app.asar of the Electron stand-in and opens the app folder named on the command line,
// as the default app of an official Electron does.
import { app as electronApp } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Electron's typings leave out what only a default app needs.
/** @type {import('electron').App & { setVersion(version: string): void, setAppPath(folder: string): void }} */
const app = Object.assign(electronApp);
const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

Object.assign(process, { defaultApp: true });
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version ?? '0.0.0');
app.setDesktopName(`${manifest.desktopName ?? app.getName()}.desktop`);
app.setAppPath(folder);

// The await matters: without it `ready` fires before the app could call registerSchemesAsPrivileged.
await import(pathToFileURL(join(folder, manifest.main)).href);
