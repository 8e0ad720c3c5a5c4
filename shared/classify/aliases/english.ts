import type { AliasLists } from './alias-lists.ts';

/** English names of columns that the pack lacks. */
export const english: AliasLists = {
  'full-name':
    'client_name contact_name person_name legal_name recipient recipient_name receiver_name consignee_name buyer_name holder holder_name ' +
    'card_holder card_holder_name name_on_card account_holder employee_name staff_name student_name patient patient_name passenger ' +
    'passenger_name guest guest_name applicant applicant_name borrower insured insured_name policyholder owner owner_name driver ' +
    'driver_name member_name emp_name cust_name cust_nm customer first_name fname last_name lname surname family_name given_name ' +
    'forename middle_name sender sender_name payee payee_name beneficiary contact_person displayname teacher doctor player_name ' +
    'receiver consignee buyer contact user_real_name complete_name name1 linkman truename',
  nickname: 'nick_name user_nick screenname alias_name buyer_nick wechat_nick',
  username: 'user_name login_name login_id user_login uname account_name loginname user_account userprincipalname usr',
  'user-id':
    'userid memberid member_no membership_no membership_number customerid customer_no customer_number cust_id cust_no client_id account_id ' +
    'employee_id employee_no emp_id emp_no staff_id staff_no subscriber_id subscriber_key person_id player_id user_no buyer_id personnel_no',
  gender: 'gender sex_code',
  'birth-date': 'birth_date birthdate date_of_birth bday birth born birth_day birth_year year_of_birth',
  age: 'age_range age_group age_years',
  nationality: 'nationality_code country_of_citizenship country_of_birth',
  'birth-place': 'place_of_birth birth_city',
  'marital-status': 'marital_status married civil_status',
  'family-member':
    'emergency_contact emergency_contact_name spouse_name next_of_kin parent_name relative relative_name contact1_name contact2_name ' +
    'mother father mothers_maiden_name maiden_name relationship',
  photo:
    'avatar_url photo_url picture profile_pic profile_picture profile_image headimg headimgurl portrait head_img headpic head_pic userpic user_pic head_image face_url',
  'cn-resident-id':
    'idnumber id_number id_card_no idcardno id_card_number identity_no identity_number cert_num cert_code certificate_no identity_card ' +
    'resident_id credentials_no citizen_id idcode',
  passport: 'passport_num passportid',
  'driver-licence':
    'driving_licence driving_license driver_license_no driver_licence_no licence_number license_number drivers_license dl_number',
  'social-insurance': 'medicare medicare_no insurance_id health_insurance_no social_insurance_no',
  'us-ssn': 'social_security_number social_security_no social_security ssn_last4',
  'uk-nino': 'ni_no national_insurance_number national_insurance_no',
  'tr-tckn': 'tc_kimlik_no tckimlik kimlik_no tc_kimlik_numarasi',
  'br-cpf': 'cpf_number cpf_cliente',
  'kr-rrn': '주민번호 resident_registration_number',
  'jp-my-number': 'マイナンバー',
  'in-aadhaar': 'aadhaar_no aadhaar_number aadhar_no aadhar_number',
  'in-pan': 'pan_number pan_card',
  mobile:
    'phone_number mobile_phone mobile_number cell_phone cellphone cell_number phone_num contact_number contact_phone handphone handset ' +
    'daytime_phone primary_phone caller callee called_number calling_number ph_no tel_no telephone',
  landline: 'office_phone work_phone fixed_phone fixed_line',
  email: 'email_address mail_address email_addr contact_email user_email mailbox e_mail_address emailid email_id',
  address:
    'street_address address1 address2 address_line_1 address_line_2 home_address mailing_address mailing_street billing_address residence ' +
    'residential_address postal_address delivery_address full_address street_name receiver_address',
  region:
    'state county region town city_name state_name province_name country country_name country_code locality municipality prov area_name ' +
    'region_name mailing_state mailing_city shipping_city state_province',
  postcode: 'zip_code zipcode post_code billing_zip postal postalcode mailing_zip',
  wechat: 'wechat_id wx_openid wechat_openid',
  'im-account': 'telegram_id telegram_username skype_id whatsapp_number discord',
  'social-profile': 'facebook instagram linkedin linkedin_url twitter_handle facebook_url',
  'password-plain': 'pass_word user_pass userpass user_password plain_password password1 passphrase',
  'password-hash': 'password_hash pass_hash hashed_password pwd_hash password_md5 salt passwordhash',
  'security-qa': 'secret_question secret_answer security_answer password_hint',
  pin: 'pincode_hash atm_pin pay_password',
  'auth-token': 'auth_token access_token refresh_token session_id sessionid session_token bearer_token csrf_token',
  'api-key': 'api_key apikey app_key app_secret api_secret client_secret secret_key access_key',
  'bank-card':
    'card_number credit_card creditcard credit_card_number cc cc_number ccnum cc_num debit_card bank_card_no bank_card_number ' +
    'debit_card_number payment_card card',
  'card-expiry': 'expiry expiry_date expiration expiration_date card_exp valid_thru exp_month_year exp_mmyy expdate',
  'card-cvv': 'cvv2 cvc2 security_code card_code',
  'bank-account':
    'account_number accountnumber acct_no acct_number bank_account bank_account_no bank_account_number acc_no acc_number',
  balance: 'account_balance acct_bal total_balance wallet_balance available_balance current_balance bal',
  income:
    'annual_income annual_salary monthly_income monthly_salary wage wages base_salary expect_salary expected_salary gross_salary net_salary ' +
    'compensation household_income',
  'credit-info':
    'loan_amount debt credit_limit overdue_amount overdue_days fico credit_rating zhima_score loan_balance',
  'btc-address': 'btc_address bitcoin_address',
  'eth-address': 'eth_address ethereum_address wallet_address',
  'order-id':
    'order_id order_number order_sn ordernum order_code out_trade_no trade_id orderno invoice_no invoice_number booking_no booking_id order_ref',
  'order-time':
    'order_date order_time paid_at payment_time payment_date purchase_date purchase_time trade_time order_created ordered_at purchased_at',
  item: 'product_name item_name goods product_title goods_title sku_name item_title productname',
  price:
    'price_total total_amount order_amount total_price unit_price list_price sale_price unit_cost cost fee premium subtotal payment_amount ' +
    'paid_amount order_total grand_total amount_paid refund_amount price_usd retail_price transaction_amount',
  'payment-method': 'payment_method pay_method payment_type pay_channel paytype pay_way payment_channel',
  'payment-record': 'transaction_id transaction_no payment_id txn_no txnid payment_no',
  'tracking-number': 'tracking_no tracking_number waybill_no shipment_no awb parcel_no express_number tracking_code',
  shop: 'shop_name store_name seller_name merchant merchant_name poi_name restaurant_name store_title',
  loyalty: 'tier membership_level member_level loyalty_points vip_level reward_points member_tier membership_tier',
  browsing: 'browsing_history search_history search_keyword',
  gps: 'latitude longitude coordinates lat_lng latlng geo geo_point lat_lon',
  trajectory:
    'check_in check_out checkout check_in_date check_out_date flight_no flight_number hotel_name itinerary destination departure_city room_no',
  ip: 'ip_address ipaddress ipaddr last_ip client_ip remote_addr src_ip dst_ip source_ip reg_ip lastip regip last_login_ip signup_ip login_ip ipv4 last_logon_ip',
  mac: 'mac_address macaddr',
  imei: 'imei_no imei_number device_imei imei2',
  imsi: 'imsi_no iccid_no',
  'device-info':
    'device_model device_name useragent phone_model os_version browser device_type android_id idfa device_id model_name oaid udid device_uuid device_token phone_brand',
  url: 'website homepage web_site page_url site_url referer landing_page',
  plate: 'plate_number license_plate licence_plate plate_num car_plate vehicle_no vehicle_plate car_number',
  vin: 'vin_code vin_no chassis_no chassis_number frame_no vehicle_identification_number',
  diagnosis:
    'icd10 icd_code symptom symptoms treatment prescription condition allergies allergy medications diagnosis_name medical_history',
  'medical-record-no':
    'patient_no patient_number medical_record_no medical_record_number hospital_no nhs_no nhs_number chart_no admission_id',
  'body-metrics': 'blood blood_group bmi height_cm weight_kg bloodtype',
  employer:
    'company_name employer_name organization organisation organization_name work_unit workplace company_title firm_name current_company',
  'job-title': 'job_title job profession designation job_name current_position jobtitle duty',
  education: 'university college major education_level qualification school_name edu highest_degree edu_level',
  'student-id': 'student_number exam_no admission_no matric_no matriculation_no candidate_no student_code',
  ethnicity: 'ethnic ethnic_group nation ethnic_code',
  political: 'political_status political_party party_member',
  minor: 'guardian_name child childs_name child_birthday',
  message: 'message_content message_text sms_content chat_content msg msg_content message_body body mail_body',
  remark:
    'remarks notes comment comments memo feedback complaint complaint_text customer_note buyer_message order_note internal_note free_text',
  timestamp:
    'created create_at created_on updated updated_at update_time updated_time modified modified_at last_login_time login_time reg_date regdate ' +
    'register_time register_date registered reg_time join_date joined signup_date signup_ts ts datetime last_seen last_visit lastvisit hire_date ' +
    'start_date end_date effective_date open_date opt_in_date when_created finished finished_at event_time log_time start_time end_time ' +
    'registration_date last_active apply_time expire_time last_activity date_added date_joined added kickoff checked_at dateline',
  'row-id': 'row_id rowid seq seq_no row row_no index idx gid object_id pk rownum record_id auto_id',
};
