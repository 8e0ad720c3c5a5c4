import { isDigits } from '../characters.ts';
import { defineDetector } from '../detector.ts';
import { isRegionName } from '../places.ts';

const genders = new Set(
  '男 女 男性 女性 男生 女生 先生 女士 未知 保密 m f u male female man woman boy girl unknown other nonbinary 0 1 2 9'.split(
    ' ',
  ),
);

/** Genders by the words and codes in use (GB/T 2261.1 has 0, 1, 2 and 9). */
export const gender = defineDetector({
  fieldType: 'gender',
  chance: 0.05,
  standsAlone: (facts) => facts.distinct.size >= 2 && ![...facts.distinct].some((value) => isDigits(value)),
  accepts: (value) => value.length <= 7 && genders.has(value.toLowerCase()),
});

const payments = new Set(
  (
    '支付宝 微信 微信支付 银行卡 信用卡 储蓄卡 借记卡 花呗 白条 京东白条 货到付款 云闪付 银联 余额 余额宝 现金 在线支付 网银 网银支付 银行转账 ' +
    'qq钱包 财付通 京东支付 抖音支付 数字人民币 alipay wechat wechatpay weixin wxpay unionpay paypal cash cod credit debit creditcard debitcard ' +
    'applepay googlepay visa mastercard amex balance huabei bank banktransfer'
  ).split(' '),
);

/** Ways to pay by name. */
export const paymentMethod = defineDetector({
  fieldType: 'payment-method',
  chance: 0.01,
  standsAlone: () => true,
  accepts: (value) => value.length <= 16 && payments.has(value.toLowerCase().replaceAll(/[\s_-]/g, '')),
});

/** Names of Chinese provinces, cities and districts. */
export const region = defineDetector({
  fieldType: 'region',
  chance: 0.02,
  standsAlone: () => true,
  accepts: isRegionName,
});
