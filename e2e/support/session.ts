import type { DemoNode } from './alliance.ts';

/** Signs a member of staff in through the form, and answers the cookies to send from then on. */
export async function staffCookie(node: DemoNode): Promise<string> {
  const { answer, cookie } = await sendForm(node.url, '/sign-in', { token: node.adminToken });
  const session = cookiesOf(answer);
  if (session.length === 0) throw new Error(`no session: ${answer.status} ${await answer.text()}`);
  return [cookie, ...session].join('; ');
}

/** Opens the page of a form and sends it, with its hidden fields and these; follows no redirect. */
export async function sendForm(
  origin: string,
  path: string,
  fields: Record<string, string> = {},
  cookie = '',
): Promise<{ answer: Response; cookie: string }> {
  const form = await fetch(origin + path, { headers: { accept: 'text/html', cookie } });
  const jar = [...(cookie === '' ? [] : [cookie]), ...cookiesOf(form)].join('; ');
  const sent = new URLSearchParams();
  for (const [input] of (await form.text()).matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(input)?.[1];
    if (name) sent.set(name, /\svalue="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  for (const [name, value] of Object.entries(fields)) sent.set(name, value);
  const answer = await fetch(origin + path, {
    method: 'POST',
    body: sent,
    redirect: 'manual',
    headers: { accept: 'text/html', origin, cookie: jar },
  });
  return { answer, cookie: jar };
}

function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
}
