/** What the driver takes: a text, or one that it sends once to each connection under a name. */
export const statementOf = (text: string, name: string | undefined): string | { name: string; text: string } =>
  name === undefined ? text : { name, text };
