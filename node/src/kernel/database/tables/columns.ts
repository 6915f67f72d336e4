import type { ColumnType } from 'kysely';

/** bigint columns are read as JavaScript numbers: sizes stay below 2^53 - 1 (enforced where they enter). */
export type Big = number;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type Json<T> = ColumnType<T, string, string>;
