import { accepted, refusal, refused, type Outcome } from '#kernel';
import type { Circumstances } from '#ledger/domain';
import { blank } from '../wording.ts';
import type { CaseMessageCommand } from './commands.ts';
import type { CaseMessageEvent } from './events.ts';
import { longestMessage, type CaseMessage, type MessageSide } from './message.ts';

const empty = refusal('sharing.message-empty', 'Write something first.', 'text');
const tooLong = refusal(
  'sharing.message-too-long',
  `Write ${longestMessage.toLocaleString('en-GB')} characters at most. Longer texts go with the request as files.`,
  'text',
);

/** Decides about a message or a note; states and standings have been checked against `caseMessageRights` before. */
export function decideCaseMessage(
  { type, id, subject, text }: CaseMessageCommand,
  _before: CaseMessage | undefined,
  { actor, standing }: Pick<Circumstances<unknown>, 'actor' | 'standing'>,
): Outcome<readonly CaseMessageEvent[]> {
  if (blank(text)) return refused(empty);
  if (text.length > longestMessage) return refused(tooLong);
  const side: MessageSide = standing === 'requester' ? 'requester' : 'owner';
  const writesFor = side === 'owner' ? subject.organisation : subject.asker.organisation;
  const facts = {
    ...{ id, request: subject.request, case: subject.id, organisation: subject.organisation, side },
    person: actor.kind === 'person' ? actor.person : '',
    ...(writesFor === undefined ? {} : { writesFor }),
  };
  return accepted([
    { type: type === 'post-message' ? 'message-posted' : 'note-posted', facts, content: { text: text.trim() } },
  ]);
}
