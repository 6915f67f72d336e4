import type { DemoNode } from './alliance.ts';

/** Signs a member of staff in through the form, and answers the cookies to send from then on. */
export async function staffCookie({ url, adminToken }: DemoNode): Promise<string> {
  const form = await fetch(`${url}/sign-in`);
  const jar = cookiesOf(form);
  const html = await form.text();
  const fields = new URLSearchParams();
  for (const [input] of html.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(input)?.[1];
    if (name) fields.set(name, /\svalue="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  fields.set('token', adminToken);
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: { origin: url, cookie: jar.join('; ') },
  });
  const session = cookiesOf(answer);
  if (session.length === 0) throw new Error(`no session: ${answer.status} ${await answer.text()}`);
  return [...jar, ...session].join('; ');
}

function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
}
