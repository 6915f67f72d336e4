import type { DemoNode } from './alliance.ts';
import { sendForm } from './session.ts';

/** The least that a practice needs, by the task that asks for it. */
const PARTS = {
  title: { 'title.en': 'Tool libraries', 'summary.en': 'Neighbours lend each other what they seldom need.' },
  story: { 'problem.en': 'Every household buys its own drill.', 'done.en': 'Libraries lend tools.' },
  sorting: { level: 'local', stage: 'implementation', topics: 'society' },
};

/** A member of staff who writes practices without a browser. */
export function writer({ url }: DemoNode, cookie: string) {
  const send = async (path: string, fields: Record<string, string> = {}) => {
    const { answer } = await sendForm(url, path, fields, cookie);
    return { status: answer.status, location: answer.headers.get('location') ?? '' };
  };
  const save = (draft: string, task: string, fields: Record<string, string>) =>
    send(`${draft}/${task}`, { ...fields, step: 'done' });
  const begin = async (at: string) => (await send(at)).location;
  return {
    save,
    /** Begins a draft at the page of a button, and answers its path. */
    begin,
    /** Writes what is needed into a new draft; nothing is published. */
    async write(title = 'Tool libraries'): Promise<string> {
      const draft = await begin('/practices/new');
      await save(draft, 'languages', { source: 'en' });
      for (const [task, fields] of Object.entries(PARTS)) await save(draft, task, fields);
      await save(draft, 'title', { ...PARTS.title, 'title.en': title });
      return draft;
    },
    /** Publishes a draft and answers the path of the practice. */
    async publish(draft: string): Promise<string> {
      return (await send(`${draft}/check`)).location.replace(/\/receipt\/.*/, '');
    },
  };
}
