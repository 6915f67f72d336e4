import { type Kysely, sql } from 'kysely';

/**
 * Which records carry a blob, and of which log: two nodes may publish the same bytes, and each erases for itself alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table blob_use (
    log int not null,
    jti uuid not null,
    digest text not null,
    primary key (log, jti, digest)
  )`.execute(db);
  await sql`create index blob_use_digest on blob_use (digest)`.execute(db);
  await sql`insert into blob_use (log, jti, digest)
    select e.log, e.jti, b.digest from blob b join entry e on e.jti = b.jti
      where e.flag is distinct from 'duplicate-jti'
    union
    select l.id, p.jti, b.digest from blob b join pending p on p.jti = b.jti
      join log l on l.role = 'own' and l.retired_at is null`.execute(db);
}
