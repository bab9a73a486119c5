import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ReasonButton } from '../../ui/reason-button.tsx';

interface BarButtonProps {
  readonly icon: Icon;
  /** Why it cannot be done now; null where it can. */
  readonly reason: string | null;
  readonly wayOn?: ReactNode;
  readonly primary?: boolean;
  readonly loading?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** An action of the bar above the plan: its sign and its word, in its place also where it cannot be done. */
export function BarButton({ icon: Sign, primary = false, ...rest }: BarButtonProps) {
  return (
    <ReasonButton
      size="compact-sm"
      variant={primary ? 'filled' : 'default'}
      leftSection={<Sign size={15} stroke={1.75} aria-hidden />}
      {...rest}
    />
  );
}
