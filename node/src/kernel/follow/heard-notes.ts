import { parseCheckpoint, parseNote } from '@koinon/transparency-log';

/** For each origin, the checkpoint ahead of ours that some other follower showed us last: the loop goes there next. */
export class HeardNotes {
  readonly #notes = new Map<string, Map<string, string>>();

  hear(origin: string, peer: string, note: string): void {
    const byPeer = this.#notes.get(origin) ?? new Map<string, string>();
    this.#notes.set(origin, byPeer.set(peer, note));
  }

  of(origin: string): readonly string[] {
    return [...(this.#notes.get(origin)?.values() ?? [])];
  }

  /** Forgets what we hold by now. */
  reached(origin: string, size: number): void {
    const byPeer = this.#notes.get(origin);
    for (const [peer, note] of byPeer ?? []) {
      if (parseCheckpoint(parseNote(note).text).size <= size) byPeer?.delete(peer);
    }
  }
}
