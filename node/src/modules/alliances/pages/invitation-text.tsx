import type { PageContext } from '../../../kernel/web/page.ts';
import { CodeBlock } from '../../../ui/index.ts';

interface InvitationTextProps {
  page: PageContext;
  alliance: string;
  /** Thumbprints of its keys. */
  kids: readonly string[];
}

/** What an invited government needs to join, to be sent by a way that both sides trust. */
export function InvitationText({ page, alliance, kids }: InvitationTextProps) {
  return (
    <>
      <p class="kn-text">{page.t('alliances.send-text')}</p>
      <CodeBlock label={page.t('alliances.field.alliance')}>{alliance}</CodeBlock>
      <CodeBlock label={page.t('alliances.field.keys')}>{kids.join('\n')}</CodeBlock>
    </>
  );
}
