/** Asks Chromium never to delete the vault when the disk runs low; answers whether it agreed. */
export async function makeStorageLast(): Promise<boolean> {
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}
