import type { AgreementView } from '#sharing/contracts';

type Dataset = AgreementView['datasets'][number];
type Column = Dataset['columns'][number];
export type Rule = NonNullable<Column['rule']>;

/** Kinds of rule that can make a form, the usual one first. */
export const kindsOf: Readonly<Record<string, readonly Rule['kind'][]>> = {
  banded: ['band', 'period'],
  rounded: ['round'],
  generalised: ['characters', 'period'],
  aggregated: ['total'],
  sampled: ['sample'],
};

const numberIn = (form: FormData, field: string): number => Number(String(form.get(field) ?? '').replace(',', '.'));

/** The rule that a form says for one column; its fields are named after the column. */
function ruleIn(form: FormData, { id, rule }: Column): Rule | undefined {
  const kind = form.get(`${id}-kind`) ?? rule?.kind;
  switch (kind) {
    case 'band':
      return { kind, width: numberIn(form, `${id}-band`) };
    case 'round':
      return { kind, to: numberIn(form, `${id}-round`) };
    case 'characters':
      return { kind, keep: numberIn(form, `${id}-characters`) };
    case 'period':
      return { kind, to: String(form.get(`${id}-period`)) as Extract<Rule, { kind: 'period' }>['to'] };
    case 'total':
      return { kind, of: String(form.get(`${id}-total`)) as Extract<Rule, { kind: 'total' }>['of'] };
    case 'sample':
      return { kind, percent: numberIn(form, `${id}-sample`) };
    default:
      return undefined;
  }
}

const text = (form: FormData, field: string): string => String(form.get(field) ?? '').trim();

/** Which rows a form says: those with one of some values, or between two; none chosen gives all. */
function rowsIn(form: FormData): Dataset['rows'] {
  const column = text(form, 'rows-column');
  if (column === '') return [];
  const is = text(form, 'rows-is')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (is.length > 0) return [{ column, is }];
  const [from, until] = [text(form, 'rows-from'), text(form, 'rows-until')];
  return [{ column, ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) }];
}

/** What the command to set the data of a dataset carries. */
export const dataIn = (form: FormData, dataset: Dataset): object => ({
  dataset: dataset.id,
  columns: dataset.columns.map((column) => {
    const rule = column.form.code === 'as-is' ? undefined : ruleIn(form, column);
    return { column: column.id, form: column.form.code, ...(rule === undefined ? {} : { rule }) };
  }),
  rows: rowsIn(form),
});
