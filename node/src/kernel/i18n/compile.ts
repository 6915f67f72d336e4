import { IntlMessageFormat } from 'intl-messageformat';
import { intlLocale } from './intl-locale.ts';
import { isolate } from './isolate.ts';
import { direction, type Locale } from './locale.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
const ARGUMENT = 1;
// ICU argument names hold no space, so this mark cannot meet a name of a message.
const SHOWN = ' shown';

/** A message ready to be filled in. */
export type Compiled = (args: Record<string, unknown> | undefined) => string;

/**
 * Compiles an ICU message. An argument that is shown as it is (`{name}`, `{count}`) gets a second form: text is kept
 * apart from its surroundings in bidirectional text, numbers are written as the locale writes them. Arguments that choose
 * (`plural`, `select`) keep their raw value.
 */
export function compileMessage(message: string, locale: Locale): Compiled {
  if (!/[{}']/.test(message)) return () => message;
  const options = { ignoreTag: true };
  const parsed = new IntlMessageFormat(message, intlLocale(locale), undefined, options);
  const shown = new Set<string>();
  const format = new IntlMessageFormat(
    markShown(parsed.getAst(), shown),
    intlLocale(locale),
    undefined,
    options,
  );
  const numbers = new Intl.NumberFormat(intlLocale(locale));
  const dir = direction(locale);
  return (args) => {
    const values: Record<string, unknown> = Object.create(args ?? null);
    for (const name of shown) {
      const value = values[name];
      if (value === undefined || value === null) throw new MissingArgument(name);
      values[name + SHOWN] = typeof value === 'number' ? numbers.format(value) : isolate(String(value), dir);
    }
    return String(format.format(values as Record<string, string>));
  };
}

export class MissingArgument extends Error {
  readonly argument: string;
  constructor(argument: string) {
    super(`argument {${argument}} is missing`);
    this.argument = argument;
  }
}

function markShown(elements: Element[], shown: Set<string>): Element[] {
  return elements.map((element) => {
    if (element.type === ARGUMENT) {
      shown.add(element.value);
      return { ...element, value: element.value + SHOWN };
    }
    if ('options' in element) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: markShown(option.value, shown) },
      ]);
      return { ...element, options: Object.fromEntries(options) } as Element;
    }
    return element;
  });
}
