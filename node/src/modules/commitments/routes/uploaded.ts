import type { Context } from 'hono';
import { type FieldProblem, type FormTask, fieldIn } from '../../../kernel/forms/index.ts';
import { sha256Hex } from '../../../kernel/sha256.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { MAX_EVIDENCE } from '../commands/evidence.ts';
import type { NewFile } from '../commands/upload.ts';

const SUFFIX = '.upload';

/** The files that came with the page of a task, by the field that they belong to, and those that are too large to keep. */
export async function filesIn(
  c: Context<AppEnv>,
  task: FormTask,
): Promise<{ files: Map<string, NewFile>; tooLarge: FieldProblem[] }> {
  const files = new Map<string, NewFile>();
  const tooLarge: FieldProblem[] = [];
  const body = await c.req.parseBody({ all: true });
  for (const [name, sent] of Object.entries(body)) {
    const field = name.slice(0, -SUFFIX.length);
    const [file] = [sent].flat();
    if (!name.endsWith(SUFFIX) || !(file instanceof File) || file.size === 0) continue;
    if (fieldIn(task, field)?.is !== 'file') continue;
    if (file.size > MAX_EVIDENCE) {
      tooLarge.push({ field, code: 'file-too-large', args: { max: MAX_EVIDENCE / 1024 / 1024 } });
      continue;
    }
    const bytes = Buffer.from(await file.arrayBuffer());
    files.set(field, {
      sha256: sha256Hex(bytes),
      bytes,
      mediaType: (file.type || 'application/octet-stream').slice(0, 200),
      name: file.name.slice(0, 200),
    });
  }
  return { files, tooLarge };
}
