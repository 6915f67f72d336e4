import { compileMessage } from '../../kernel/i18n/compile.ts';
import { messageSources } from '../../kernel/i18n/messages.ts';

/** The sentence for people of an error of the kernel, or undefined where it has none. */
export async function kernelSentence(
  code: string,
  args: Readonly<Record<string, string | number>>,
): Promise<string | undefined> {
  const [kernel] = messageSources([]);
  const message = (await kernel?.load('en'))?.[`error.${code}`];
  if (message === undefined) return undefined;
  try {
    // A terminal needs no isolation of directions, and some show the marks as boxes.
    return compileMessage(message, 'en')({ ...args }).replaceAll(/[\u2066-\u2069]/g, '');
  } catch {
    return undefined;
  }
}
