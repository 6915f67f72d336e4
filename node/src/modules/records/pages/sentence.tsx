import type { Child } from 'hono/jsx';
import type { RecordHeadline } from '../../../kernel/log/headline.ts';
import type { PageContext } from '../../../kernel/web/index.ts';
import { LangTextView, Say } from '../../../ui/index.ts';
import type { KernelAct } from '../kernel-acts.ts';

/** Acts of the kernel, which have no module to say what they did. */
const KERNEL_ACTS = new Set([
  'keys',
  'withdraw',
  'erase',
  'alert',
  'resume',
  'partner',
  'entity-keys',
  'partner-keys',
  'alliance',
  'membership',
  'trust-mark',
]);

interface Act {
  kind: string;
  headline: RecordHeadline | null;
  act: KernelAct | null;
}

/** What a record did, in a sentence; with `link` its title leads to the thing itself. */
export function recordSentence(page: PageContext, { kind, headline, act }: Act, link = false): Child {
  if (headline !== null) {
    const title = <LangTextView page={page} text={headline.title} />;
    const linked = (
      <a class="ds-link" href={headline.path}>
        {title}
      </a>
    );
    return <Say page={page} id={headline.message} with={{ title: link ? linked : title }} />;
  }
  if (act !== null) {
    const what = typeof act.what === 'string' ? act.what : <LangTextView page={page} text={act.what} />;
    return <Say page={page} id={`records.did.${act.message}`} with={{ what }} />;
  }
  const name = /^kernel\/([a-z-]+)@/.exec(kind)?.[1];
  if (name !== undefined && KERNEL_ACTS.has(name)) return page.t(`records.did.${name}`);
  return <Say page={page} id="records.did.other" with={{ kind: <code dir="ltr">{kind}</code> }} />;
}
