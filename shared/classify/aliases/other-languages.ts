import type { AliasLists } from './alias-lists.ts';

/** Names of columns in German, French, Spanish, Portuguese, Italian, Turkish, Polish, Russian, Japanese and Korean. */
export const otherLanguages: AliasLists = {
  'full-name':
    'vorname nachname familienname kundenname empfänger ansprechpartner kunde inhaber nom prénom nom_complet nom_de_famille nombre ' +
    'nombres apellido apellidos nombre_completo nombre_y_apellidos titular nome nome_completo sobrenome cognome nome_cognome ad soyad ad_soyad ' +
    'adı soyadı isim müşteri_adı imię nazwisko imię_i_nazwisko фио ф.и.о. имя фамилия отчество фамилия_имя_отчество получатель клиент ' +
    '氏名 名前 お名前 姓 名 フリガナ 氏名カナ 会員名 이름 성명 고객명 회원명 수취인 받는사람 họ_tên họ_và_tên nama nama_lengkap',
  username:
    'benutzername usuario nombre_usuario usuário kullanıcı_adı логин имя_пользователя ユーザー名 아이디 nom_utilisateur użytkownik',
  nickname: 'никнейм ник ニックネーム 닉네임 takma_ad',
  'user-id':
    'kundennummer mitgliedsnummer numéro_client 会員番号 顧客番号 회원번호 고객번호 müşteri_no id_пользователя номер_клиента',
  gender: 'geschlecht sexe sexo género genero cinsiyet płeć пол 性別 성별 sesso',
  'birth-date':
    'geburtsdatum geburtstag date_de_naissance fecha_nacimiento fecha_de_nacimiento data_nascimento data_de_nascimento nascimento data_di_nascita ' +
    'doğum_tarihi data_urodzenia дата_рождения др 生年月日 誕生日 생년월일 생일 ngày_sinh tanggal_lahir',
  age: 'alter edad idade yaş wiek возраст 年齢 나이',
  'birth-place': 'geburtsort lieu_de_naissance lugar_de_nacimiento место_рождения doğum_yeri',
  nationality: 'staatsangehörigkeit nationalität nationalité nacionalidad nacionalidade гражданство 国籍 국적 uyruk',
  'marital-status': 'familienstand estado_civil семейное_положение',
  mobile:
    'telefon telefonnummer handy handynummer mobilnummer mobiltelefon mobil tél téléphone telefono teléfono telefone celular móvil movil portable ' +
    'cep_telefonu cep_tel gsm cellulare тел телефон мобильный мобильный_телефон номер_телефона сотовый 電話番号 電話 携帯電話 携帯 携帯番号 ' +
    '전화번호 휴대폰 휴대전화 핸드폰 연락처 휴대폰번호 điện_thoại số_điện_thoại no_hp nomor_hp',
  landline: 'festnetz fijo teléfono_fijo домашний_телефон',
  email:
    'e_mail_adresse mailadresse courriel adresse_email correo correo_electrónico eposta e_posta почта эл_почта электронная_почта email_адрес ' +
    'メール メールアドレス 이메일 메일 adres_email',
  address:
    'straße strasse anschrift adresse hausanschrift wohnort_straße dirección direccion domicilio calle endereço endereco rua indirizzo adres ' +
    'ulica адрес адрес_доставки адрес_проживания 住所 주소 배송지 địa_chỉ alamat logradouro',
  region:
    'ort stadt wohnort bundesland land ville pays département ciudad provincia país estado_provincia cidade uf bairro estado município città ' +
    'il ilçe şehir miasto województwo город регион область страна 都道府県 市区町村 도시 지역 시도 kota thành_phố',
  postcode:
    'plz postleitzahl code_postal código_postal codigo_postal cep cap posta_kodu kod_pocztowy индекс почтовый_индекс 郵便番号 우편번호',
  'password-plain':
    'passwort kennwort mot_de_passe contraseña contrasena clave senha parola şifre sifre hasło пароль パスワード 비밀번호 mật_khẩu',
  iban: 'kontonummer_iban',
  'bank-account': 'kontonummer konto numero_de_cuenta cuenta conta_corrente 口座番号 계좌번호 номер_счета hesap_no',
  'bank-card':
    'kreditkarte kreditkartennummer tarjeta número_de_tarjeta numero_tarjeta cartão номер_карты カード番号 카드번호 kart_no',
  balance: 'kontostand solde saldo bakiye баланс остаток 残高 잔액',
  income: 'gehalt lohn einkommen salaire salario salário maaş зарплата доход 年収 給与 연봉 급여',
  'order-id':
    'bestellnummer auftragsnummer numéro_de_commande número_de_pedido numero_pedido pedido sipariş_no номер_заказа 注文番号 주문번호',
  'order-time': 'bestelldatum date_commande fecha_pedido data_pedido дата_заказа 注文日 주문일 주문일시 sipariş_tarihi',
  item: 'produkt artikel artikelname bezeichnung produit producto producto_nombre produto ürün товар наименование 商品名 상품명 상품',
  price:
    'preis betrag gesamtbetrag summe prix montant precio importe monto preço valor tutar fiyat kwota cena цена сумма стоимость 価格 金額 가격 금액 결제금액',
  'payment-method': 'zahlungsart forma_de_pago forma_pagamento способ_оплаты 支払方法 결제수단 ödeme_yöntemi',
  'tracking-number': 'sendungsnummer трек_номер 運送状番号 송장번호 운송장번호',
  employer:
    'firma unternehmen arbeitgeber entreprise empresa şirket компания организация место_работы 会社名 勤務先 회사 회사명 직장',
  'job-title':
    'beruf position_titel poste puesto cargo profissão meslek stanowisko должность профессия 役職 職業 직급 직책 직업',
  education: 'abschluss schule universität formation escuela escolaridade okul образование 学歴 学校名 학력 학교',
  'student-id': 'matrikelnummer öğrenci_no 学籍番号 학번',
  passport:
    'reisepassnummer passnummer pasaporte passaporte numéro_passeport паспорт номер_паспорта серия_и_номер_паспорта 旅券番号 여권번호 pasaport_no',
  plate: 'kennzeichen matrícula placa plaka госномер номер_авто 차량번호',
  diagnosis: 'diagnose diagnóstico tanı teşhis диагноз 診断 진단명',
  'medical-record-no': 'patientennummer историческая_карта 患者番号 환자번호 protokol_no',
  religion: 'konfession religión din вероисповедание 종교',
  remark:
    'bemerkung bemerkungen notiz anmerkung remarque commentaire observaciones comentarios observações açıklama uwagi примечание комментарий 備考 メモ 비고 메모',
  timestamp:
    'datum erstellt_am angelegt_am registrierungsdatum date_creation date_inscription fecha fecha_registro fecha_alta data_cadastro data kayıt_tarihi ' +
    'tarih дата дата_регистрации дата_создания время 登録日 作成日 更新日 入会日 日時 登録日時 가입일 등록일 작성일 가입일시',
  ip: 'ip_adresse ip_адрес adresse_ip dirección_ip',
};
