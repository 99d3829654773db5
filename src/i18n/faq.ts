import { w } from './words.ts';

/** What a common question is about. The key stands in `content/faq`, the words are shown. */
export const faqCategories = {
  prepare: w('复工准备', 'Preparing'),
  procedure: w('复工手续', 'Procedure'),
  health: w('员工健康', 'Staff health'),
  disinfect: w('消毒', 'Disinfection'),
  canteen: w('食堂', 'Canteen'),
  dormitory: w('宿舍', 'Dormitory'),
  building: w('楼宇', 'Buildings'),
  construction: w('工地', 'Construction'),
  employment: w('用工', 'Employment'),
  social_insurance: w('社保', 'Social insurance'),
  tax: w('税费', 'Taxes'),
  finance: w('贷款', 'Loans'),
  rent: w('房租', 'Rent'),
  utilities: w('水电气', 'Utilities'),
  transport: w('运输', 'Transport'),
  trade: w('外贸', 'Trade'),
  materials: w('物资', 'Supplies'),
  supply_chain: w('上下游', 'Supply chain'),
  service: w('办事服务', 'Services'),
} as const;

/** What stands in a public answer in place of who asked. Answers are published in Chinese, whatever language the desk uses. */
export const standInWords = {
  enterprise: w('某企业', 'a company'),
  contact: w('企业联系人', 'the contact'),
  phone: w('（电话略）', '(phone left out)'),
  'id-number': w('（证件号略）', '(ID left out)'),
  'credit-code': w('（信用代码略）', '(credit code left out)'),
  account: w('（编号略）', '(number left out)'),
  plate: w('（车牌略）', '(plate left out)'),
  email: w('（邮箱略）', '(e-mail left out)'),
  chat: w('（微信略）', '(chat name left out)'),
} as const;

/** How a public answer names a page of the site that it leads to. */
export const roomWords = {
  policies: w('政策页', 'the policy’s page'),
  guides: w('操作指南', 'the guide'),
  hotlines: w('办事电话', 'the hotlines'),
  forms: w('网上填表', 'the form'),
  faq: w('常见问题', 'the common questions'),
  notices: w('通知', 'the notice'),
  suppliers: w('供应渠道', 'the suppliers'),
} as const;
