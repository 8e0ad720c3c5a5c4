import type { OwnFieldType } from '../domain/own-field-type.ts';
import { nameOwnTypes } from '../packs/field-types.ts';
import type { Detector } from './detector.ts';
import { setOwnDetectors } from './detectors.ts';
import { setOwnNames } from './header-names.ts';
import { ownDetector } from './own-detector.ts';

let adopted: readonly OwnFieldType[] = [];

/**
 * Makes the analyst's own types known, in place of those known before: their names to headers and screens, their patterns to
 * columns. Every thread that reads tables is told; the vault is where they are kept.
 */
export function adoptOwnTypes(own: readonly OwnFieldType[]): void {
  adopted = own;
  nameOwnTypes(own);
  setOwnNames();
  setOwnDetectors(
    own.flatMap((type): readonly Detector[] => {
      const detector = ownDetector(type);
      // A pattern is refused before it is kept; one of a later engine must not keep the vault from opening.
      return detector.ok ? [detector.value] : [];
    }),
  );
}

/** The own types that are known, as they are handed on to another thread. */
export function adoptedTypes(): readonly OwnFieldType[] {
  return adopted;
}
