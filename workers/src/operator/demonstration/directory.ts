import type { PlacedDataset } from './load-datasets.ts';
import type { PlacedOrganisation } from './load-organisations.ts';
import { found } from './loading.ts';

export interface PlacedCase {
  readonly id: string;
  readonly request: string;
}

/** Ids of all that the demonstration holds, by the keys under which its data names them. */
export class Directory {
  private readonly requests = new Map<string, string>();
  private readonly cases = new Map<string, PlacedCase>();

  constructor(
    private readonly placed: {
      readonly organisations: ReadonlyMap<string, PlacedOrganisation>;
      readonly people: ReadonlyMap<string, string>;
      readonly datasets: ReadonlyMap<string, PlacedDataset>;
    },
  ) {}

  organisation(key: string): string {
    return found(this.placed.organisations, key).id;
  }

  person(key: string): string {
    return found(this.placed.people, key);
  }

  dataset(key: string): string {
    return found(this.placed.datasets, key).id;
  }

  /** Key of the organisation that publishes a dataset. */
  publisher(dataset: string): string {
    return found(this.placed.datasets, dataset).organisation;
  }

  column(dataset: string, name: string): string {
    return found(found(this.placed.datasets, dataset).columns, name);
  }

  /** Id of the request of a story. */
  request(story: string): string {
    return found(this.requests, story);
  }

  case(story: string, owner: string): PlacedCase {
    return found(this.cases, `${story} at ${owner}`);
  }

  noteRequest(story: string, id: string): void {
    this.requests.set(story, id);
  }

  noteCase(story: string, owner: string, placed: PlacedCase): void {
    this.cases.set(`${story} at ${owner}`, placed);
  }
}
