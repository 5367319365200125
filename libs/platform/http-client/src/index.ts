export { GuardedFetcher, type Fetched, type FetcherOptions } from './guarded-fetcher.ts';
export { defaultLimits, type FetchLimits } from './fetch-limits.ts';
export { isForbiddenAddress } from './forbidden-address.ts';
export type { Resolver } from './guarded-lookup.ts';
export { FetchedFiles, type FetchedFile } from './fetched-files.ts';
export { SourceFile, SourceFileChanged } from './source-file.ts';
