/**
 * Breaks text into lines for a drawing, where nothing wraps by itself. Widths are estimates (in em: ideographs and Hangul
 * 1, others a generous average), so a line may end early but does not run into its neighbour.
 */
export function fitText(text: string, width: number, fontSize: number, maxLines: number): string[] {
  const room = width / fontSize;
  const lines: string[] = [];
  let line = '';
  for (const word of pieces(text, room)) {
    if (emWidth((line + word).trimEnd()) <= room || line === '') line += word;
    else {
      lines.push(line.trimEnd());
      line = word.trimStart();
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  return [...kept.slice(0, -1), shorten(`${kept.at(-1)} …`, room)];
}

export function emWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : /\s/u.test(character) ? 0.3 : 0.58;
  return width;
}

const WIDE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words with the space after them; a word longer than a line is cut. */
function* pieces(text: string, room: number): Generator<string> {
  for (const word of text.trim().split(/(?<=\s)(?=\S)/u)) {
    let rest = word.replace(/\s+$/u, ' ');
    while (emWidth(rest.trimEnd()) > room && [...rest].length > 1) {
      const head = cut(rest, room);
      yield head;
      rest = rest.slice(head.length);
    }
    yield rest;
  }
}

function shorten(text: string, room: number): string {
  let kept = text;
  while (emWidth(kept) > room && kept.length > 2)
    kept = `${[...kept.slice(0, -1).trimEnd()].slice(0, -1).join('').trimEnd()}…`;
  return kept;
}

/** The longest beginning that fits, at least one character. */
function cut(text: string, room: number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && emWidth(head + character) > room) break;
    head += character;
  }
  return head;
}
