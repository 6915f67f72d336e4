import { Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { readReceipt } from '../../../kernel/log/act-receipt.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { ReceiptPage } from '../../../ui/index.ts';
import { MembershipNext } from '../pages/membership-next.tsx';
import { ourCrumbs } from '../pages/words.ts';
import { readSeen } from '../read/seen.ts';

/** What administrators do by hand, as host and as member; the rest the node says by itself. */
const BY_HOST = new Set(['invited', 'admitted', 'removed']);
const BY_US = new Set(['joined', 'left']);
const OURS = '/alliances/memberships/ours';
const AT = '/alliances/memberships/receipts';

export function receiptOf(jti: string): string {
  return `${AT}/${jti}`;
}

/** The page after an act about who belongs to an alliance. */
export function membershipReceipts(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(`${AT}/:jti`, async (c) => {
    requireOffered(c, 'kernel.alliances');
    const { page } = c.var;
    const receipt = await readReceipt(kernel, c.req.param('jti'));
    const { records, alliances } = await readSeen(kernel.db);
    const said = records.memberships.find(({ jti }) => jti === receipt.jti)?.body;
    if (said === undefined || !(BY_HOST.has(said.action) || BY_US.has(said.action)))
      throw new NotFound('act');
    const alliance = alliances.get(said.alliance);
    const path = BY_HOST.has(said.action) && alliance ? `${alliance.path}/members` : OURS;
    return c.html(
      <ReceiptPage
        page={page}
        door="partners"
        crumbs={ourCrumbs(page)}
        heading={page.t(`alliances.done.${said.action}`)}
        title={pickText(said.title, page.locale).text}
        path={path}
        receipt={receipt}
        next={<MembershipNext page={page} said={said} alliance={alliance} />}
        withdrawable={false}
      />,
    );
  });
  return app;
}
