import pg from 'pg';

/** One connection that only listens; it comes back by itself when it is lost. */
export interface Listener {
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const RECONNECT_MS = 500;

export function makeListener(settings: pg.ClientConfig): Listener {
  const channels = new Map<string, Set<(payload: string) => void>>();
  let client: Promise<pg.Client> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function connected(): Promise<pg.Client> {
    client ??= connect().catch((error) => {
      client = undefined;
      throw error;
    });
    return client;
  }

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({ ...settings, keepAlive: true });
    made.on('notification', ({ channel, payload }) => {
      for (const heard of channels.get(channel) ?? []) heard(payload ?? '');
    });
    made.on('error', lost);
    made.on('end', lost);
    await made.connect();
    for (const channel of channels.keys()) await made.query(`listen ${channel}`);
    return made;
  }

  function lost(): void {
    client = undefined;
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      // What was missed meanwhile is unknown, so everyone looks once.
      connected().then(wakeAll, lost);
    }, RECONNECT_MS);
    timer.unref();
  }

  function wakeAll(): void {
    for (const listeners of channels.values()) for (const heard of listeners) heard('');
  }

  return {
    async listen(channel, heard) {
      const listeners = channels.get(channel) ?? new Set();
      const first = listeners.size === 0;
      listeners.add(heard);
      channels.set(channel, listeners);
      const ready = await connected();
      if (first) await ready.query(`listen ${channel}`);
      return async () => {
        listeners.delete(heard);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      const open = await client?.catch(() => undefined);
      await open?.end().catch(() => {});
    },
  };
}
