import { request } from 'node:http';
import { ControlFailed, NoRunningNode, SilentNode } from './error.ts';
import { controlSocketPath } from './socket-path.ts';

/**
 * Calls a method of the node that runs on a data directory.
 * Without `timeoutMs` it waits as long as the work takes: a backup or a check may take many minutes.
 * @throws NoRunningNode, ControlFailed, SilentNode
 */
export async function call<Result = unknown>(
  dataDir: string,
  method: string,
  params: object = {},
  timeoutMs?: number,
): Promise<Result> {
  const text = await post(dataDir, method, JSON.stringify(params), timeoutMs);
  const answer = JSON.parse(text) as { result?: Result; error?: ControlError };
  if (answer.error) throw new ControlFailed(answer.error.code, answer.error.message, answer.error.args);
  return answer.result as Result;
}

interface ControlError {
  code: string;
  message: string;
  args?: Record<string, string | number>;
}

function post(dataDir: string, method: string, body: string, timeoutMs?: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      socketPath: controlSocketPath(dataDir),
      path: `/${method}`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      response.on('error', reject);
    });
    // Node's own agent reports idle sockets after five seconds, whether or not anybody asked.
    if (timeoutMs !== undefined) outgoing.on('timeout', () => outgoing.destroy(new SilentNode(dataDir)));
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const absent = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      reject(absent ? new NoRunningNode(dataDir) : error);
    });
    outgoing.end(body);
  });
}
