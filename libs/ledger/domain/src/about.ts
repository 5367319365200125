/** What one entry is about: an organisation, a dataset, a person. Who reads the history of the one reads the entry. */
export interface About {
  readonly subject: string;
  /** Whether it is read as those read it who did it or whose work it is: the other side of a case is told less. */
  readonly inside: boolean;
}

/** Subjects whose history has the entry as those read it whose work it is. */
export const aboutInside = (...subjects: readonly (string | undefined)[]): readonly About[] =>
  subjects.flatMap((subject) => (subject === undefined ? [] : [{ subject, inside: true }]));

/** Subjects whose history has the entry as the other side reads it. */
export const aboutOutside = (...subjects: readonly (string | undefined)[]): readonly About[] =>
  subjects.flatMap((subject) => (subject === undefined ? [] : [{ subject, inside: false }]));
