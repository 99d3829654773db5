import { w } from '#src/i18n/words.ts';
import { consent, note, sharedColumns, sharedFor } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';
import { each, unitProblems } from './units.ts';

/** Codes are stored; the names of standards are the same in every language. */
const standard = (code: string, name: string) => ({ code, name: w(name, name) });
const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });
const most = 100_000_000;
const amount = { kind: 'number', max: most, decimals: 2 } as const;

/** 供应信息: who can deliver what, at which price, until when; published only after a check and with consent (D2). */
export const supplyOffer = form({
  id: 'supply-offer',
  subject: 'giving',
  title: w('提供物资货源', 'Offer supplies'),
  lead: w(
    '核对证照后登在供应信息里。先验货后付款，本区不担保。',
    'Listed after the licences are checked. Buyers inspect before they pay; the zone gives no guarantee.',
  ),
  fields: {
    offers: {
      kind: 'lines',
      label: w('能供应什么', 'What can you supply?'),
      help: w('一种物资一行', 'One line each'),
      fields: {
        item: { kind: 'choice', label: w('物资', 'Item'), required: true, options: tables => tables.items },
        name: {
          kind: 'text',
          label: w('品名和规格', 'Name and specification'),
          help: w('品牌、型号、包装', 'Brand, model, packing'),
          required: true,
          max: 100,
        },
        available: { ...amount, label: w('可供数量', 'Quantity available'), required: true },
        unit: { kind: 'choice', label: w('单位', 'Unit'), required: true, options: tables => tables.units },
        each,
        price: {
          ...amount,
          label: w('含税单价', 'Unit price with tax'),
          help: w('按上面的单位算，面议就空着', 'Per unit; leave it empty if negotiable'),
          unit: w('元', 'yuan'),
        },
        standards: {
          kind: 'choices',
          label: w('执行标准', 'Standards'),
          help: w(
            '口罩和防护服要选；包装或检测报告上有',
            'For masks and suits; on the package or test report',
          ),
          options: [
            standard('gb-19083', 'GB 19083'),
            standard('yy-0469', 'YY 0469'),
            standard('yyt-0969', 'YY/T 0969'),
            standard('gb-2626', 'GB 2626'),
            option('other', '其他', 'Other'),
          ],
        },
        otherStandard: {
          kind: 'text',
          label: w('其他标准', 'Other standard'),
          when: { field: 'standards', is: ['other'] },
          required: true,
          max: 60,
        },
        least: {
          ...amount,
          folded: true,
          label: w('起订量', 'Minimum order'),
          help: w('没有起订量就空着', 'Leave it empty if there is none'),
        },
      },
    },
    licences: {
      kind: 'choices',
      label: w('有哪些证照', 'Licences'),
      required: true,
      options: [
        option('business', '营业执照', 'Business licence'),
        option('device-making', '医疗器械生产许可证或备案', 'Licence to make medical devices'),
        option('device-trade', '医疗器械经营许可证或备案', 'Licence to trade in medical devices'),
        option('device', '产品注册证或备案', 'Registration of the product'),
        option('disinfection', '消毒产品卫生许可证', 'Licence for disinfectants'),
        option('report', '检测报告', 'Test report'),
      ],
    },
    papers: {
      kind: 'files',
      label: w('证照照片', 'Pictures of the licences'),
      help: w('手机拍照即可，可以后补', 'A photograph will do; you may send it later'),
      max: 6,
    },
    from: {
      kind: 'text',
      label: w('从哪里发货', 'Sent from'),
      help: w('写到市、县', 'City or county'),
      required: true,
      max: 60,
    },
    until: {
      kind: 'day',
      label: w('有效到哪天', 'Valid until'),
      help: w('到时候还有货，可以再报', 'If there is more by then, offer it again'),
      required: true,
      past: true,
    },
    ...sharedFor({
      name: w('核对货源；您同意公开的，公布给企业', 'To check the offer; shown to enterprises if you agree'),
      phone: w('核对货源；您同意公开的，公布给企业', 'To check the offer; shown to enterprises if you agree'),
    }),
    publishing: {
      kind: 'permission',
      label: w('公开', 'Publishing'),
      statement: w(
        '可以把以上货源和联系人、电话公布给企业（不勾就只由工作人员联系您）',
        'The offer, contact and phone may be shown to enterprises (otherwise only officers will contact you)',
      ),
    },
    note,
    consent,
  },
  routingField: 'offers.0.item',
  check: (value, tables, today) => {
    const problems: Problem[] = value.offers.flatMap((line, index) =>
      unitProblems(line, `offers.${index}`, tables),
    );
    value.offers.forEach((line, index) => {
      if (line.least !== null && line.available !== null && line.least > line.available) {
        problems.push({
          pointer: pointer(`offers.${index}.least`),
          message: w('起订量比可供数量还多，请核对', 'The minimum order is more than there is: please check'),
        });
      }
    });
    if (value.until < today) {
      problems.push({
        pointer: pointer('until'),
        message: w('这一天已经过了，请写货源还有效的日期', 'This day has passed: give a day to come'),
      });
    }
    return problems;
  },
  columns: [
    ...sharedColumns,
    'offers.item',
    'offers.name',
    'offers.available',
    'offers.unit',
    'offers.each',
    'offers.price',
    'offers.least',
    'offers.standards',
    'offers.otherStandard',
    'licences',
    'papers',
    'from',
    'until',
    'publishing',
    'note',
  ],
});
