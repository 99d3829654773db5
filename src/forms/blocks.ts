import { type Words, w } from '#src/i18n/words.ts';
import { phone } from '#src/rules/phone.ts';
import {
  type Answers,
  type ConsentField,
  type Fields,
  type Problem,
  type Purpose,
  pointer,
  type Tables,
} from './field.ts';

/** Why a personal field is asked: on consent, kept a year, seen by those who handle the case, unless `some` says otherwise. */
export const toAnswer = (why: Words, some: Partial<Omit<Purpose, 'why'>> = {}): Purpose => ({
  why,
  basis: w('经您同意（个人信息保护法第13条第1项）', 'Your consent (PIPL article 13, item 1)'),
  days: 365,
  seenBy: w('承办您这件事的工作人员', 'The officers who handle your case'),
  ...some,
});

const enterprise = {
  kind: 'group',
  label: w('企业', 'Enterprise'),
  fields: {
    name: {
      kind: 'text',
      label: w('企业名称', 'Name of the enterprise'),
      help: w(
        '和营业执照上一样；个体工商户写字号或经营者',
        'As on the licence; a sole trader writes the trade name or the owner',
      ),
      required: true,
      max: 80,
      clear: true,
      autocomplete: 'organization',
    },
    creditCode: {
      kind: 'credit-code',
      label: w('统一社会信用代码', 'Unified social credit code'),
      help: w(
        '18位，在营业执照上；还没有就空着',
        '18 characters, on the licence; leave empty if there is none yet',
      ),
    },
    area: {
      kind: 'choice',
      label: w('所在园区、楼宇或街道', 'Park, building or street'),
      required: true,
      options: (tables: Tables) =>
        tables.areas.map(area => ({
          code: area.code,
          name: w(
            `${area.name['zh-Hans']}（${area.covers['zh-Hans']}）`,
            `${area.name.en} (${area.covers.en})`,
          ),
        })),
    },
    line: {
      kind: 'choice',
      label: w('主要做什么', 'Main business'),
      required: true,
      options: (tables: Tables) => tables.lines.map(line => ({ code: line.code, name: line.ask })),
    },
    soleTrader: { kind: 'yes-no', folded: true, label: w('是不是个体工商户', 'Is it a sole trader?') },
  },
} as const satisfies Fields[string];

const ways = {
  sms: w('发短信到上面的手机', 'SMS to the mobile above'),
  mail: w('发邮件', 'E-mail'),
} as const;

/** What a form wants with the contact, and who sees it where it is not only those who handle the case. */
type Use = { readonly name: Words; readonly phone: Words; readonly seenBy?: Words };

const contact = ({ name, phone, seenBy }: Use) => {
  const seen = seenBy ? { seenBy } : {};
  return {
    kind: 'group',
    label: w('联系人', 'Contact'),
    fields: {
      name: {
        kind: 'text',
        label: w('联系人', 'Name'),
        required: true,
        max: 40,
        autocomplete: 'name',
        personal: toAnswer(name, seen),
      },
      phone: {
        kind: 'phone',
        label: w('手机或电话', 'Mobile or phone'),
        help: w(
          '工作人员打这个号码答复；忘了查询密码也回拨它',
          'Officers call this number to answer, and to give you a new password',
        ),
        required: true,
        personal: toAnswer(phone, seen),
      },
      role: {
        kind: 'text',
        folded: true,
        label: w('职务', 'Position'),
        max: 40,
        autocomplete: 'organization-title',
        personal: toAnswer(w('方便称呼和确认身份', 'To address you and confirm who you are'), seen),
      },
      tell: {
        kind: 'choice',
        folded: true,
        label: w('有进展时怎么告诉您', 'How to tell you of news'),
        help: w(
          '只说“有新进展”，不写内容；不选就不发，随时可以自己查',
          'Only that there is news, not what; none is sent unless you choose, and you can always look it up',
        ),
        options: ({ tell }: Tables) => [
          { code: 'none', name: w('不用', 'Do not') },
          ...tell.map(way => ({ code: way, name: ways[way] })),
        ],
      },
      email: {
        kind: 'text',
        folded: true,
        label: w('邮箱', 'E-mail address'),
        when: { field: 'tell', is: ['mail'] },
        max: 120,
        autocomplete: 'email',
        personal: toAnswer(w('有进展时发邮件告诉您', 'To tell you of news'), seen),
      },
    },
  } as const satisfies Fields[string];
};

/** The enterprise and the person to talk to, asked for what this form wants with them. */
export const sharedFor = (use: Use) => ({ enterprise, contact: contact(use) }) as const;

/** The enterprise and the person to talk to: asked the same way by every form. */
export const shared = sharedFor({
  name: w('知道该找谁答复', 'To know whom to answer'),
  phone: w('打电话答复和核对', 'To call you back and check details'),
});

/** Columns of the shared block, in the order of every export. */
export const sharedColumns = [
  'enterprise.name',
  'enterprise.creditCode',
  'enterprise.soleTrader',
  'enterprise.area',
  'enterprise.line',
  'contact.name',
  'contact.role',
  'contact.phone',
  'contact.tell',
  'contact.email',
] as const;

const wrong = (name: string, message: Words): readonly Problem[] => [{ pointer: pointer(name), message }];

/** What is asked of the shared block as a whole: an SMS reaches a mobile only, a letter an address. */
export const checkShared = ({ contact }: Partial<Pick<Answers, 'contact'>>): readonly Problem[] => {
  const { tell = '', email = '', phone: typed = '' } = contact ?? {};
  if (tell === 'sms' && !/^1\d{10}$/.test(phone(typed)?.national ?? ''))
    return wrong(
      'contact.phone',
      w(
        '短信只能发到手机：请填手机号，或者选“不用”“发邮件”',
        'An SMS reaches a mobile only: give a mobile number, or choose another way',
      ),
    );
  return tell === 'mail' && !/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@.<>,;"]+$/.test(email)
    ? wrong(
        'contact.email',
        w('邮箱不对，要像 name@example.com 这样', 'Not an e-mail address: write it like name@example.com'),
      )
    : [];
};

export const hotlineTicket = {
  kind: 'text',
  folded: true,
  label: w('12345工单号', '12345 ticket number'),
  help: w('打过12345的话填上，不用重新说一遍', 'If you already called 12345'),
  max: 30,
} as const;

export const note = {
  kind: 'text',
  folded: true,
  label: w('补充说明', 'Anything else'),
  max: 500,
  rows: 3,
} as const;

export const address = {
  kind: 'text',
  folded: true,
  label: w('送货地址', 'Delivery address'),
  help: w('选送货上门时填', 'When goods are to be delivered'),
  max: 120,
  autocomplete: 'street-address',
  personal: toAnswer(w('送货上门', 'To deliver goods')),
} as const;

export const receiver = {
  kind: 'text',
  folded: true,
  label: w('收货人', 'Receiver'),
  help: w('和联系人是同一人就不用填', 'If not the contact'),
  max: 40,
  personal: toAnswer(w('交接物资', 'To hand over goods')),
} as const;

/** The tick without which nothing personal may be taken in. */
export const consent: ConsentField = {
  kind: 'consent',
  label: w('同意', 'Consent'),
  required: true,
  statement: w(
    '我同意工作人员为办理这件事使用以上信息',
    'I agree that officers use this information to handle this matter',
  ),
};
