/** Milliseconds since the app was started: waiting is measured by it, because the computer's clock may be set at any time. */
export function sinceStart(): number {
  return performance.now();
}
