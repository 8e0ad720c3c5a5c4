import type { FieldTypeId } from '../domain/field-type-id.ts';
import { isOwnTypeId } from '../domain/own-field-type.ts';
import type { Detector } from './detector.ts';
import {
  alipay,
  bankAccount,
  driverLicence,
  imAccount,
  medicalRecordNo,
  paymentRecord,
  socialInsurance,
  socialProfile,
  studentId,
  travelPermit,
  userId,
  username,
  wechat,
} from './detectors/accounts.ts';
import { address } from './detectors/address.ts';
import { inAadhaar, inPan, jpMyNumber, krRrn, sgNric } from './detectors/asian-ids.ts';
import { bankCard } from './detectors/bank-card.ts';
import { cnResidentId } from './detectors/cn-resident-id.ts';
import { postcode, qq } from './detectors/contact-numbers.ts';
import { birthDate, orderTime, timestamp } from './detectors/date-times.ts';
import { imei, imsi, mac } from './detectors/device-numbers.ts';
import { passport, plate } from './detectors/documents.ts';
import { email } from './detectors/email.ts';
import { age, balance, bodyMetrics, income } from './detectors/figures.ts';
import { fullName } from './detectors/full-name.ts';
import { gps } from './detectors/gps.ts';
import { hkId, twId } from './detectors/hong-kong-taiwan-ids.ts';
import { iban } from './detectors/iban.ts';
import { ip } from './detectors/ip.ts';
import { landline } from './detectors/landline.ts';
import { mobile } from './detectors/mobile.ts';
import { nationality } from './detectors/nationality.ts';
import { passwordHash } from './detectors/password-hash.ts';
import { idImage, photo } from './detectors/pictures.ts';
import { price } from './detectors/price.ts';
import { rowId } from './detectors/row-id.ts';
import { apiKey, authToken, cardCvv, cardExpiry, pin, privateKey } from './detectors/secrets.ts';
import { ethnicity, maritalStatus, political, religion, sexuality } from './detectors/traits.ts';
import { orderId, trackingNumber } from './detectors/transaction-numbers.ts';
import { url } from './detectors/url.ts';
import { uscc } from './detectors/uscc.ts';
import { vin } from './detectors/vin.ts';
import { gender, paymentMethod, region } from './detectors/vocabularies.ts';
import { btcAddress, ethAddress, tronAddress } from './detectors/wallets.ts';
import { brCpf, trTckn, ukNino, usSsn } from './detectors/western-ids.ts';
import { genericDetector } from './generic-detector.ts';

/** Every detector with a rule of its own. A new one is a file and a line here. */
const detectors: readonly Detector[] = [
  cnResidentId,
  email,
  url,
  ip,
  plate,
  passwordHash,
  paymentMethod,
  region,
  uscc,
  address,
  gender,
  birthDate,
  mobile,
  bankCard,
  landline,
  orderTime,
  timestamp,
  fullName,
  gps,
  passport,
  price,
  trackingNumber,
  orderId,
  postcode,
  qq,
  rowId,
  hkId,
  twId,
  sgNric,
  krRrn,
  jpMyNumber,
  inAadhaar,
  inPan,
  usSsn,
  ukNino,
  brCpf,
  trTckn,
  travelPermit,
  driverLicence,
  socialInsurance,
  iban,
  bankAccount,
  alipay,
  balance,
  income,
  cardExpiry,
  cardCvv,
  btcAddress,
  ethAddress,
  tronAddress,
  mac,
  imei,
  imsi,
  vin,
  authToken,
  apiKey,
  privateKey,
  pin,
  username,
  userId,
  wechat,
  imAccount,
  socialProfile,
  studentId,
  medicalRecordNo,
  paymentRecord,
  photo,
  idImage,
  age,
  nationality,
  maritalStatus,
  ethnicity,
  religion,
  political,
  sexuality,
  bodyMetrics,
];

const byType = new Map<FieldTypeId, Detector>(detectors.map((detector) => [detector.fieldType, detector]));

let own: readonly Detector[] = [];

/** Takes the detectors of the analyst's own types, in place of those taken before. */
export function setOwnDetectors(taken: readonly Detector[]): void {
  own = taken;
}

/** Every detector with a rule that a column's values may be asked about. */
export function allDetectors(): readonly Detector[] {
  return own.length === 0 ? detectors : [...detectors, ...own];
}

/** The detector of a field type; types without a rule of their own, `unknown` too, get a generic one. */
export function detectorFor(fieldType: FieldTypeId): Detector {
  const known = byType.get(fieldType) ?? own.find((detector) => detector.fieldType === fieldType);
  if (known !== undefined) {
    return known;
  }
  const generic = genericDetector(fieldType);
  if (!isOwnTypeId(fieldType)) {
    byType.set(fieldType, generic);
  }
  return generic;
}
