const code = /^(E[A-Z0-9_]{1,40}|SQLITE_[A-Z_]{1,40}|[0-9A-Z]{5})$/;
const kind = /^[A-Z][A-Za-z]{1,40}$/;

/**
 * Why a job failed, as codes: of the mail program, the system or the database, and of the mail server (`EENVELOPE 550`); where
 * there is none, the kind of fault (`SyntaxError`). Their words are not kept: they may quote a mail or a case.
 */
export function failureOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const named = 'code' in fault && typeof fault.code === 'string' && code.test(fault.code) ? [fault.code] : [];
  const answered = 'responseCode' in fault && Number.isInteger(fault.responseCode) ? [String(fault.responseCode)] : [];
  const codes = [...named, ...answered].join(' ');
  if (codes) return codes;
  return fault.name !== 'Error' && kind.test(fault.name) ? fault.name : 'unknown';
}
