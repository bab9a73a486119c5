const newline = 0x0a;

/** The lines of a stream as bytes, without their newlines; a last line without one is given as well. */
export async function* readLines(
  stream: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  let rest: Uint8Array[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      onBytes();
      let from = 0;
      for (let end = value.indexOf(newline); end !== -1; end = value.indexOf(newline, from)) {
        yield joined([...rest, value.subarray(from, end)]);
        rest = [];
        from = end + 1;
      }
      if (from < value.length) rest.push(value.subarray(from));
    }
    if (rest.length > 0) yield joined(rest);
  } finally {
    // A reader that stops early must not leave the portal server sending.
    await reader.cancel().catch(() => undefined);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
