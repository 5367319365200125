import type { CaseSummary, RequestView } from '#sharing/contracts';
import type { CaseCommandAsked } from './command-texts.ts';

/** In the order in which they are offered. */
const offered: readonly Exclude<CaseCommandAsked, 'follow-redirect'>[] = [
  'accept-forms',
  'decline-forms',
  'ask-review',
  'reopen',
  'hand-over-submission',
  'withdraw',
];

/**
 * What the requester's side may do about a case now. The service says what is allowed; handing over is offered only where
 * there are newer answers, and following where a case was passed on to somebody here.
 */
export function commandsOf(request: RequestView, one: CaseSummary): readonly CaseCommandAsked[] {
  if (request.side !== 'requester') return [];
  const newer = (request.submission?.number ?? 0) > one.submission;
  const redirect = one.decision?.redirect;
  const leads = redirect?.kind.code === 'not-held' && redirect.organisation !== undefined && !redirect.followed;
  return [
    ...(leads && request.state.code !== 'withdrawn' ? (['follow-redirect'] as const) : []),
    ...offered.filter(
      (command) => one.allowedCommands.includes(command) && (command !== 'hand-over-submission' || newer),
    ),
  ];
}
