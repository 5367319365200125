// Who may import whom, as constraints of Nx. There is no `*`, so that a project without tags fails; tests/architecture plants
// one violation of each kind and sees it caught.

/** Features in their order: each may use those before it, never those after it. */
export const features = ['ledger', 'organisations', 'notices', 'catalogue', 'sharing'];

const tags = (...layers) => layers.map((layer) => `layer:${layer}`);

const layers = [
  { sourceTag: 'layer:kernel', onlyDependOnLibsWithTags: [], allowedExternalImports: [] },
  { sourceTag: 'layer:bin', onlyDependOnLibsWithTags: [], allowedExternalImports: [] },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: tags('kernel') },
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: tags('kernel', 'domain'), allowedExternalImports: [] },
  {
    sourceTag: 'layer:contracts',
    onlyDependOnLibsWithTags: tags('kernel', 'domain', 'contracts'),
    allowedExternalImports: ['zod'],
  },
  {
    sourceTag: 'layer:server',
    onlyDependOnLibsWithTags: tags('kernel', 'platform', 'domain', 'contracts', 'server'),
    bannedExternalImports: ['@angular/*'],
  },
  {
    sourceTag: 'layer:application',
    onlyDependOnLibsWithTags: tags('kernel', 'platform', 'domain', 'contracts', 'server'),
    bannedExternalImports: ['@angular/*', '@mikro-orm/*'],
  },
  {
    sourceTag: 'layer:web',
    onlyDependOnLibsWithTags: tags('kernel', 'ui', 'contracts', 'domain'),
    bannedExternalImports: ['@nestjs/*', '@mikro-orm/*', 'bullmq', 'ioredis', 'pg'],
  },
  {
    sourceTag: 'layer:ui',
    onlyDependOnLibsWithTags: tags('kernel'),
    bannedExternalImports: ['@nestjs/*', '@mikro-orm/*', 'bullmq', 'ioredis', 'pg', 'zod'],
  },
];

const order = features.map((feature, place) => ({
  sourceTag: `feature:${feature}`,
  onlyDependOnLibsWithTags: [
    ...tags('kernel', 'platform'),
    ...features.slice(0, place + 1).map((earlier) => `feature:${earlier}`),
  ],
}));

/** Contracts and server know the domain of their own feature alone. */
const own = features.flatMap((feature) => [
  {
    allSourceTags: ['layer:contracts', `feature:${feature}`],
    onlyDependOnLibsWithTags: [...tags('kernel', 'contracts'), `feature:${feature}`],
  },
  {
    allSourceTags: ['layer:server', `feature:${feature}`],
    onlyDependOnLibsWithTags: [...tags('kernel', 'platform', 'contracts', 'server'), `feature:${feature}`],
  },
]);

export const constraints = [...layers, ...order, ...own];

/** For specs: the layers and the order of features, and also what is made for tests. */
export const constraintsOfSpecs = [...layers, ...order].map((constraint) => ({
  ...constraint,
  allowedExternalImports: undefined,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, 'layer:testing'],
}));

/** Names of the domains of which a feature (or, without one, the API and the workers) may take the types alone. */
export const foreignDomains = (feature) =>
  features.filter((other) => other !== feature).map((other) => `#${other}/domain`);
