/** Without what a text has no place for (RFC 5545, 3.3.11): controls but tabs and line ends, and halves of characters. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\t\n\u0020-\u007e\u0080-\u{10ffff}]/gu, '');
}

/** The one text that the writer takes as it is. */
export function escaped(name: string): string {
  return clean(name)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\;,]/g, '\\$&');
}
