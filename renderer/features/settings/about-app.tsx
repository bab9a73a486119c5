import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useAbout } from '../../bindings/use-about.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import classes from './settings.module.css';

/** Version, platform and server, with a button that copies them for a message to support. */
export function AboutApp() {
  const { t } = useLingui();
  const about = useAbout();
  const { session } = useWorkplace();
  const clipboard = useClipboard({ timeout: 2000 });
  if (!about) return null;
  const facts = [
    [t`Version`, about.version],
    [t`Electron`, about.electron],
    [t`System`, about.platform],
    [t`Portal server`, session.address],
    [t`Key store of the system`, about.keyStore ? t`in use` : t`not there: the password is needed at each start`],
  ] as const;
  return (
    <>
      <dl className={classes.about}>
        {facts.map(([label, value]) => (
          <FactPair key={label} label={label} value={value} />
        ))}
      </dl>
      <Button
        variant="default"
        leftSection={clipboard.copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        onClick={() => clipboard.copy(facts.map((fact) => fact.join(': ')).join('\n'))}
      >
        {clipboard.copied ? t`Copied` : t`Copy`}
      </Button>
    </>
  );
}

function FactPair({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
