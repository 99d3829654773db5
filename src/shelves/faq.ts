import { z } from 'zod';
import { w } from '#src/i18n/words.ts';
import { confidence, keyOf, text } from './entry.ts';

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

export const faq = z.strictObject({
  question: text,
  category: keyOf(faqCategories),
  /** 相关政策的 slug，每个都要存在。 */ policies: z.array(text),
  guides: z.array(text),
  confidence,
  note: text.nullable(),
});
