import { refusal, type Refusal } from '#kernel';
import { questionsRead } from './condition.ts';
import type { Choice, Condition, Question, QuestionKind, Section } from './question-set.ts';

const withChoices: readonly QuestionKind[] = ['choice', 'choices', 'explained-choices'];
const withText: readonly QuestionKind[] = ['line', 'text', 'list', 'explained-choices'];

const longestText = 20_000;
/** How far conditions may be put into each other: more cannot be understood by a reader. */
export const deepestCondition = 6;

const fault = (reason: string, message: string, field: string): Refusal => refusal(`sharing.${reason}`, message, field);

/** The questions that a set's conditions may read, by id. */
type Known = ReadonlyMap<string, Question>;

/**
 * What is wrong with sections of questions, each fault with its path: ids or codes given twice, conditions that read what
 * is not there or can never hold, conditions in a circle, choices missing or out of place.
 * @param others questions of other sets that conditions may read, and whose ids are taken
 */
export function faultsOfSections(sections: readonly Section[], others: readonly Question[] = []): Refusal[] {
  const placed = placesOf(sections);
  const known: Known = new Map([...others, ...placed.map(({ question }) => question)].map((one) => [one.id, one]));
  return [
    ...faultsOfIds(sections, placed, others),
    ...sections.flatMap(({ when }, index) => faultsOfCondition(when, `sections[${index}].when`, known)),
    ...placed.flatMap(({ question, path }) => [
      ...faultsOfQuestion(question, path),
      ...faultsOfCondition(question.when, `${path}.when`, known),
    ]),
    ...faultsOfCircles(placed),
  ];
}

/** A question, where it stands, and the section that it stands in. */
interface Place {
  readonly question: Question;
  readonly section: Section;
  readonly path: string;
}

const placesOf = (sections: readonly Section[]): readonly Place[] =>
  sections.flatMap((section, at) =>
    section.questions.map((question, index) => ({
      question,
      section,
      path: `sections[${at}].questions[${index}]`,
    })),
  );

const repeated = (id: string, ids: readonly string[], index: number): boolean => ids.indexOf(id) !== index;

function faultsOfIds(sections: readonly Section[], placed: readonly Place[], others: readonly Question[]): Refusal[] {
  const sectionIds = sections.map(({ id }) => id);
  const ids = [...others, ...placed.map(({ question }) => question)].map(({ id }) => id);
  return [
    ...sectionIds.flatMap((id, index) =>
      repeated(id, sectionIds, index)
        ? [fault('section-id-taken', `Another section has the id ${id}: choose another.`, `sections[${index}].id`)]
        : [],
    ),
    ...placed.flatMap(({ question: { id }, path }, index) =>
      repeated(id, ids, others.length + index)
        ? [fault('question-id-taken', `Another question has the id ${id}: choose another.`, `${path}.id`)]
        : [],
    ),
  ];
}

function faultsOfQuestion(question: Question, path: string): Refusal[] {
  const { kind, longest, choices } = question;
  const faults: Refusal[] = [];
  if (withChoices.includes(kind)) faults.push(...faultsOfChoices(choices ?? [], path));
  else if (choices !== undefined) {
    faults.push(fault('choices-unwanted', `A question of the kind ${kind} has no choices.`, `${path}.choices`));
  }
  if (longest !== undefined && !withText.includes(kind)) {
    faults.push(fault('length-unwanted', `A question of the kind ${kind} has no length.`, `${path}.longest`));
  } else if (longest !== undefined && !(Number.isInteger(longest) && longest > 0 && longest <= longestText)) {
    faults.push(fault('length-out-of-range', `Give a length from 1 to ${longestText}.`, `${path}.longest`));
  }
  return faults;
}

function faultsOfChoices(choices: readonly Choice[], path: string): Refusal[] {
  if (choices.length === 0) return [fault('choices-missing', 'Give the choices.', `${path}.choices`)];
  const codes = choices.map(({ code }) => code);
  return codes.flatMap((code, index) =>
    repeated(code, codes, index)
      ? [fault('choice-code-taken', `Another choice has the code ${code}.`, `${path}.choices[${index}].code`)]
      : [],
  );
}

function faultsOfCondition(condition: Condition | undefined, path: string, known: Known): Refusal[] {
  if (condition === undefined) return [];
  if (depthOf(condition) > deepestCondition) {
    return [fault('condition-too-deep', `Put conditions into each other ${deepestCondition} deep at most.`, path)];
  }
  return faultsWithin(condition, path, known);
}

const depthOf = (condition: Condition): number => 1 + Math.max(0, ...partsOf(condition).map(depthOf));

function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return 'not' in condition ? [condition.not] : [];
}

function faultsWithin(condition: Condition, path: string, known: Known): Refusal[] {
  if ('all' in condition) return condition.all.flatMap((part, at) => faultsWithin(part, `${path}.all[${at}]`, known));
  if ('any' in condition) {
    if (condition.any.length === 0) return [fault('condition-never', 'Any of nothing never holds.', `${path}.any`)];
    return condition.any.flatMap((part, at) => faultsWithin(part, `${path}.any[${at}]`, known));
  }
  if ('not' in condition) return faultsWithin(condition.not, `${path}.not`, known);
  if ('lane' in condition) return [];
  const question = known.get(condition.answer);
  if (!question) return [fault('condition-unknown', `There is no question ${condition.answer}.`, `${path}.answer`)];
  return couldHold(condition, question)
    ? []
    : [fault('condition-never', `No answer to ${question.id} (${question.kind}) can be that.`, path)];
}

function couldHold(condition: Extract<Condition, { answer: string }>, question: Question): boolean {
  const offers = (code: unknown): boolean => question.choices?.some((choice) => choice.code === code) === true;
  if ('has' in condition) {
    return (question.kind === 'choices' || question.kind === 'explained-choices') && offers(condition.has);
  }
  return typeof condition.is === 'boolean'
    ? question.kind === 'yes-no'
    : question.kind === 'choice' && offers(condition.is);
}

/** A question whose conditions come back to itself could never be asked in a way that a person understands. */
function faultsOfCircles(placed: readonly Place[]): Refusal[] {
  const reads = new Map(
    placed.map(({ question, section }) => [
      question.id,
      [section.when, question.when].flatMap((condition) => (condition ? questionsRead(condition) : [])),
    ]),
  );
  const comesBack = (id: string): boolean => {
    const seen = new Set<string>();
    const open = [...(reads.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === id) return true;
      if (!seen.has(next)) open.push(...(reads.get(next) ?? []));
      seen.add(next);
    }
    return false;
  };
  return placed
    .filter(({ question }) => comesBack(question.id))
    .map(({ question, path }) =>
      fault('condition-circle', `Whether ${question.id} is asked depends on itself.`, `${path}.when`),
    );
}
