// Read first by every script, so an older Node says this instead of stumbling over what it does not know.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(
    `[partner-desk] this is Node ${process.versions.node}; Partner Desk needs Node 20.20 or later.\n` +
      '  Install it from https://nodejs.org or with your version manager, then try again.',
  );
  process.exit(1);
}
