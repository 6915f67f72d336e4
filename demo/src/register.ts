/** A person of the demo logs in with the test eID and registers for an event, as anybody would: page by page. */
export async function register(node: string, person: string, event: string): Promise<void> {
  const jar = new Map<string, string>();
  const go = async (path: string, body?: URLSearchParams) => {
    const answer = await fetch(new URL(path, node), {
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body && { origin: node }),
      },
      ...(body && { method: 'POST', body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  await go(`/login/test-eid?person=${person}`);
  const path = `/events/${event}/register`;
  const page = await (await go(path)).text();
  const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
  const form = new URLSearchParams({ csrf: field('csrf'), name: field('name'), attendance: 'in-person' });
  const { status } = await go(path, form);
  if (status !== 303) throw new Error(`${person} could not register at ${node}${path}: ${status}`);
}
