import type { LocalDate } from '#kernel';
import type { Answers } from '#sharing/domain';
import type { Step } from './step.ts';

/** The day so many days of the calendar from today; earlier where the number is negative. */
export type DayOf = (days: number) => LocalDate;

/** One dataset that a request asks for. */
export interface Wish {
  /** Key of the dataset. */
  readonly dataset: string;
  /** A table in text, one column a line: `name | why it is needed`. */
  readonly columns?: string;
  /** Fields in words, for those who do not know the columns. */
  readonly fields?: string;
  readonly rows?: string;
}

/** A file that supports an answer: a page of text, made into a PDF. */
export interface Attachment {
  readonly question: string;
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** One request from its draft to its end, as its people bring it there. */
export interface Story {
  /** Unique; other stories name it as a precedent. */
  readonly key: string;
  /** Key of the person who asks. */
  readonly by: string;
  /** Key of the organisation asked for; absent for an individual. */
  readonly organisation?: string;
  readonly basket: readonly Wish[];
  readonly answers: Answers;
  readonly attachments?: readonly Attachment[];
  readonly steps: readonly Step[];
}

/** Lets each story be checked for itself. */
export const story = (told: Story): Story => told;

/** Stories are written for the day on which they are told. */
export type Stories = (day: DayOf) => readonly Story[];

/** Reads the columns of a wish: names with why each is needed. */
export const wishedColumns = (table: string): readonly (readonly [name: string, justification: string])[] =>
  table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', justification = '', ...more] = line.split('|').map((cell) => cell.trim());
      if (name === '' || justification === '' || more.length > 0) throw new Error(`Not a wish: ${line}`);
      return [name, justification];
    });
