import { InviteMember } from '../features/invitation/invite-member.tsx';
import { MembersPage } from '../features/members/members-page.tsx';

/** The members, with the way to invite one more. */
export function MembersScreen() {
  return <MembersPage invite={<InviteMember />} />;
}
