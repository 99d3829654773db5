import { type Words, w } from '#src/i18n/words.ts';

const province = (code: string, zh: string, en: string): { readonly code: string; readonly name: Words } => ({
  code,
  name: w(zh, en),
});

/** The 34 provinces by their short names, in the order of GB/T 2260. */
export const provinces = [
  province('beijing', '北京', 'Beijing'),
  province('tianjin', '天津', 'Tianjin'),
  province('hebei', '河北', 'Hebei'),
  province('shanxi', '山西', 'Shanxi'),
  province('inner-mongolia', '内蒙古', 'Inner Mongolia'),
  province('liaoning', '辽宁', 'Liaoning'),
  province('jilin', '吉林', 'Jilin'),
  province('heilongjiang', '黑龙江', 'Heilongjiang'),
  province('shanghai', '上海', 'Shanghai'),
  province('jiangsu', '江苏', 'Jiangsu'),
  province('zhejiang', '浙江', 'Zhejiang'),
  province('anhui', '安徽', 'Anhui'),
  province('fujian', '福建', 'Fujian'),
  province('jiangxi', '江西', 'Jiangxi'),
  province('shandong', '山东', 'Shandong'),
  province('henan', '河南', 'Henan'),
  province('hubei', '湖北', 'Hubei'),
  province('hunan', '湖南', 'Hunan'),
  province('guangdong', '广东', 'Guangdong'),
  province('guangxi', '广西', 'Guangxi'),
  province('hainan', '海南', 'Hainan'),
  province('chongqing', '重庆', 'Chongqing'),
  province('sichuan', '四川', 'Sichuan'),
  province('guizhou', '贵州', 'Guizhou'),
  province('yunnan', '云南', 'Yunnan'),
  province('tibet', '西藏', 'Tibet'),
  province('shaanxi', '陕西', 'Shaanxi'),
  province('gansu', '甘肃', 'Gansu'),
  province('qinghai', '青海', 'Qinghai'),
  province('ningxia', '宁夏', 'Ningxia'),
  province('xinjiang', '新疆', 'Xinjiang'),
  province('taiwan', '台湾', 'Taiwan'),
  province('hong-kong', '香港', 'Hong Kong'),
  province('macao', '澳门', 'Macao'),
] as const;
