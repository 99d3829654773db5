import { w } from '#src/i18n/words.ts';
import { provinces } from '#src/rules/provinces.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor, toAnswer } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';

const option = (code: string, zh: string, en: string) => ({ code, name: w(zh, en) });
const forTheLetter = {
  seenBy: w(
    '承办您这件事的工作人员和供应商所在地的政府部门',
    'The officers who handle your case and the authorities where the supplier is',
  ),
};

/** 上下游断供: which supplier, where, which part, why; the zone writes to the place where the supplier is. */
export const supplyChain = form({
  id: 'supply-chain',
  subject: 'need',
  title: w('反映上下游断供', 'Report a supplier that stands still'),
  lead: w(
    '供应商停了、货到不了，填这张表。我们联系对方所在地，请求帮助复工和放行。',
    'Does a supplier stand still, or do parts not arrive? Tell us here; we write to the place where the supplier is.',
  ),
  fields: {
    suppliers: {
      kind: 'lines',
      label: w('哪家供应商', 'Suppliers'),
      help: w('一家一行', 'One a line'),
      fields: {
        name: { kind: 'text', label: w('供应商名称', 'Name'), required: true, max: 80, clear: true },
        province: {
          kind: 'choice',
          label: w('在哪个省', 'Province'),
          required: true,
          options: provinces,
        },
        county: {
          kind: 'text',
          label: w('市和县区', 'City and county'),
          help: w('例如：玉林市玉州区', 'To know which authority to write to'),
          required: true,
          max: 60,
          clear: true,
        },
        part: {
          kind: 'text',
          label: w('断供的是什么', 'What is missing?'),
          required: true,
          max: 100,
          clear: true,
        },
        reason: {
          kind: 'choice',
          label: w('为什么断', 'Why?'),
          required: true,
          options: [
            option('not-reopened', '未获复工', 'Not yet allowed to reopen'),
            option('short-staffed', '缺工', 'Short of staff'),
            option('no-masks', '缺口罩', 'Short of masks'),
            option('freight', '运输不通', 'No transport'),
            option('stopped', '停产', 'Production stopped'),
          ],
        },
        stockDays: {
          kind: 'number',
          label: w('库存还能撑几天', 'Days of stock left'),
          max: 3650,
          orZero: true,
          unit: w('天', 'days'),
        },
        contact: {
          kind: 'text',
          folded: true,
          label: w('对方联系人', 'Contact of the supplier'),
          help: w('先问过对方，对方同意再填', 'Ask first; fill in with the person’s consent'),
          max: 40,
          personal: toAnswer(w('联系供应商核实情况', 'To ask the supplier how things stand'), forTheLetter),
        },
        contactPhone: {
          kind: 'phone',
          folded: true,
          label: w('对方电话', 'Phone of the supplier'),
          personal: toAnswer(w('联系供应商核实情况', 'To ask the supplier how things stand'), forTheLetter),
        },
        contactAgrees: {
          kind: 'permission',
          folded: true,
          label: w('对方联系人同意', 'The contact agrees'),
          statement: w(
            '对方联系人知道并同意：联系方式告诉我们和当地政府',
            'The contact knows and agrees that we and the authorities there get the number',
          ),
        },
      },
    },
    impact: {
      kind: 'text',
      label: w('断供对您有什么影响', 'What does it mean for you?'),
      help: w('例如：哪条线停了、耽误多少订单', 'For instance: which line stands still, which orders wait'),
      max: 300,
      rows: 2,
    },
    ...sharedFor({
      name: w('知道该找谁了解断供情况', 'To know whom to ask about the supply'),
      phone: w('打电话核对和告诉您协调结果', 'To check details and tell you the outcome'),
    }),
    hotlineTicket,
    note,
    consent,
  },
  routingField: '',
  check: value =>
    value.suppliers.flatMap((line, index): readonly Problem[] => {
      const named = line.contact !== '' || line.contactPhone !== '';
      if (!named || line.contactAgrees) return [];
      const message = w(
        '填了对方的联系人或电话，要先得到对方同意并勾选；没问过就把联系人和电话删掉',
        'A contact or phone needs the person’s consent: tick it, or take the contact and phone out',
      );
      return [{ pointer: pointer(`suppliers.${index}.contactAgrees`), message }];
    }),
  columns: [
    ...sharedColumns,
    'suppliers.name',
    'suppliers.province',
    'suppliers.county',
    'suppliers.part',
    'suppliers.reason',
    'suppliers.stockDays',
    'suppliers.contact',
    'suppliers.contactPhone',
    'suppliers.contactAgrees',
    'impact',
    'hotlineTicket',
    'note',
  ],
});
