import { defaultSetId } from '../asked-sections.ts';
import type { QuestionSet } from '../question-set.ts';
import { dataSection } from './data.ts';
import { declarationAfter } from './declaration.ts';
import { lawSection } from './law.ts';
import { purposeSection } from './purpose.ts';
import { safetySection } from './safety.ts';

const sections = [purposeSection, dataSection, lawSection, safetySection];

// What is annotated as pure a page leaves out that does not need it: the words come from the API there.

/**
 * What every request is asked, in five sections. Datasets, columns with their reasons, rows and wished-for fields are no
 * questions: they stand in the basket. It is versioned as owners' sets are: whoever changes it raises the version.
 */
export const defaultQuestionSet: QuestionSet = {
  id: defaultSetId,
  version: 1,
  title: 'Request for data',
  sections: /* @__PURE__ */ [sections, /* @__PURE__ */ declarationAfter(sections)].flat(),
};
