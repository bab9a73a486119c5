import { ActionIcon } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconSettings } from '@tabler/icons-react';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { CutText } from '../../ui/cut-text.tsx';
import { LabelTag } from '../../ui/label-tag.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { officeLabelWords } from '../../words/category-words.ts';
import { waitingSince, type CategorisedLine } from './listed-categories.ts';
import classes from './office-categories.module.css';

interface OfficeRowProps {
  readonly state: PortalState;
  readonly line: CategorisedLine;
  readonly onEdit: () => void;
}

/** One office with the categories that it has, and the way to change them. */
export function OfficeRow({ state: { portal, standing }, line, onEdit }: OfficeRowProps) {
  const { t } = useLingui();
  const { office, company, labels } = line;
  const since = useOffline(({ outbox }) => waitingSince(outbox, portal, office.id));
  const place = `${office.postalCode ?? ''} ${office.city}`.trim();
  return (
    <>
      <div className={classes.who}>
        <span className={classes.name}>
          <CutText>{office.name}</CutText>
        </span>
        <span className={classes.used}>
          <CutText>{[company, place].filter(Boolean).join(' · ')}</CutText>
        </span>
      </div>
      <div className={classes.labels}>
        {labels.map((label) => {
          const { code, colour, rank } = label.category;
          return (
            <LabelTag key={code} colour={colour} rank={rank} rankWords={t`Rank ${rank}`}>
              {officeLabelWords(label, standing.settings)}
            </LabelTag>
          );
        })}
        {labels.length === 0 && (
          <span className={classes.used}>
            <Trans>No category</Trans>
          </span>
        )}
        {since !== null && <WaitingMark since={since} />}
      </div>
      <ActionIcon
        variant="subtle"
        size={30}
        aria-label={t`Categories of ${office.name}`}
        title={t`Categories of ${office.name}`}
        onClick={onEdit}
      >
        <IconSettings size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </>
  );
}
