import type { Detection } from '../domain/detection.ts';
import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { packId } from '../packs/field-types.ts';
import { shareOf } from './column-facts.ts';
import type { ColumnEvidence } from './evidence.ts';

const email = packId('email');
const url = packId('url');
const username = packId('username');
const passwordPlain = packId('password-plain');
const passwordHash = packId('password-hash');

/** A list of logins has few columns: an address, perhaps a site and a name, and the password. */
const mostColumns = 4;

/** One word each that people chose: different, of letters with digits or signs among them. */
function holdsSecrets({ facts }: ColumnEvidence): boolean {
  if (facts.filled.length < 5 || facts.distinctRatio < 0.3) {
    return false;
  }
  const isOneWord = shareOf(facts, (value) => value.length >= 3 && value.length <= 40 && !/\s/.test(value)) >= 0.95;
  const hasLetters = shareOf(facts, (value) => /\p{L}/u.test(value)) >= 0.6;
  return isOneWord && hasLetters && shareOf(facts, (value) => /[\d\p{P}\p{S}]/u.test(value)) >= 0.4;
}

function withType(detection: Detection, fieldType: FieldTypeId): Detection {
  const { evidence } = detection;
  const reason = 'It stands in a narrow list of logins without headers, where nothing else is left for it.';
  return {
    ...detection,
    fieldType,
    confidence: 0.6,
    evidence: { ...evidence, accepted: evidence.filled, masked: 0, reasons: [...evidence.reasons, reason] },
  };
}

/**
 * Names what stands beside the address or the site in a list of logins without headers: the last word that nothing is known
 * of is the password, one before it the name of the account.
 */
export function nameLogins(detections: readonly Detection[], evidence: readonly ColumnEvidence[]): Detection[] {
  const types = new Set(detections.map(({ fieldType }) => fieldType));
  const isList =
    detections.length >= 2 &&
    detections.length <= mostColumns &&
    (types.has(email) || types.has(url)) &&
    !types.has(passwordHash) &&
    evidence.every(({ isNamed }) => !isNamed);
  const open = detections.flatMap(({ fieldType }, at) => {
    const column = evidence[at];
    return isList && fieldType === unknownFieldType && column !== undefined && holdsSecrets(column) ? [at] : [];
  });
  const last = open.at(-1);
  const before = types.has(url) && open.length === 2 ? open[0] : undefined;
  return detections.map((detection, at) => {
    if (at === last) {
      return withType(detection, passwordPlain);
    }
    return at === before ? withType(detection, username) : detection;
  });
}
