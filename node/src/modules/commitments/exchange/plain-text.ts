const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * Text of a field that holds line breaks and links as HTML, for reading. It takes tags away and makes nothing safe: what it
 * returns is text, and is escaped like any other where it is shown.
 */
export function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<a\s[^>]*?href="([^"]*)"[^>]*>(.{0,2000}?)<\/a>/gis, (_whole, url: string, label: string) =>
      label.trim() === url.trim() || label.trim() === '' ? url : `${label} (${url})`,
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
