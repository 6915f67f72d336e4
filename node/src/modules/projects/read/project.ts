import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { readSubjectRow, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { Call } from '../call.ts';
import { activeMembers, ledgerMembers, type Member, membersOf } from '../computed/members.ts';
import { type MilestoneStanding, milestonesOf } from '../computed/progress.ts';
import { type Tally, tallyOf } from '../computed/tally.ts';
import type { Decision, Vote } from '../decision.ts';
import { foldLedger, type Ledger } from '../ledger/fold.ts';
import type { Membership } from '../membership.ts';
import type { Output } from '../output.ts';
import type { Project } from '../project.ts';
import { SUBJECTS } from '../subjects.ts';
import type { Update } from '../update.ts';
import { type EntryRow, ledgerFacts, readEntries, readMemberFacts, saidOf } from './facts.ts';

/** A decision with what members signed. */
export interface DecisionItem {
  decision: SubjectRow<Decision>;
  tally: Tally;
  /** Members of today that its author did not ask. */
  notAsked: readonly string[];
  votes: readonly SubjectRow<Vote>[];
}

/** A project with everything that is said of it by its members, and what follows from that. */
export interface ProjectItem {
  project: SubjectRow<Project>;
  members: readonly Member[];
  memberships: readonly SubjectRow<Membership>[];
  ledger: Ledger;
  /** Whose entries the ledger takes. */
  inLedger: readonly string[];
  /** The rows of the ledger's entries, by subject. */
  entries: ReadonlyMap<string, EntryRow>;
  milestones: readonly MilestoneStanding[];
  decisions: readonly DecisionItem[];
  outputs: readonly SubjectRow<Output>[];
  updates: readonly SubjectRow<Update>[];
  calls: readonly SubjectRow<Call>[];
  /** Who signed and who checked each record that stands on the page, by `jti`. */
  provenance: ReadonlyMap<string, Provenance>;
}

export async function loadProject(
  kernel: Kernel,
  host: string | null,
  id: string,
): Promise<ProjectItem | null> {
  const project = await readSubjectRow(kernel, SUBJECTS.project, host, id);
  return project === null ? null : await projectItem(kernel, project);
}

export async function projectItem(kernel: Kernel, project: SubjectRow<Project>): Promise<ProjectItem> {
  const { db } = kernel;
  const { sub, node } = project;
  const body = project.state === 'erased' ? ERASED : project.body;
  const [memberships, entries, decisions, votes, outputs, updates, calls] = await Promise.all([
    saidOf(db, 'membership', sub),
    readEntries(db, sub),
    saidOf(db, 'decision', sub),
    saidOf(db, 'vote', sub),
    saidOf(db, 'output', sub),
    saidOf(db, 'update', sub),
    saidOf(db, 'call', sub),
  ]);
  const facts = await readMemberFacts(db, { ...project, body }, memberships);
  const members = membersOf(facts);
  const inLedger = ledgerMembers(facts);
  const heard = new Set(inLedger);
  /** What somebody says who never was a member is a record, and nothing of this project. */
  const live = <Row extends SubjectRow>(rows: readonly Row[]) =>
    rows.filter((row) => row.state === 'live' && heard.has(row.node));
  const done = live(updates).flatMap((row) =>
    row.body.milestone === undefined
      ? []
      : [{ node: row.node, milestone: row.body.milestone, signedAt: row.publishedAt, jti: row.jti }],
  );
  const shown = [project, ...memberships, ...entries, ...decisions, ...outputs, ...updates, ...calls];
  return {
    project,
    members,
    memberships,
    inLedger,
    ledger: foldLedger(ledgerFacts(facts, entries)),
    entries: new Map(entries.map((entry) => [entry.sub, entry])),
    milestones: milestonesOf(body, node, done, kernel.clock.now()),
    decisions: live(decisions).map((decision) => decisionItem(decision, live(votes), activeMembers(members))),
    outputs: live(outputs),
    updates: live(updates),
    calls: live(calls),
    provenance: await loadProvenance(kernel, shown),
  };
}

/** What is left of a body that was erased: enough to say what others wrote about it. */
const ERASED: Project = {
  title: { source: 'en', en: '–' },
  summary: { source: 'en', en: '–' },
  charter: { source: 'en', en: '–' },
  partners: [],
  topics: [],
  languages: [],
  zone: 'UTC',
  workPackages: [],
  milestones: [],
};

function decisionItem(
  decision: SubjectRow<Decision>,
  votes: readonly SubjectRow<Vote>[],
  members: readonly string[],
): DecisionItem {
  const own = votes.filter(({ body }) => body.decision.sub === decision.sub);
  const asked = new Set(decision.body.members.map(({ node }) => new URL(node).origin));
  return {
    decision,
    votes: own,
    notAsked: members.filter((node) => !asked.has(node)),
    tally: tallyOf(
      { ...decision.body, jti: decision.jti },
      own.map(({ node, body, updatedAt, jti }) => ({
        node,
        option: body.option,
        decision: body.decision.jti,
        signedAt: updatedAt,
        jti,
      })),
    ),
  };
}
