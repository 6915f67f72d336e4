import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** What a message does with its arguments. */
export interface MessageShape {
  arguments: Set<string>;
  plurals: Array<{ argument: string; ordinal: boolean; categories: string[] }>;
  selects: Array<{ argument: string; options: string[] }>;
  /** Everything that is shown as it is written, piece by piece, from all branches; and its words. */
  texts: string[];
  words: string[];
}

/** @throws SyntaxError where it is no ICU message */
export function shapeOf(message: string): MessageShape {
  const shape: MessageShape = { arguments: new Set(), plurals: [], selects: [], texts: [], words: [] };
  visit(parse(message, { ignoreTag: true }), shape);
  return shape;
}

function visit(elements: readonly MessageFormatElement[], shape: MessageShape): void {
  for (const element of elements) {
    if (element.type === TYPE.literal) {
      shape.texts.push(element.value);
      shape.words.push(...(element.value.match(/\p{L}{2,}/gu) ?? []));
    }
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
    shape.arguments.add(element.value);
    if (element.type === TYPE.plural) {
      const categories = Object.keys(element.options).filter((name) => !name.startsWith('='));
      shape.plurals.push({ argument: element.value, ordinal: element.pluralType === 'ordinal', categories });
    }
    if (element.type === TYPE.select) {
      shape.selects.push({ argument: element.value, options: Object.keys(element.options) });
    }
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) visit(option.value, shape);
    }
  }
}
