/** Where this browser keeps what a person typed and did not save; the rest of the key names the person and the thing. */
export const draftPrefix = 'wayleave.draft.';

/** On signing out nothing typed stays behind for the next person at this machine. */
export function forgetDraftsOf(person: string, storage: Storage | undefined = storageOfBrowser()): void {
  if (!storage) return;
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  for (const key of keys) if (key?.startsWith(`${draftPrefix}${person}.`)) storage.removeItem(key);
}

/** Absent in browsers that keep nothing, which throw when they are asked. */
export function storageOfBrowser(): Storage | undefined {
  try {
    return globalThis.window?.localStorage;
  } catch {
    return undefined;
  }
}
