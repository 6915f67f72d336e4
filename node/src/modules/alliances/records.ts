import { joinTexts } from '../../kernel/i18n/join-texts.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
import type { RecordKind, SearchDocument } from '../../kernel/module/module.ts';
import type { SignedRecord } from '../../kernel/records/record.ts';
import { retract } from '../../kernel/subjects/index.ts';
import { type ChairAnswer, chairAnswerBody, type HandOver, handOverBody } from './bodies/chair.ts';
import { type Charter, charterBody } from './bodies/charter.ts';
import { type Contribution, contributionBody } from './bodies/contribution.ts';
import { type Declaration, declarationBody } from './bodies/declaration.ts';
import { type Group, type GroupMembership, groupBody, groupMembershipBody } from './bodies/group.ts';
import { type Meeting, meetingBody } from './bodies/meeting.ts';
import type { OfAlliance } from './bodies/parts.ts';
import { type Signature, signatureBody } from './bodies/signature.ts';
import * as kinds from './kinds.ts';
import { byDigest, byTime, projecting, requireExact } from './project.ts';
import { SUBJECTS, type Thing } from './subjects.ts';

interface Told<Body> {
  /** Message of the headline, and title; a revision has `<message>-revised`. */
  message(record: SignedRecord<Body>): string;
  title(body: Body): LangText;
  search?(body: Body): SearchDocument;
}

function kindOf<Body extends OfAlliance>(
  thing: Thing,
  kind: Pick<RecordKind<Body>, 'kind' | 'schema' | 'project'>,
  { message, title, search }: Told<Body>,
): RecordKind<Body> {
  return {
    ...kind,
    retract: (tx, sub, context, how) => retract(tx, SUBJECTS[thing], sub, context, how),
    by: `alliances.by.${thing}`,
    headline: (record) => ({
      message: `alliances.headline.${message(record)}`,
      title: title(record.body),
      sub: new URL(record.sub).pathname,
    }),
    concerns: ({ body }) => ({ subjects: concernsOf(body) }),
    ...(search && { search: ({ body }) => search(body) }),
  };
}

/** Whoever follows an alliance hears of all that its members do in it; whoever follows a text or a group, of that. */
function concernsOf({ alliance, text, group }: OfAlliance & Partial<Record<'text' | 'group', unknown>>) {
  const others = [text, group].map((one) => (one as { sub?: unknown } | undefined)?.sub);
  return [alliance.id, ...others.filter((sub) => typeof sub === 'string')];
}

const revisable = (name: string) => (record: SignedRecord<unknown>) =>
  record.prev === null ? name : `${name}-revised`;

export const charterKind = kindOf<Charter>(
  'charter',
  { kind: kinds.CHARTER, schema: charterBody, project: projecting('charter', byDigest) },
  {
    message: () => 'charter',
    title: ({ title }) => title,
    search: ({ title, text, principles }) => ({
      title,
      text: joinTexts(
        text ?? title,
        principles.flatMap((one) => [one.title, one.text]),
      ),
    }),
  },
);

export const declarationKind = kindOf<Declaration>(
  'declaration',
  { kind: kinds.DECLARATION, schema: declarationBody, project: projecting('declaration', byDigest) },
  {
    message: () => 'declaration',
    title: ({ title }) => title,
    search: ({ title, text }) => ({ title, text }),
  },
);

export const signatureKind = kindOf<Signature>(
  'signature',
  {
    kind: kinds.SIGNATURE,
    schema: signatureBody,
    project: projecting('signature', ({ body }) => {
      requireExact(body.text);
      return {};
    }),
  },
  { message: () => 'signature', title: ({ text }) => text.title },
);

export const handOverKind = kindOf<HandOver>(
  'handOver',
  { kind: kinds.HAND_OVER, schema: handOverBody, project: projecting('handOver', byDigest) },
  { message: () => 'hand-over', title: ({ alliance }) => alliance.title },
);

export const chairAnswerKind = kindOf<ChairAnswer>(
  'chairAnswer',
  {
    kind: kinds.CHAIR_ANSWER,
    schema: chairAnswerBody,
    project: projecting('chairAnswer', ({ body }) => {
      requireExact(body.handOver);
      return {};
    }),
  },
  {
    message: ({ body }) => (body.answer === 'accepted' ? 'chair-accepted' : 'chair-declined'),
    title: ({ alliance }) => alliance.title,
  },
);

export const groupKind = kindOf<Group>(
  'group',
  { kind: kinds.GROUP, schema: groupBody, project: projecting('group') },
  {
    message: revisable('group'),
    title: ({ title }) => title,
    search: ({ title, mandate }) => ({ title, text: mandate }),
  },
);

export const groupMembershipKind = kindOf<GroupMembership>(
  'groupMembership',
  { kind: kinds.GROUP_MEMBERSHIP, schema: groupMembershipBody, project: projecting('groupMembership') },
  { message: () => 'group-membership', title: ({ group }) => group.title },
);

export const meetingKind = kindOf<Meeting>(
  'meeting',
  { kind: kinds.MEETING, schema: meetingBody, project: projecting('meeting', byTime) },
  {
    message: revisable('meeting'),
    title: ({ title }) => title,
    search: ({ title, place, agenda = [], outputs = [], minutes }) => ({
      title,
      text: joinTexts(place ?? title, [
        ...agenda.flatMap((item) => [item.title, item.text]),
        ...outputs.map((one) => one.title),
        minutes?.text,
      ]),
    }),
  },
);

export const contributionKind = kindOf<Contribution>(
  'contribution',
  { kind: kinds.CONTRIBUTION, schema: contributionBody, project: projecting('contribution') },
  {
    message: revisable('contribution'),
    title: ({ title }) => title,
    search: ({ title, text }) => ({ title, text: text ?? title }),
  },
);

// biome-ignore lint/suspicious/noExplicitAny: kinds with different bodies
export const recordKinds: readonly RecordKind<any>[] = [
  charterKind,
  declarationKind,
  signatureKind,
  handOverKind,
  chairAnswerKind,
  groupKind,
  groupMembershipKind,
  meetingKind,
  contributionKind,
];
