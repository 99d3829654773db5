import { type Words, w } from '#src/i18n/words.ts';
import { type Plate, plate } from '#src/rules/plate.ts';
import { provinces } from '#src/rules/provinces.ts';
import { consent, hotlineTicket, note, sharedColumns, sharedFor, toAnswer } from './blocks.ts';
import { form, type Problem, pointer } from './field.ts';

/** What is wrong with a plate and what to write; null where it is one. */
const plateProblem = (read: Plate): Words | null => {
  switch (read.tag) {
    case 'valid':
      return null;
    case 'beginning':
      return w(
        '车牌以省的简称和一个字母开头，例如 吉A12345',
        'A plate begins with a province and a letter, such as 吉A12345',
      );
    case 'character':
      return w(
        `车牌第${read.position}位的“${read.character}”不会出现（没有 I 和 O），请对照行驶证`,
        `Character ${read.position} of the plate, “${read.character}”, cannot occur (there is no I or O): compare with the licence`,
      );
    case 'length':
      return w(
        `车牌是7位，新能源车8位，现在是${read.length}位`,
        `A plate has 7 characters, 8 on a new-energy vehicle; here ${read.length}`,
      );
    case 'new-energy':
      return w(
        '8位的是新能源车牌，例如 吉AD12345，请对照行驶证',
        'Eight characters make a new-energy plate, such as 吉AD12345: compare with the licence',
      );
  }
};

const checkPlate = (path: string, typed: string): readonly Problem[] => {
  const read = plate(typed);
  const message = plateProblem(read);
  if (message) return [{ pointer: pointer(path), message }];
  const isTrailer = read.tag === 'valid' && read.kind === 'trailer';
  if (isTrailer === (path === 'trailer')) return [];
  return [
    {
      pointer: pointer(path),
      message: isTrailer
        ? w(
            '带“挂”的是挂车号，请写牵引车或货车的车牌',
            'A plate that ends in 挂 is a trailer’s: enter that of the lorry',
          )
        : w('挂车号最后一位是“挂”，例如 吉A1234挂', 'A trailer’s plate ends in 挂, such as 吉A1234挂'),
    },
  ];
};

const onThePass = {
  seenBy: w(
    '交通组、发证的交通部门和路上检查的人',
    'The Transport Group, the authority that issues the pass, and those who check it on the road',
  ),
};
const place = (zh: string, en: string) =>
  ({ kind: 'text', label: w(zh, en), required: true, max: 80 }) as const;

/** 车辆通行证: which vehicle carries what, from where to where, on which days. The zone passes it on or certifies. */
export const transportPass = form({
  id: 'transport-pass',
  subject: 'need',
  title: w('申请车辆通行证', 'Apply for a vehicle pass'),
  lead: w(
    '运货车辆需要通行证的，填这张表。跨省应急通行证由省级交通部门发放，本区只受理转报或出具证明。',
    'For vehicles that carry goods. Passes across provinces are issued by the provincial transport authority; the zone passes your application on or certifies the trip.',
  ),
  fields: {
    plate: {
      kind: 'text',
      label: w('车牌', 'Plate'),
      help: w('例如：吉A12345', 'As on the vehicle licence'),
      required: true,
      max: 20,
      personal: toAnswer(w('印在通行证上，路上核对', 'Printed on the pass, compared on the road'), onThePass),
    },
    driver: {
      kind: 'text',
      label: w('驾驶员', 'Driver'),
      required: true,
      max: 40,
      personal: toAnswer(w('写进通行证，路上核对', 'Named in the pass, checked on the road'), onThePass),
    },
    driverPhone: {
      kind: 'phone',
      label: w('驾驶员电话', 'Phone of the driver'),
      required: true,
      personal: toAnswer(w('车在路上时联系', 'To reach the vehicle on the road'), onThePass),
    },
    from: place('从哪里出发', 'From'),
    to: place('到哪里', 'To'),
    goods: { kind: 'text', label: w('运什么货', 'Goods'), required: true, max: 80 },
    quantity: {
      kind: 'text',
      label: w('多少货', 'How much?'),
      help: w('例如：20吨，或500箱', 'For instance: 20 tonnes, or 500 boxes'),
      max: 40,
    },
    start: { kind: 'day', label: w('哪天开始用', 'First day'), required: true },
    end: { kind: 'day', label: w('用到哪天', 'Last day'), required: true },
    trailer: {
      kind: 'text',
      folded: true,
      label: w('挂车号', 'Plate of the trailer'),
      help: w('例如：吉A1234挂；没有挂车就空着', 'Leave it empty if there is none'),
      max: 20,
      personal: toAnswer(w('印在通行证上，路上核对', 'Printed on the pass, compared on the road'), onThePass),
    },
    provinces: {
      kind: 'choices',
      folded: true,
      label: w('跨省的，经过哪些省', 'Provinces on the way, if it leaves the province'),
      options: provinces,
    },
    ...sharedFor({
      name: w('知道该找谁领证', 'To know who collects the pass'),
      phone: w('打电话核对车辆、通知领证', 'To check details and say when the pass is ready'),
    }),
    hotlineTicket,
    note,
    consent: {
      ...consent,
      statement: w(
        '我同意工作人员为办通行证使用以上信息并转报发证的交通部门；驾驶员知道并同意',
        'I agree that officers use this information for the pass and send it to the authority that issues it; the driver knows and agrees',
      ),
    },
  },
  routingField: '',
  check: value => [
    ...checkPlate('plate', value.plate),
    ...(value.trailer === '' ? [] : checkPlate('trailer', value.trailer)),
    ...(value.end < value.start
      ? [
          {
            pointer: pointer('end'),
            message: w(
              '“用到哪天”早于“哪天开始用”，请核对',
              'The last day is before the first day: please check',
            ),
          },
        ]
      : []),
  ],
  columns: [
    ...sharedColumns,
    'plate',
    'trailer',
    'driver',
    'driverPhone',
    'from',
    'to',
    'provinces',
    'goods',
    'quantity',
    'start',
    'end',
    'hotlineTicket',
    'note',
  ],
});
