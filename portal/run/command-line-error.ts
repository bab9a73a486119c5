/** The command line cannot be followed; the message says why. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}
