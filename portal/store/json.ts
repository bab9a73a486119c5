/** Reads JSON that this server wrote itself into a text column; what comes from outside is parsed by its schema instead. */
export function readJson<Value>(text: string): Value {
  // The only writer is our own JSON.stringify of a Value.
  return JSON.parse(text) as Value;
}
