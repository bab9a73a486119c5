import type { DeskApi } from '../../shared/contract/desk-api.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly desk: DeskApi;
  }
}

/** The desk of this window; nothing else in the renderer reads `window.desk`. */
export function desk(): DeskApi {
  return window.desk;
}
