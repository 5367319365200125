/** What the rules know of a person with an account; name and e-mail address are content. */
export interface Person {
  readonly id: string;
  /** Configures the installation and verifies organisations; reads no case content by default. */
  readonly operator: boolean;
  /** Whether the person has shown that the e-mail address reaches them. */
  readonly confirmed: boolean;
  /** A closed account signs in no more; its history stays. */
  readonly closed: boolean;
}

export interface PersonContent {
  readonly name: string;
  readonly email: string;
}
