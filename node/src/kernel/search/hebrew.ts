const FINAL: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };
const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשת';
const LATIN = 'abgdhwzxvyklmnsepcqrjt';
/** Words such as "and", "the", "in", "to", "from" are written as one letter on the front of the next word. */
const ATTACHED = /^[והבלכמש](?=[א-ת]{3})/;

/** Final letters as the others, so that a word is the beginning of its own plural. */
export function evenFinals(text: string): string {
  return text.replace(/[ךםןףץ]/g, (letter) => FINAL[letter] ?? letter);
}

/** The word, and what is left when one or two attached words are taken from its front. */
export function withoutAttached(word: string): string[] {
  const forms = [word];
  for (let form = word; forms.length < 3 && ATTACHED.test(form); ) {
    form = form.slice(1);
    forms.push(form);
  }
  return forms;
}

/** Endings of gender and number, in even letters. */
const ENDING = /(?<=[א-ת]{3})(יות|ות|ימ|ה|ת)$/;

/** The word without its ending: the beginning that singular and plural share. */
export function withoutEnding(word: string): string {
  return word.replace(ENDING, '');
}

/** Hebrew in Latin letters, for comparison only. */
export function latinOf(text: string): string {
  return evenFinals(text).replace(/[א-ת]/g, (letter) => LATIN[LETTERS.indexOf(letter)] ?? letter);
}
