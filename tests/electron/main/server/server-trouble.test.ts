import { expect, test } from 'vitest';
import { troubleOf } from '../../../../electron/main/server/server-trouble.ts';

test('each of the errors of the network stack has words of its own', () => {
  for (const [code, trouble] of [
    ['ERR_NAME_NOT_RESOLVED', 'name-not-found'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_NETWORK_CHANGED', 'offline'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['ERR_CERTIFICATE_TRANSPARENCY_REQUIRED', 'certificate'],
    ['ERR_SSL_PROTOCOL_ERROR', 'certificate'],
    ['ERR_CONNECTION_TIMED_OUT', 'timed-out'],
    ['ERR_CONNECTION_REFUSED', 'refused'],
    ['ERR_CONNECTION_RESET', 'refused'],
    ['ERR_EMPTY_RESPONSE', 'refused'],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'refused'],
    ['ERR_INVALID_HTTP_RESPONSE', 'not-a-portal-server'],
    ['ERR_UNSAFE_PORT', 'not-an-address'],
    ['ERR_SOMETHING_NEW', 'refused'],
  ] as const) {
    expect(troubleOf(new Error(`net::${code}`))).toEqual({ trouble, detail: code });
  }
});

test('no answer in time is told as that', async () => {
  const signal = AbortSignal.timeout(1);
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
  expect(troubleOf(signal.reason)).toEqual({ trouble: 'timed-out', detail: 'TimeoutError' });
  expect(troubleOf('nonsense')).toEqual({ trouble: 'refused', detail: 'unknown' });
});
