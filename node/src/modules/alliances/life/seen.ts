import type { AllianceBody, AllianceRecords, Told } from '../../../kernel/alliances/index.ts';
import type { ShownLog } from '../../../kernel/log/shown-logs.ts';
import { placeOf } from '../../../kernel/subjects/index.ts';

/** An alliance as the log of its host tells it. */
export interface SeenAlliance {
  /** Entity identifier, which is also its address at its host. */
  id: string;
  /** Where this node shows it. */
  path: string;
  slug: string;
  host: ShownLog;
  /** What the host has said of it last. */
  latest: Told<AllianceBody>;
  founded: Date;
  /** Who was named as chair, and since when: counts until the first chair was handed over. */
  namedChairs: readonly { node: string; at: Date }[];
  /** Trust marks that it grants now. */
  marks: readonly { node: string; name: string }[];
}

/** All alliances that these records tell of, by entity identifier. A host speaks of those at its own address, and of no others. */
export function seenAlliances({ alliances, marks }: AllianceRecords): Map<string, SeenAlliance> {
  const seen = new Map<string, SeenAlliance>();
  for (const told of alliances) {
    const { entity, chair } = told.body;
    if (told.sub !== entity || URL.parse(entity)?.origin !== told.log.node) continue;
    const before = seen.get(entity);
    seen.set(entity, {
      id: entity,
      path: placeOf(entity, told.log.own),
      slug: new URL(entity).pathname.split('/').at(-1) ?? '',
      host: told.log,
      latest: told,
      founded: before?.founded ?? told.at,
      namedChairs: [...(before?.namedChairs ?? []), { node: chair, at: told.at }],
      marks: [],
    });
  }
  for (const [id, alliance] of seen) {
    const granted = new Map<string, { node: string; name: string }>();
    for (const { log, body } of marks) {
      if (body.alliance !== id || log.node !== alliance.host.node) continue;
      const name = body.type.slice(body.type.lastIndexOf('/') + 1);
      if (body.action === 'granted') granted.set(`${body.node} ${name}`, { node: body.node, name });
      else granted.delete(`${body.node} ${name}`);
    }
    seen.set(id, { ...alliance, marks: [...granted.values()] });
  }
  return seen;
}

/** A host of an alliance, and until when it spoke for it. */
export interface Hosting {
  id: string;
  node: string;
  until: Date | null;
}

/** More moves than this are no alliance's life, but somebody's circle. */
const MOST_MOVES = 20;

/**
 * Under which names an alliance has lived, the oldest first: a move counts where the host that was left says where to, and
 * the new one whence.
 */
export function lineageOf(seen: ReadonlyMap<string, SeenAlliance>, id: string): Hosting[] {
  const own = seen.get(id);
  if (own === undefined) return [];
  const back: Hosting[] = [];
  for (let at = own; back.length < MOST_MOVES; ) {
    const before = seen.get(at.latest.body.predecessor ?? '');
    if (before === undefined || before.latest.body.successor !== at.id) break;
    back.unshift({ id: before.id, node: before.host.node, until: before.latest.at });
    at = before;
  }
  const successor = seen.get(own.latest.body.successor ?? '');
  const moved = successor !== undefined && successor.latest.body.predecessor === id;
  return [...back, { id, node: own.host.node, until: moved ? own.latest.at : null }];
}
