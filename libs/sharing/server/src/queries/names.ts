import type { Queries } from '#platform/database';

export interface NamedOffice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly standing: string;
}

export interface NamedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** People and organisations that a page names, by id. */
export class Names {
  private constructor(
    private readonly people: ReadonlyMap<string, NamedAccount>,
    private readonly offices: ReadonlyMap<string, NamedOffice>,
  ) {}

  static async of(
    queries: Queries,
    people: Iterable<string | undefined>,
    organisations: Iterable<string | undefined>,
  ): Promise<Names> {
    const [found, offices] = await Promise.all([
      queries.rows<NamedAccount>(
        'select id, name, email from person where id = any($1::uuid[])',
        [idsIn(people)],
        'named-people',
      ),
      queries.rows<NamedOffice>(
        'select id, slug, name, kind, standing from organisation where id = any($1::uuid[])',
        [idsIn(organisations)],
        'named-organisations',
      ),
    ]);
    return new Names(new Map(found.map((one) => [one.id, one])), new Map(offices.map((one) => [one.id, one])));
  }

  /** The same with people whose names are known from elsewhere. */
  with(people: Iterable<{ readonly person: string; readonly name: string }>): Names {
    const more = [...people].map(({ person, name }) => [person, { id: person, name, email: null }] as const);
    return new Names(new Map([...more, ...this.people]), this.offices);
  }

  /** A name that was erased leaves the place where it stood. */
  person(id: string): string {
    return this.people.get(id)?.name || 'somebody whose name was erased';
  }

  account(id: string): NamedAccount | undefined {
    return this.people.get(id);
  }

  office(id: string): NamedOffice | undefined {
    return this.offices.get(id);
  }

  organisation(id: string): { readonly id: string; readonly slug: string; readonly name: string } {
    const { slug = '', name = 'an organisation that is gone' } = this.offices.get(id) ?? {};
    return { id, slug, name };
  }
}

const idsIn = (ids: Iterable<string | undefined>): string[] => [...new Set([...ids].filter((id) => id !== undefined))];
