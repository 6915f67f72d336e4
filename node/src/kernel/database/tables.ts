import type { Kysely, Transaction } from 'kysely';
import type { AllianceTables } from './tables/alliances.ts';
import type { DraftTable } from './tables/drafts.ts';
import type { KeyTable } from './tables/keys.ts';
import type { CosignatureTable, EntryTable, LogTable, PendingTable, TileTable } from './tables/log.ts';
import type { LoginStepTable, PasskeyTable, ProviderStateTable } from './tables/login.ts';
import type { IdempotencyTable, LeaseTable, SettingTable } from './tables/node.ts';
import type { NoticeTable } from './tables/notices.ts';
import type {
  LogKeyTable,
  PartnerTable,
  SubordinateTable,
  TrustChainTable,
  TrustEvidenceTable,
  TrustPinTable,
  WitnessKeyTable,
} from './tables/partners.ts';
import type { PeopleTables } from './tables/people.ts';
import type {
  BlobTable,
  BlobUseTable,
  DisclosureTable,
  RecordKeyTable,
  SearchTable,
  SubjectTable,
} from './tables/records.ts';
import type { AgreementTable, AlertTable, CosignerTable, WitnessRecallTable } from './tables/watch.ts';

export interface KernelTables extends PeopleTables, AllianceTables {
  log: LogTable;
  pending: PendingTable;
  notice: NoticeTable;
  entry: EntryTable;
  tile: TileTable;
  subject: SubjectTable;
  cosignature: CosignatureTable;
  disclosure: DisclosureTable;
  blob: BlobTable;
  blob_use: BlobUseTable;
  key: KeyTable;
  record_key: RecordKeyTable;
  partner: PartnerTable;
  log_key: LogKeyTable;
  witness_key: WitnessKeyTable;
  cosigner: CosignerTable;
  witness_recall: WitnessRecallTable;
  alert: AlertTable;
  agreement: AgreementTable;
  trust_pin: TrustPinTable;
  trust_chain: TrustChainTable;
  subordinate: SubordinateTable;
  trust_evidence: TrustEvidenceTable;
  draft: DraftTable;
  provider_state: ProviderStateTable;
  login_step: LoginStepTable;
  passkey: PasskeyTable;
  idempotency: IdempotencyTable;
  lease: LeaseTable;
  search: SearchTable;
  setting: SettingTable;
}

/** Modules widen it with `db.withTables<TheirTables>()`. */
export type Db = Kysely<KernelTables>;
/** Inside a transaction use nothing but `tx`: PGlite has one connection, and any other query waits for it forever. */
export type Tx = Transaction<KernelTables>;
