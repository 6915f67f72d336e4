/** Every change of one byte of a text: each byte replaced, deleted, and one inserted before it. */
export function* oneByteChanges(bytes: Uint8Array): Generator<{ what: string; changed: Uint8Array }> {
  for (let at = 0; at <= bytes.length; at++) {
    const original = bytes[at];
    if (original !== undefined) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const changed = bytes.slice();
        changed[at] = original ^ bit;
        yield { what: `bit ${bit} of byte ${at} flipped`, changed };
      }
      const shorter = new Uint8Array(bytes.length - 1);
      shorter.set(bytes.subarray(0, at));
      shorter.set(bytes.subarray(at + 1), at);
      yield { what: `byte ${at} deleted`, changed: shorter };
    }
    for (const inserted of [0x0a, 0x20, 0x3d, 0x41, original ?? 0x30]) {
      const longer = new Uint8Array(bytes.length + 1);
      longer.set(bytes.subarray(0, at));
      longer[at] = inserted;
      longer.set(bytes.subarray(at), at + 1);
      yield { what: `byte ${inserted} inserted at ${at}`, changed: longer };
    }
  }
}

/** A copy of the list with one bit of one of its byte strings flipped. */
export function flipBit(list: readonly Uint8Array[], item: number, bit: number): Uint8Array[] {
  return list.map((bytes, i) => {
    if (i !== item) return bytes;
    const changed = bytes.slice();
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    return changed;
  });
}
