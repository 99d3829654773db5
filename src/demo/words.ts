/**
 * Words that names are made of. The enterprises are nobody: a brand of two characters that says nothing and no place, so that none of
 * them is a registered name.
 */
export const brands = {
  first: [
    ...'禾岚澄沐栎芷穗砚翎杉榆苇萤汐霁桐枫棠柏苓蓼荻蕙芃昭旻晗煦珩瑾璟琅钰铮锦鸣翊骁屿峤芸茉葵荞樾椿楠梓槿柚',
  ],
  second: [...'原野川泽舟渡桥岸垣亭台阁里坊舍轩庭圃畦陌谷丘峰岭溪涧泉湾洲汀麦粟黍棉桑竹松槐枝实苗'],
} as const;

/** What enterprises of a line do, how often, and what they end in. */
export type Trade = {
  readonly what: readonly string[];
  readonly ends: readonly string[];
  /** How large they usually are, in staff. */ readonly staff: number;
  readonly share: number;
  /** Positions that they look for. */ readonly posts: readonly string[];
};

/** By the code of the line; another line of a zone gets `usual`. */
export const trades: Readonly<Record<string, Trade>> = {
  industry: {
    what: [
      '精密机械',
      '汽车零部件',
      '注塑',
      '五金制品',
      '电子',
      '包装材料',
      '食品',
      '服装',
      '新材料',
      '医疗器械',
      '光学仪器',
      '电机',
      '模具',
      '线缆',
    ],
    ends: ['有限公司', '有限公司', '有限公司', '厂', '股份有限公司'],
    staff: 85,
    share: 42,
    posts: ['数控操作工', '装配工', '焊工', '质检员', '叉车司机', '注塑工', '包装工', '电工'],
  },
  commerce: {
    what: ['商贸', '物流', '供应链', '餐饮管理', '百货', '快递', '酒店管理', '冷链运输', '农产品'],
    ends: ['有限公司', '有限公司', '商行', '经营部'],
    staff: 18,
    share: 28,
    posts: ['分拣员', '配送员', '理货员', '收银员', '厨师', '货车司机', '仓库管理员'],
  },
  'tech-finance': {
    what: [
      '软件',
      '信息技术',
      '网络科技',
      '生物技术',
      '检测技术',
      '智能装备',
      '数据服务',
      '融资租赁',
      '工业设计',
    ],
    ends: ['有限公司', '有限公司', '有限责任公司', '研究所'],
    staff: 26,
    share: 20,
    posts: ['软件工程师', '测试工程师', '实验员', '客户经理', '实施顾问', '结构工程师'],
  },
  construction: {
    what: ['建筑工程', '市政工程', '装饰工程', '钢结构', '机电安装'],
    ends: ['有限公司', '有限公司项目部', '工程队'],
    staff: 60,
    share: 6,
    posts: ['木工', '钢筋工', '水电工', '塔吊司机', '安全员'],
  },
  university: {
    what: ['职业技术', '工程技术', '康复', '口腔', '综合'],
    ends: ['学校', '培训中心', '门诊部', '医院'],
    staff: 70,
    share: 2,
    posts: ['保洁员', '护理员', '食堂帮厨', '实训教师'],
  },
  public: {
    what: ['公共服务', '水务', '园林管护', '文化'],
    ends: ['中心', '事务所', '服务站'],
    staff: 30,
    share: 2,
    posts: ['窗口人员', '保安员', '绿化养护工'],
  },
};

export const usual: Trade = {
  what: ['综合服务'],
  ends: ['有限公司'],
  staff: 20,
  share: 2,
  posts: ['普工', '文员'],
};

/** What sole traders keep. */
export const shops: readonly string[] = [
  '小吃店',
  '便利店',
  '理发店',
  '五金店',
  '水果店',
  '修车铺',
  '面馆',
  '洗衣店',
  '文具店',
];

export const surnames: readonly string[] = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
export const given: readonly string[] = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲健宁凯佳瑞宇晨雪琳博',
];
export const positions: readonly string[] = [
  '总经理',
  '办公室主任',
  '行政主管',
  '人事经理',
  '财务',
  '厂长',
  '综合部',
  '安全主管',
];
/** Where staff come from and goods go to: provinces as everybody knows them, with no county that could be looked up. */
export const elsewhere: readonly string[] = [
  '云南',
  '四川',
  '河南',
  '贵州',
  '安徽',
  '江西',
  '湖南',
  '广西',
  '甘肃',
  '陕西',
  '山东',
  '河北',
  '辽宁',
  '重庆',
];
