import { OpenRedaction } from '@openredaction/core';
import { Redactor } from '@redactpii/node';

/** What the peers call the types that the taxonomy has. What is not here counts as nothing said. */
const mapping: readonly (readonly [fieldType: string, names: RegExp])[] = [
  ['email', /^EMAIL/],
  ['full-name', /^NAME$|^PERSON/],
  ['mobile', /^PHONE/],
  ['bank-card', /^CREDIT_CARD/],
  ['ip', /^IPV[46]$/],
  ['iban', /IBAN/],
  ['address', /^ADDRESS_STREET|^ADDRESS_PO_BOX/],
  ['postcode', /^POSTCODE_UK|^ZIP_CODE_US/],
  ['birth-date', /^DATE_OF_BIRTH/],
  ['timestamp', /^DATE$/],
  ['username', /^USERNAME/],
  ['us-ssn', /^SSN|SOCIAL_SECURITY_NUMBER$/],
  ['uk-nino', /^NATIONAL_INSURANCE_UK/],
  ['br-cpf', /^BRAZILIAN_CPF/],
  ['tr-tckn', /^TURKEY_ID/],
  ['in-aadhaar', /^INDIAN_AADHAAR/],
  ['passport', /PASSPORT/],
  ['medical-record-no', /^MEDICAL_RECORD_NUMBER|^PATIENT_ID|^NHS_NUMBER/],
  ['card-cvv', /^CVV/],
  ['card-expiry', /^CARD_EXPIRY/],
  ['eth-address', /^ETHEREUM_ADDRESS/],
  ['btc-address', /^BITCOIN_ADDRESS/],
  ['vin', /^VIN/],
  ['imei', /^IMEI/],
  ['imsi', /^IMSI|^SIM_CARD/],
  ['plate', /LICENSE_PLATE$/],
  ['auth-token', /^JWT_TOKEN|^SESSION_ID|^BEARER_TOKEN|^OAUTH_TOKEN|^COOKIE_SESSION/],
  ['api-key', /API_KEY$|^GENERIC_SECRET/],
  ['order-id', /^ORDER_NUMBER|^PURCHASE_ORDER/],
  ['tracking-number', /TRACKING/],
  ['income', /^SALARY_AMOUNT/],
  ['student-id', /^STUDENT_ID/],
  ['user-id', /^CUSTOMER_ID|^EMPLOYEE_ID|^CLIENT_ID|^MEMBERSHIP_NUMBER/],
  ['url', /^URL/],
];

function typeOf(name: string): string | null {
  return mapping.find(([, names]) => names.test(name))?.[0] ?? null;
}

/** A tool to compare with: names what it sees in a text, in the words of the taxonomy. */
export type Peer = {
  readonly name: string;
  /** The types that it can name. */
  readonly nameable: ReadonlySet<string>;
  readonly namesIn: (text: string) => Promise<readonly string[]>;
  /** True if the column's header stands before each cell, as context. */
  readonly seesHeader: boolean;
};

const redactorNames: Readonly<Record<string, string>> = {
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'mobile',
  CREDIT_CARD_NUMBER: 'bank-card',
  US_SOCIAL_SECURITY_NUMBER: 'us-ssn',
  PERSON_NAME: 'full-name',
};

function redactPii(): Peer {
  const redactor = new Redactor();
  return {
    name: '@redactpii/node 1.0.17',
    nameable: new Set(Object.values(redactorNames)),
    seesHeader: false,
    namesIn: (text) => {
      const redacted = redactor.redact(text);
      const found = Object.entries(redactorNames).filter(([name]) => redacted.includes(name) && !text.includes(name));
      return Promise.resolve(found.map(([, type]) => type));
    },
  };
}

function openRedaction(seesHeader: boolean): Peer {
  const shield = new OpenRedaction();
  return {
    name: `@openredaction/core 1.1.5, ${seesHeader ? '“header: cell”' : 'cells'}`,
    nameable: new Set(mapping.map(([type]) => type)),
    seesHeader,
    namesIn: async (text) => {
      const { detections } = await shield.detect(text);
      return detections.map(({ type }) => typeOf(type)).filter((type) => type !== null);
    },
  };
}

/** The peers, which must be found offline. */
export function peers(): Peer[] {
  return [openRedaction(false), openRedaction(true), redactPii()];
}

/** What a peer says of a column: the type that it finds in the most cells, if that is at least half of the filled ones. */
export async function typeByPeer(peer: Peer, header: string, values: readonly string[]): Promise<string> {
  const filled = values.filter((value) => value.trim() !== '');
  const counts = new Map<string, number>();
  for (const value of filled) {
    const text = peer.seesHeader && header !== '' ? `${header}: ${value}` : value;
    for (const type of new Set(await peer.namesIn(text))) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] * 2 >= filled.length ? best[0] : 'unknown';
}
