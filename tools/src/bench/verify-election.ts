// A verification in a process of its own, to be measured: node verify-election.ts FILE WORKERS
import { createReadStream } from 'node:fs';
import { verifyArchive } from '@koinon/elections';
import { kernel } from '../../../packages/elections/test/support/kernel.ts';
import { threads } from '../../../packages/elections/test/support/workers.ts';

const [file = '', workers = '0'] = process.argv.slice(2);
const pool = Number(workers) > 0 ? { pool: threads(Number(workers)) } : {};
const { phase } = await verifyArchive(() => createReadStream(file), { arithmetic: kernel, ...pool });
await pool.pool?.close();
if (phase !== 'done') process.exit(1);
