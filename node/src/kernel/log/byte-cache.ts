/** Least recently used byte arrays, at most `maxBytes` of them together. */
export interface ByteCache {
  get(key: string): Uint8Array | undefined;
  set(key: string, bytes: Uint8Array): void;
  clear(): void;
}

export function makeByteCache(maxBytes: number): ByteCache {
  // A Map keeps insertion order: the first key is the one not used for the longest time.
  const held = new Map<string, Uint8Array>();
  let bytes = 0;

  function drop(key: string): void {
    bytes -= held.get(key)?.length ?? 0;
    held.delete(key);
  }

  return {
    get(key) {
      const found = held.get(key);
      if (found === undefined) return undefined;
      held.delete(key);
      held.set(key, found);
      return found;
    },
    set(key, value) {
      drop(key);
      if (value.length > maxBytes) return;
      held.set(key, value);
      bytes += value.length;
      for (const oldest of held.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
    clear() {
      held.clear();
      bytes = 0;
    },
  };
}
