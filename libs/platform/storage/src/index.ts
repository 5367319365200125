export { DiskStorage } from './disk-storage.ts';
export { removeOrphans, type OrphanSearch } from './orphans.ts';
export { withScratchFolder, type ScratchFolder } from './scratch.ts';
export {
  FileMissing,
  FileTooLarge,
  type ByteRange,
  type FoundFile,
  type Storage,
  type WriteLimits,
  type WrittenFile,
} from './storage.ts';
