/** Words that name columns in every kind of table, folded: lower-case, without spaces, _ and -. */
const words = new Set(
  (
    'id no name fullname realname username nickname user login account uid userid memberid customerid firstname lastname ' +
    'gender sex age birthday birthdate dob email mail phone mobile tel telephone cell address addr street city province ' +
    'state country region zip zipcode postcode company job title department password passwd pass pwd hash salt token ip ' +
    'idcard idno passport bankcard cardno amount price payamount total status type date time created createtime createdat ' +
    'updatedat regtime lastlogin orderno orderid goodsname product quantity remark note url website qq wechat balance ' +
    'xm sfzh sjh xb dz csrq ' +
    '序号 编号 姓名 昵称 用户名 账号 密码 性别 年龄 生日 出生日期 身份证 身份证号 手机 手机号 手机号码 电话 联系电话 邮箱 地址 ' +
    '收货地址 详细地址 收货人 省 市 区 省份 城市 订单号 订单编号 下单时间 创建时间 时间 日期 金额 实付金额 价格 商品 商品名称 ' +
    '数量 备注 状态 类型 公司 单位 职务 部门 微信 银行卡号 城市 国家 注册时间 登录时间 ' +
    '編號 電話 手機 信箱 電郵 帳號 密碼 性別 年齡 身分證 身分證字號 訂單編號 備註 金額 ' +
    '番号 氏名 名前 住所 電話番号 メール メールアドレス パスワード 生年月日 郵便番号 会社名 備考 ' +
    '번호 이름 성명 전화번호 휴대폰 핸드폰 주소 이메일 아이디 비밀번호 생년월일 성별 ' +
    'имя фамилия отчество фио телефон адрес город почта логин пароль дата пол компания ' +
    'vorname nachname strasse straße plz ort stadt telefon geburtsdatum passwort kundennummer betrag datum ' +
    'nom prenom prénom adresse ville codepostal téléphone motdepasse datedenaissance ' +
    'nombre apellido apellidos direccion dirección ciudad telefono teléfono correo contraseña'
  ).split(' '),
);

/** Whether a cell is a word that names columns everywhere, however it is cased or spaced. */
export function isUsualHeader(cell: string): boolean {
  return words.has(cell.toLowerCase().replace(/[\s_-]/g, ''));
}
