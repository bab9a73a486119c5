import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';

interface OutsideLinkProps {
  readonly href: string;
  /** What opens it, where the text does not say it. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** Leads out of the app: the shell hands what is on its list to the system, and the page itself goes nowhere. */
export function OutsideLink({ href, title, children }: OutsideLinkProps) {
  return (
    <Anchor href={href} title={title} target="_blank" rel="noreferrer" inherit>
      {children}
    </Anchor>
  );
}
