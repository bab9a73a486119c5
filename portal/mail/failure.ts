const code = /^E[A-Z0-9_]{1,40}$/;

/**
 * Why a mail did not go out, as codes: of the mail program or the system, and of the mail server (`EENVELOPE 550`). Their
 * words are not kept, because they may quote the mail.
 */
export function failureOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const named = 'code' in fault && typeof fault.code === 'string' && code.test(fault.code) ? [fault.code] : [];
  const answered = 'responseCode' in fault && Number.isInteger(fault.responseCode) ? [String(fault.responseCode)] : [];
  return [...named, ...answered].join(' ') || 'unknown';
}
