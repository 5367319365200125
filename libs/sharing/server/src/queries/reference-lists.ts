import type { SharingReference } from '#sharing/contracts';
import {
  adviceLabels,
  adviceLabelWords,
  columnFormLabels,
  columnForms,
  dpiaOutcomes,
  dpiaScreenings,
  laneLabels,
  lanes,
  lawfulBases,
  referenceListsAsOf,
  refusalGrounds,
  regimeCodes,
  regimeOn,
  specialConditions,
  verdictLabels,
  verdicts,
} from '#sharing/domain';

const coded = <Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>) =>
  codes.map((code) => ({ code, label: labels[code] }));

/** The lists that decisions choose from, as they stand. */
export const referenceLists: SharingReference = {
  asOf: referenceListsAsOf,
  regimes: regimeCodes.flatMap((code) => {
    const regime = regimeOn(code);
    if (!regime) return [];
    const { label, law, extension } = regime;
    return [
      { code, label, law, extendable: extension !== undefined, ...(extension ? { notice: extension.notice } : {}) },
    ];
  }),
  lanes: coded(lanes, laneLabels),
  lawfulBases: [...lawfulBases],
  specialConditions: [...specialConditions],
  refusalGrounds: [...refusalGrounds],
  dpiaScreenings: [...dpiaScreenings],
  dpiaOutcomes: [...dpiaOutcomes],
  columnForms: coded(columnForms, columnFormLabels),
  verdicts: coded(verdicts, verdictLabels),
  adviceLabels: coded(adviceLabels, adviceLabelWords),
};
