import { useLingui } from '@lingui/react/macro';
import type { OfficeLabel } from '../../../../shared/domain/category/office-labels.ts';
import type { PortalSettings } from '../../../../shared/domain/portal/portal-settings.ts';
import { LabelTag } from '../../../ui/label-tag.tsx';
import { officeLabelWords } from '../../../words/category-words.ts';
import classes from './office-picker.module.css';

interface OfficeLabelsProps {
  readonly labels: readonly OfficeLabel[];
  readonly settings: PortalSettings;
}

/** The categories of an office, each with its rank. */
export function OfficeLabels({ labels, settings }: OfficeLabelsProps) {
  const { t } = useLingui();
  return (
    <span className={classes.labels}>
      {labels.map((label) => {
        const { code, colour, rank } = label.category;
        return (
          <LabelTag key={code} colour={colour} rank={rank} rankWords={t`Rank ${rank}`}>
            {officeLabelWords(label, settings)}
          </LabelTag>
        );
      })}
    </span>
  );
}
