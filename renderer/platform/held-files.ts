import type { OriginalId } from '#shared/domain/evidence.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import type { ImportedFile } from './sample-worker.ts';

const held = new Set<ImportedFile>();

/** Keeps the files of an import from being taken for orphans before its records are committed or it is dropped. */
export function holdFiles(imported: ImportedFile): void {
  held.add(imported);
}

/** Ends that. */
export function releaseFiles(imported: ImportedFile): void {
  held.delete(imported);
}

/** What is held now. */
export function heldFiles(): { readonly samples: readonly SampleId[]; readonly originals: readonly OriginalId[] } {
  const all = [...held];
  return {
    samples: all.flatMap(({ tables }) => tables.map(({ id }) => id)),
    originals: all.flatMap(({ original }) => (original === null ? [] : [original])),
  };
}
