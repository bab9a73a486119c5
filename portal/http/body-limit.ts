import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';

/** What is said of a body that is too large, or whose sender went in the middle: bad input, and no fault of ours. */
export interface BodyTrouble {
  readonly tooLarge: () => Error;
  readonly brokenOff: (cause: unknown) => Error;
}

/** Refuses a body above so many bytes while it comes, before it is parsed. */
export function limitBody(bytes: number, { tooLarge, brokenOff }: BodyTrouble) {
  return createMiddleware(async (context, next) => {
    let refusal: Error | null = null;
    const onError = (): never => {
      throw (refusal = tooLarge());
    };
    let whole = false;
    const goOn = (): Promise<void> => {
      whole = true;
      return next();
    };
    try {
      return await bodyLimit({ maxSize: bytes, onError })(context, goOn);
    } catch (cause) {
      throw whole || refusal ? cause : brokenOff(cause);
    }
  });
}
