import { tzOffset } from '@date-fns/tz';

const MINUTE_MS = 60_000;

/**
 * A zone as a calendar must carry it (RFC 5545, 3.6.5), for the moments that stand in the calendar: its offset at the first,
 * and a change wherever the next has another. Changes are written out one by one, so that they need no rule that the next
 * law breaks; those that no moment needs are left out, so that a date centuries away costs no more than another.
 */
export function timeZone(zone: string, moments: readonly Date[]): string {
  const sorted = [...new Set(moments.map((moment) => moment.getTime()))].sort((a, b) => a - b);
  const first = offsetAt(zone, sorted[0] ?? 0);
  const parts = [observance((sorted[0] ?? 0) - MINUTE_MS, first, first)];
  for (const [place, at] of sorted.entries()) {
    const before = sorted[place - 1];
    const offset = offsetAt(zone, at);
    if (before === undefined || offsetAt(zone, before) === offset) continue;
    const change = changeTo(offset, zone, before, at);
    parts.push(observance(change, offsetAt(zone, change - MINUTE_MS), offset));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** From a moment on the offset is another; the moment is written as clocks read it before. */
function observance(at: number, before: number, after: number): string[] {
  const name = after > before ? 'DAYLIGHT' : 'STANDARD';
  const local = new Date(at + before * MINUTE_MS).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return [
    `BEGIN:${name}`,
    `DTSTART:${local}`,
    `TZOFFSETFROM:${written(before)}`,
    `TZOFFSETTO:${written(after)}`,
    `END:${name}`,
  ];
}

/** A moment from which the offset is what it is at `to`, and before which it was not. */
function changeTo(offset: number, zone: string, from: number, to: number): number {
  let [low, high] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * MINUTE_MS) === offset) high = middle;
    else low = middle;
  }
  return high * MINUTE_MS;
}

/** Minutes that local clocks are ahead of UTC. */
function offsetAt(zone: string, at: number): number {
  return Math.round(tzOffset(zone, new Date(at)));
}

function written(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
