/** What the return form holds: comments by the question they stand beside, one on the whole, and whether it cannot be told what is wanted. */
export interface ReturnModel {
  readonly comments: Readonly<Record<string, string>>;
  readonly whole: string;
  readonly cannotIdentify: boolean;
}

export const emptyReturn: ReturnModel = { comments: {}, whole: '', cannotIdentify: false };

export interface Comment {
  readonly question: string;
  /** The question's words; empty where the answers do not have it any more. */
  readonly label: string;
  readonly text: string;
}

interface SectionWithQuestions {
  readonly questions: readonly { readonly id: string; readonly label: string }[];
}

/** The comments on questions in the order of the answers; those on questions that are gone come last. Blank ones fall out. */
export function commentsOn(model: ReturnModel, sections: readonly SectionWithQuestions[]): readonly Comment[] {
  const questions = sections.flatMap((section) => section.questions);
  const known = new Set(questions.map(({ id }) => id));
  const gone = Object.keys(model.comments).filter((id) => !known.has(id));
  return [...questions, ...gone.map((id) => ({ id, label: '' }))].flatMap(({ id, label }) => {
    const text = model.comments[id]?.trim() ?? '';
    return text === '' ? [] : [{ question: id, label, text }];
  });
}

/** The model with a comment set on a question, or taken away by `undefined`. */
export function withComment(model: ReturnModel, question: string, text: string | undefined): ReturnModel {
  const others = Object.entries(model.comments).filter(([id]) => id !== question);
  return { ...model, comments: Object.fromEntries(text === undefined ? others : [...others, [question, text]]) };
}

/** What the command `return` carries: the comment on the whole first, under no question. */
export function returnBody(model: ReturnModel, sections: readonly SectionWithQuestions[]): object {
  const whole = model.whole.trim();
  return {
    comments: [
      ...(whole === '' ? [] : [{ question: '', text: whole }]),
      ...commentsOn(model, sections).map(({ question, text }) => ({ question, text })),
    ],
    cannotIdentify: model.cannotIdentify,
  };
}
