/** Texts of an election are its organiser's: none may break a line, or give orders to the terminal that shows it. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
