/** What ends elsewhere is a mistake or mischief, and programs of people fail on the years of the first Caesars. */
const YEARS = { from: new Date('1970-01-02T00:00:00Z'), to: new Date('2200-01-01T00:00:00Z') };

export function isWritable(moment: Date): boolean {
  return moment >= YEARS.from && moment < YEARS.to;
}

/** A name of the zone database. `+05:00` is none, and where it stood in a parameter the line would break. */
const NAMED_ZONE = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

export function isNamedZone(zone: string): boolean {
  return NAMED_ZONE.test(zone);
}
