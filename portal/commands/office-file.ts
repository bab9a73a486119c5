import type { CommandAbout } from '../../shared/contract/commands.ts';
import { officePageOf } from '../../shared/domain/command-book.ts';
import { termsOf, type OfficeQuestion, type OfficeTerms } from '../../shared/domain/office/change-office.ts';
import { seesDirectory } from '../../shared/domain/office/directory-sight.ts';
import type { Carried, Carrying } from './carrying.ts';
import { noteDirectoryChange } from './directory-change.ts';
import { logSettings } from './log-settings.ts';
import { renewBriefs } from './renew-briefs.ts';
import { carriedOut, type Loaded, type Made, type SubjectFile } from './subject-file.ts';

type OfficeCommand = CommandAbout<'office'>;
type Held = Loaded<OfficeQuestion, OfficeTerms>;

/** Offices; one that is not in the reader's directory does not exist for him or her. */
export const officeFile: SubjectFile<OfficeCommand, OfficeQuestion, OfficeTerms, Held> = {
  page: officePageOf,
  load,
  save,
};

async function load({ network, standing, stamp }: Carrying, { subject }: OfficeCommand): Promise<Held | null> {
  const entry = seesDirectory(standing) ? network.offices.get(subject.id) : undefined;
  if (!entry) return null;
  const office = termsOf(entry);
  return { question: { standing, office, stamp }, before: office };
}

async function save(
  carrying: Carrying,
  command: OfficeCommand,
  { decision: { after, settings } }: Made<OfficeTerms, Held>,
): Promise<Carried> {
  const { change } = carrying;
  await change.db
    .updateTable('office_terms')
    .set({
      available: after.available ? 1 : 0,
      in_network: after.inNetwork ? 1 : 0,
      services: JSON.stringify(after.services),
      revision: JSON.stringify(after.revision),
      calendar: after.calendar ? JSON.stringify(after.calendar) : null,
      place: after.place ? JSON.stringify(after.place) : null,
      selection: after.selection ? JSON.stringify(after.selection) : null,
    })
    .where('portal', '=', change.portal)
    .where('office', '=', after.office)
    .execute();
  await logSettings(carrying, command, settings);
  await noteDirectoryChange(change, { offices: [after.office] });
  await renewBriefs(change, after.company);
  return carriedOut;
}
