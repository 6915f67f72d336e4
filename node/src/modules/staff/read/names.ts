import type { Db } from '../../../kernel/database/tables.ts';

/** Names of actors by their id, as they are called today. Who was erased, or never had a name, is missing. */
export async function namesOf(db: Db, actors: readonly string[]): Promise<Map<string, string>> {
  const idsOf = (type: string) =>
    [...new Set(actors)].filter((id) => id.startsWith(`${type}:`)).map((id) => id.slice(type.length + 1));
  const [people, tokens] = [idsOf('person'), idsOf('staff')];
  const names = new Map<string, string>();
  if (people.length > 0) {
    const rows = await db
      .selectFrom('account')
      .select(['id', 'display_name'])
      .where('id', 'in', people)
      .execute();
    for (const { id, display_name } of rows) if (display_name) names.set(`person:${id}`, display_name);
  }
  if (tokens.length > 0) {
    const rows = await db.selectFrom('token').select(['id', 'name']).where('id', 'in', tokens).execute();
    for (const { id, name } of rows) if (name !== '') names.set(`staff:${id}`, name);
  }
  return names;
}
