import type { Child } from 'hono/jsx';
import type { Field, Fields, Languages, NamedFile } from '../../kernel/forms/index.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
import { LangTextBlock, LangTextView } from '../lang-text.tsx';
import { choiceWord, type FormWords, labelOf } from './declared-words.ts';
import { textOf } from './text-of.ts';

type Body = Readonly<Record<string, unknown>>;

interface DeclaredAnswersProps extends FormWords {
  fields: Fields;
  body: Body;
  langs: Languages;
  /** How a choice is called that only whoever drew the form knew. */
  chosen?(name: string, one: string): string | undefined;
  /** What a row is about, where its fields do not say it. */
  rowTitle?(name: string, row: Body): Child;
  /** Level of the labels; they stand under an h2 by default. */
  level?: 2 | 3;
}

/** The answers of a declared form as they will read; of what was written in several languages, one below the other. */
export function DeclaredAnswers(props: DeclaredAnswersProps) {
  const { page, fields, body, level = 3 } = props;
  const Label = `h${level}` as const;
  const filled = Object.entries(fields).filter(([name]) => held(body, name) !== undefined);
  if (filled.length === 0) return <p class="kn-muted">{page.t('ui.check.empty')}</p>;
  return (
    <>
      {filled.map(([name, field]) => (
        <>
          <Label class="ds-heading" data-size="2xs">
            {field.is === 'rows'
              ? page.t(`${props.words}.rows.${field.label ?? name}`)
              : labelOf(props, name, field)}
          </Label>
          <Answer {...props} name={name} field={field} value={held(body, name)} />
        </>
      ))}
    </>
  );
}

function Answer(props: DeclaredAnswersProps & { name: string; field: Field; value: unknown }) {
  const { page, langs, name, field, value, rowTitle } = props;
  if (field.is === 'text') {
    const text = value as LangText;
    return (
      <>
        {[...new Set([...langs, text.source])].map((lang) =>
          text[lang] === undefined ? null : (
            <>
              {langs.length > 1 && <p class="kn-small kn-muted">{page.format.language(lang)}</p>}
              <LangTextBlock page={page} text={textOf(lang, text[lang])} />
            </>
          ),
        )}
      </>
    );
  }
  if (field.is === 'rows') {
    return (
      <ul class="ds-list">
        {(value as Body[]).map((row) => (
          <li>
            {rowTitle?.(name, row)} {rowWords(props, field.fields, row)}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      <Plain {...props} name={name} field={field} value={value} />
    </p>
  );
}

/** A row in one line, and what lies in it in lines below. */
function rowWords(props: DeclaredAnswersProps, fields: Fields, row: Body): Child {
  const parts = Object.entries(fields).filter(
    ([name, field]) => held(row, name) !== undefined && !(field.is === 'line' && field.hidden),
  );
  return parts.map(([name, field], i) => (
    <>
      {i > 0 && field.is !== 'rows' && ' · '}
      {field.is === 'rows' ? (
        <Answer {...props} name={name} field={field} value={held(row, name)} />
      ) : field.is === 'text' ? (
        <LangTextView page={props.page} text={held(row, name) as LangText} />
      ) : (
        <>
          {field.is === 'line' && field.type !== 'url' && `${labelOf(props, name, field)}: `}
          <Plain {...props} name={name} field={field} value={held(row, name)} />
        </>
      )}
    </>
  ));
}

function Plain(props: DeclaredAnswersProps & { name: string; field: Field; value: unknown }) {
  const { page, name, field, value, chosen } = props;
  if (field.is === 'choice') {
    const words = [value]
      .flat()
      .map((one) => (one === true ? 'yes' : one === false ? 'no' : String(one)))
      .map((one) => chosen?.(name, one) ?? choiceWord(props, field, one));
    return <bdi>{words.join(' · ')}</bdi>;
  }
  if (field.is === 'file') {
    const { name: called, sha256, size } = value as NamedFile;
    return (
      <>
        <bdi>{called === '' ? sha256.slice(0, 16) : called}</bdi> ({page.format.bytes(size)})
      </>
    );
  }
  if (field.is === 'line' && field.type === 'date') {
    return (
      <bdi>
        {[value]
          .flat()
          .map((one) => page.format.partialDate(String(one)))
          .join(', ')}
      </bdi>
    );
  }
  return <bdi>{typeof value === 'number' ? page.format.number(value) : [value].flat().join(', ')}</bdi>;
}

function held(body: Body, name: string): unknown {
  return name.split('.').reduce<unknown>((at, step) => (at as Body | undefined)?.[step], body);
}
