import { describe, expect, it } from 'vitest';
import { isStandardNumber, standardNumber } from '#src/rules/document-number.ts';

describe('standardNumber', () => {
  it.each([
    ['国办发明电〔2020〕6号', '国办发明电〔2020〕6号'],
    ['国办发明电[2020]6号', '国办发明电〔2020〕6号'],
    ['国办发明电【2020】6号', '国办发明电〔2020〕6号'],
    ['国办发明电(2020)6号', '国办发明电〔2020〕6号'],
    ['国办发明电（2020）6号', '国办发明电〔2020〕6号'],
    ['国办发明电［２０２０］６号', '国办发明电〔2020〕6号'],
    ['国办发明电﹝2020﹞6号', '国办发明电〔2020〕6号'],
    [' 人社部发 [2020] 第011号 ', '人社部发〔2020〕11号'],
    ['人社部发〔2020年〕11号', '人社部发〔2020〕11号'],
    ['财税〔2020〕 第 08 号', '财税〔2020〕8号'],
    ['财政部 税务总局公告2020年第08号', '财政部 税务总局公告2020年第8号'],
    ['税务总局公告 2020 年 第 4 号', '税务总局公告 2020年第4号'],
    ['海关总署通告（第12号）', '海关总署通告第12号'],
  ])('writes %s as %s', (typed, standard) => {
    expect(standardNumber(typed)).toBe(standard);
    expect(standardNumber(standard)).toBe(standard);
  });
});

describe('isStandardNumber', () => {
  it.each([
    '国办发明电〔2020〕6号',
    '财政部 税务总局公告2020年第8号',
    '国务院令第724号',
    '海关总署通告第12号',
    '发改办财金〔1999〕100号',
  ])('takes %s', number => {
    expect(isStandardNumber(number)).toBe(true);
  });

  it.each([
    '国办发明电[2020]6号',
    '国办发明电〔2020〕第6号',
    '国办发明电〔2020〕06号',
    '国办发明电〔2020〕0号',
    '国办发明电〔20〕6号',
    '国办发明电〔2120〕6号',
    '国办发明电2020-6',
    '〔2020〕6号',
    '国办发明电〔2020〕6',
    '公告2020年第0号',
    '',
  ])('does not take %j', number => {
    expect(isStandardNumber(number)).toBe(false);
  });
});
