/** A segment with the entropy of a secret: links that are sent to people carry theirs in the path. */
const SECRET = /(?<=\/)[A-Za-z0-9_-]{40,}(?=\/|$)/g;

/** The path of a request as the log of the node may keep it. */
export function loggedPath(path: string): string {
  return path.replace(SECRET, '…');
}
