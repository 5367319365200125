import { accepted, refusal, refused, type Outcome } from '#kernel';
import { ownQuestions } from '#sharing/contracts';
import { faultsOfOwnQuestions, type OwnQuestions } from '#sharing/domain';

/** `sections[0].questions[2].id` from the segments of a path. */
const pathText = (segments: readonly PropertyKey[]): string =>
  segments.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}${path ? '.' : ''}${String(key)}`),
    '',
  );

function parsed(text: string): Outcome<unknown> {
  try {
    return accepted(JSON.parse(text));
  } catch (error) {
    return refused(refusal('sharing.file-malformed', `This is no JSON: ${(error as Error).message}.`));
  }
}

/**
 * An organisation's own questions from the text of a JSON file. Where they could not be published, every fault comes with
 * the path of what is at fault; that another organisation uses an id is seen when they are published.
 */
export function readOwnQuestions(text: string): Outcome<OwnQuestions> {
  const json = parsed(text);
  if (!json.ok) return json;
  const read = ownQuestions.safeParse(json.value);
  if (!read.success) {
    return refused(
      ...read.error.issues.map(({ path, message }) =>
        refusal('sharing.questions-malformed', message, path.length === 0 ? undefined : pathText(path)),
      ),
    );
  }
  const faults = faultsOfOwnQuestions(read.data);
  return faults.length === 0 ? accepted(read.data) : refused(...faults);
}
