/** Names of columns that hold none of the field types, whatever their values look like; blanks apart as in the lists. */
export const benignNames =
  'qty quantity count num_items stock on_hand reorder_level min_qty max_qty volume vol bytes size length width depth duration duration_ms elapsed latency ' +
  'status state_code status_code code error_code response_code method path protocol port action level_name severity priority logger thread module ' +
  'service span_name trace_id request_id flag enabled active deleted is_deleted is_active sort sort_order rank score rating temp temperature humidity ' +
  'pressure voltage current power speed wind_speed rain rain_mm pm25 visibility altitude area area_m2 shape_area shape_length perimeter ratio rate ' +
  'percent percentage growth open high low close bid ask version build branch commit firmware serial serial_no serial_number batch batch_no lot ' +
  'category categories class type kind brand colour color unit units spec specification material warehouse bin bin_location shelf part_no sensor ' +
  'sensor_id station station_id year month weekday day quarter week season team home away matchday attendance isbn issn barcode ean upc pages edition publisher ' +
  'language genre land_use zone department dept class_name grade room section ' +
  '数量 库存 状态 状态码 订单状态 类型 类别 类目 分类 品牌 颜色 单位换算 规格 型号规格 规格型号 材质 产地编号 条形码 条码 货号 编码 代码 上级代码 级别 星期 月份 年份 季度 访问量 转化率 ' +
  '点击量 浏览量 渠道 产量 同比增长 同比 环比 增长率 占比 比例 温度 湿度 气压 风速 降雨量 电压 电流 功率 面积 容积率 长度 宽度 高度 重量 体积 版本 版本号 批次 批号 序列号 ' +
  '出版社 页数 册数 馆藏地 科室 班级 部门 证件类型 证件类别 发动机号 保单号 处理结果 处理状态 品牌型号 车型 总分 得分 分数 排名 名次 开户行 支行 地类 用途 ' +
  'menge anzahl bestand einheit cantidad unidad cantidade adet количество статус тип 数値 個数 状態 数量 種別 상태 수량 유형';
