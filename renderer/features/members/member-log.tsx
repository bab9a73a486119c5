import { loggedMemberSchema } from '../../../shared/contract/settings-log.ts';
import { useSettingsLog } from '../../bindings/use-settings-log.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { ChangeLog } from '../../ui/change-log.tsx';
import { memberChangeWords } from '../../words/member-change-words.ts';
import type { MemberLine } from './member-lines.ts';

/** Who set what of a member, when, from what and to what. */
export function MemberLog({ state, line }: { readonly state: PortalState; readonly line: MemberLine }) {
  const { id, markRevision, termsRevision } = line.member;
  const version = [markRevision?.command, termsRevision?.command];
  const entries = useSettingsLog(state.portal, { kind: 'member', id }, version);
  const context = { directory: state.directory, settings: state.standing.settings, side: line.side };
  return (
    <ChangeLog
      changes={
        entries &&
        entries.map(({ at, by, before, after }) => {
          const [was, is] = [loggedMemberSchema.safeParse(before), loggedMemberSchema.safeParse(after)];
          return { at, by, lines: was.success && is.success ? memberChangeWords(was.data, is.data, context) : [] };
        })
      }
    />
  );
}
