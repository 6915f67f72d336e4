/** A file that cannot be read as what it should be; the sentence says where and what, for whoever made the file. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
  /** From 1; null where no line is at fault. */
  readonly line: number | null;
  constructor(sentence: string, line: number | null = null) {
    super(sentence);
    this.line = line;
  }
}
