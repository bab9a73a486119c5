import { useEffect, useState } from 'react';
import type { PasswordFault } from '../../../shared/contract/password-fault.ts';
import { useDesk } from '../../bindings/contexts.ts';

/** A pause in typing before the portal server is asked. */
const pause = 250;

/** What the portal server says to a password while it is typed; undefined until it has. */
export function usePasswordFault(password: string, name: string, email: string): PasswordFault | null | undefined {
  const desk = useDesk();
  const [found, setFound] = useState<{ readonly password: string; readonly fault: PasswordFault | null }>();
  useEffect(() => {
    if (password === '') return undefined;
    let stale = false;
    const later = setTimeout(() => {
      void desk.setUp.passwordFault(password, { name, email }).then((fault) => {
        if (!stale) setFound({ password, fault });
      });
    }, pause);
    return () => {
      stale = true;
      clearTimeout(later);
    };
  }, [desk, password, name, email]);
  return found?.password === password ? found.fault : undefined;
}
