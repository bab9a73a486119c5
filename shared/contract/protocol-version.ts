/**
 * The version of everything that crosses a process. A test hashes the schemas, so that nobody changes the wire by
 * accident; add a line here when it changes.
 * 1: the first.
 */
export const protocolVersion = 1;
