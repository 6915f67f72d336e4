import type { MembershipBody } from '../../../kernel/alliances/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { CodeBlock } from '../../../ui/index.ts';
import type { SeenAlliance } from '../life/seen.ts';
import { InvitationText } from './invitation-text.tsx';

interface MembershipNextProps {
  page: PageContext;
  said: MembershipBody;
  alliance: SeenAlliance | undefined;
}

/** What others have to do after an act of ours, where there is something. */
export function MembershipNext({ page, said: { action, kids = [] }, alliance }: MembershipNextProps) {
  if (action === 'invited' && alliance !== undefined) {
    const keys = alliance.latest.body.keys.keys.map(({ kid }) => String(kid));
    return <InvitationText page={page} alliance={alliance.id} kids={keys} />;
  }
  if (action !== 'joined') return null;
  return (
    <>
      <p>{page.t('alliances.joined-next')}</p>
      <CodeBlock label={page.t('alliances.field.keys')}>{kids.join('\n')}</CodeBlock>
    </>
  );
}
