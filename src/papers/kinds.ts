import type { CaseRow, EventRow } from '#src/cases/store.ts';
import type { Answers } from '#src/forms/field.ts';
import type { Content } from '#src/papers/content.ts';
import type { PaperKind } from '#src/papers/store.ts';
import { type Day, dayInWords } from '#src/rules/day.ts';
import { provinces } from '#src/rules/provinces.ts';

/** Which papers are drafted out of which form. */
const kindsOf: Readonly<Record<string, readonly PaperKind[]>> = {
  'transport-pass': ['pass', 'certificate'],
  filing: ['notice', 'certificate'],
  'supply-chain': ['letter', 'certificate'],
};

/** The last word of a review, and the day from which it lets the enterprise open. */
const clearedFrom = (events: readonly EventRow[]): Day | null => {
  const last = events.findLast(({ kind }) => ['cleared', 'rectifying', 'suspended'].includes(kind));
  if (last?.kind !== 'cleared') return null;
  const { from = '' }: { readonly from?: string } = JSON.parse(last.data);
  return from;
};

/**
 * The papers that a case may have as it stands: none while it is held, was withdrawn, or went into another; of a filing none before the
 * reopening notice was decided, nor after it was taken back.
 */
export const kindsFor = (
  row: Pick<CaseRow, 'form' | 'state' | 'mergedInto'>,
  events: readonly EventRow[],
): readonly PaperKind[] => {
  if (row.state === 'held' || row.state === 'withdrawn' || row.mergedInto !== '') return [];
  if (row.form === 'filing' && clearedFrom(events) === null) return [];
  return kindsOf[row.form] ?? [];
};

/** Forms of which papers are drafted. */
export const paperForms: readonly string[] = Object.keys(kindsOf);

type Trip = Partial<
  Record<'plate' | 'trailer' | 'driver' | 'from' | 'to' | 'goods' | 'quantity' | 'start' | 'end', string>
>;
type Supplier = Partial<Record<'name' | 'province' | 'county' | 'part' | 'reason', string>> & {
  readonly stockDays?: number | null;
};

type Given = {
  readonly kind: PaperKind;
  readonly row: Pick<CaseRow, 'form' | 'enterprise' | 'creditCode'>;
  readonly answers: Answers;
  readonly events: readonly EventRow[];
  readonly today: Day;
  /** Which of several suppliers a letter is about. */ readonly line: number;
};

const ofTrip = ({ kind, answers, row }: Given): Content => {
  const trip = answers as unknown as Trip;
  const { goods = '', quantity = '', plate = '', driver = '', from = '', to = '' } = trip;
  const days = { validFrom: trip.start ?? '', validTo: trip.end ?? '' };
  if (kind === 'pass')
    return {
      ...days,
      ...{ plate, driver, from, to, goods, quantity },
      trailer: trip.trailer ?? '',
      enterprise: row.enterprise,
    };
  const load = `${goods}${quantity}`;
  return {
    ...days,
    title: '原料运输证明',
    enterprise: row.enterprise,
    creditCode: row.creditCode,
    matter: `因生产需要，由${from}运往${to}：${load}。车牌${plate}，驾驶员${driver}。`,
  };
};

const ofFiling = ({ kind, events, row, today }: Given): Content => {
  const from = clearedFrom(events) || today;
  const firm = { enterprise: row.enterprise, creditCode: row.creditCode, validFrom: from };
  if (kind === 'notice')
    return {
      ...firm,
      terms: '请继续落实疫情防控和安全生产主体责任，做好员工健康监测、测温、消毒和通风。发现异常，马上报告。',
    };
  return {
    ...firm,
    title: '复工生产证明',
    validTo: '',
    matter: `已按规定报送复工信息，符合复工条件，自${dayInWords(from)}起复工生产。`,
  };
};

const reasons: Readonly<Record<string, string>> = {
  'not-reopened': '尚未获准复工',
  'short-staffed': '缺少员工',
  'no-masks': '缺少口罩等防疫物资',
  freight: '运输不通',
  stopped: '处于停产状态',
};

const nameOfProvince = (code: string): string =>
  provinces.find(one => one.code === code)?.name['zh-Hans'] ?? '';

const ofSupply = ({ kind, answers, row, line, today }: Given): Content => {
  const { suppliers, impact = '' } = answers as unknown as {
    readonly suppliers: readonly Supplier[];
    readonly impact?: string;
  };
  const supplier = suppliers[line] ?? suppliers[0] ?? {};
  const { name = '', county = '', part = '', reason = '', stockDays = null } = supplier;
  const firm = { enterprise: row.enterprise };
  if (kind === 'certificate')
    return {
      ...firm,
      title: '原料运输证明',
      creditCode: row.creditCode,
      matter: `因生产需要，由${name}（${county}）供应${part}，请对运输车辆予以放行。`,
      validFrom: today,
      validTo: '',
    };
  const left = stockDays === 0 ? '已经用完' : `只能维持${stockDays}天`;
  const stock = stockDays === null ? '' : `，现有库存${left}`;
  const why = reasons[reason] ? `目前${reasons[reason]}，` : '';
  return {
    ...firm,
    addressee: `${nameOfProvince(supplier.province ?? '')}${county}人民政府`,
    supplier: name,
    matter: [
      `我区企业${row.enterprise}由贵地企业${name}供应${part}。该供应商${why}供应中断${stock}。`,
      ...(impact === '' ? [] : [/[。！？]$/.test(impact) ? impact : `${impact}。`]),
      `恳请贵地在做好疫情防控的前提下，帮助${name}复工复产，并对有关货物运输予以放行。`,
    ].join('\n'),
  };
};

/** What a new draft begins with: what the case says already. */
export const prefilled = (given: Given): Content => {
  if (given.row.form === 'transport-pass') return ofTrip(given);
  return given.row.form === 'filing' ? ofFiling(given) : ofSupply(given);
};
