import { SetUpError, run, say } from './run.mjs';

/**
 * What each part needs of Debian. Names separated by | are one library under the names of several releases.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const packagesFor = {
  electron: [
    'libgtk-3-0|libgtk-3-0t64',
    'libnss3',
    'libasound2|libasound2t64',
    'libgbm1',
    'libxss1',
    'libxtst6',
    'libsecret-1-0',
    'libnotify4',
    'fonts-liberation',
    'xdg-utils',
  ],
  screen: ['xvfb', 'xauth'],
  session: ['dbus', 'dbus-x11', 'gnome-keyring', 'dunst', 'util-linux', 'openssl'],
  chromium: ['chromium'],
  postgres: ['postgresql'],
  faketime: ['libfaketime'],
};

/** @typedef {keyof typeof packagesFor} DebianPart */

/**
 * Installs what is missing when root; says what to install when not.
 * @param {readonly string[]} parts
 */
export async function debianPackages(parts) {
  const wanted = parts.flatMap((part) => packagesFor[part] ?? []);
  if (process.platform !== 'linux' || wanted.length === 0) return;
  const missing = await missingOf(wanted);
  if (missing === undefined) {
    say(`this is not Debian: it is assumed that these are there: ${wanted.join(' ')}`);
  } else if (missing.length > 0) await install(missing);
}

/** @param {readonly string[]} wanted @returns {Promise<string[] | undefined>} undefined where there is no dpkg */
async function missingOf(wanted) {
  const names = wanted.flatMap((name) => name.split('|'));
  const answer = await run('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names]);
  if (answer.code === 127) return undefined;
  const installed = new Set(
    answer.output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((name) => !name.split('|').some((alternative) => installed.has(alternative)));
}

/** @param {readonly string[]} missing */
async function install(missing) {
  if (process.getuid?.() !== 0) {
    throw new SetUpError(
      `These Debian packages are missing: ${missing.join(' ')}`,
      `Install them, then try again: sudo apt-get install ${missing.map((name) => name.split('|')[0]).join(' ')}`,
    );
  }
  // The lists of a fresh machine are empty, and those of an old one name versions that are gone.
  await aptGet(['update'], 300);
  const names = await Promise.all(missing.map(nameHere));
  say(`installing Debian packages (a minute or two): ${names.join(' ')}`);
  // What an interrupted installation has left half done; apt-get refuses to go on before.
  await run('dpkg', ['--configure', '-a'], { env: quiet() });
  const done = await aptGet(['install', '-y', '--no-install-recommends', ...names], 1800);
  if (done.code === 0) return;
  throw new SetUpError(
    `Debian packages could not be installed:\n${done.output.slice(-2000)}`,
    `Check the network and the package sources, then: apt-get update && apt-get install ${names.join(' ')}`,
  );
}

/** The first of the alternative names that this release knows. @param {string} name */
async function nameHere(name) {
  const alternatives = name.split('|');
  for (const alternative of alternatives) {
    const { output } = await run('apt-cache', ['policy', alternative]);
    if (/Candidate: (?!\(none\))/.test(output)) return alternative;
  }
  return alternatives[0] ?? name;
}

/** @param {string[]} args @param {number} seconds */
function aptGet(args, seconds) {
  // Another apt may hold the lock for a while.
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  return run('apt-get', [...options, ...args], { env: quiet(), seconds, label: `apt-get ${args[0]}` });
}

const quiet = () => ({ ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
