import type { Migrations } from '../migrate.ts';
import * as kernel0001 from './0001-kernel.ts';
import * as jobs0002 from './0002-jobs.ts';
import * as uncompressedRecords0003 from './0003-uncompressed-records.ts';
import * as trust0004 from './0004-trust-chains.ts';
import * as blobUses0005 from './0005-blob-uses.ts';
import * as people0006 from './0006-people.ts';
import * as login0007 from './0007-login.ts';
import * as witnessRecall0007 from './0007-witness-recall.ts';
import * as federation0008 from './0008-federation.ts';
import * as participation0010 from './0010-participation.ts';
import * as alliances0011 from './0011-alliances.ts';
import * as keysRecords0012 from './0012-keys-records.ts';
import * as cosignedNotes0013 from './0013-cosigned-notes.ts';
import * as drafts0014 from './0014-drafts.ts';
import * as loginUnlogged0014 from './0014-login-unlogged.ts';
import * as notices0015 from './0015-notices.ts';
import * as allianceEntries0016 from './0016-alliance-entries.ts';

/** The kernel's own tables. */
export const kernelMigrations: Migrations = {
  '0001-kernel': kernel0001,
  '0002-jobs': jobs0002,
  '0003-uncompressed-records': uncompressedRecords0003,
  '0004-trust-chains': trust0004,
  '0005-blob-uses': blobUses0005,
  '0006-people': people0006,
  '0007-login': login0007,
  '0008-federation': federation0008,
  '0010-participation': participation0010,
  '0007-witness-recall': witnessRecall0007,
  '0012-keys-records': keysRecords0012,
  '0011-alliances': alliances0011,
  '0013-cosigned-notes': cosignedNotes0013,
  '0014-login-unlogged': loginUnlogged0014,
  '0014-drafts': drafts0014,
  '0015-notices': notices0015,
  '0016-alliance-entries': allianceEntries0016,
};
