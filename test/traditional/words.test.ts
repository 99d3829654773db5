import { describe, expect, test } from 'vitest';
import { converter, traditional } from '#src/traditional/words.ts';

describe('words in traditional characters', () => {
  test.each([
    ['复工服务台', '復工服務台'],
    ['工作台', '工作台'],
    ['领取时签领用单', '領取時簽領用單'],
    ['第一个标签', '第一個標籤'],
    ['银发〔2020〕29号', '銀發〔2020〕29號'],
    ['这笔资金发放的', '這筆資金發放的'],
    ['分批复产', '分批復產'],
    ['只存14天后自动删掉', '只存14天後自動刪掉'],
    ['只有里面的干部和面粉', '只有裡面的幹部和麵粉'],
    ['2020年3月20日，21亿元', '2020年3月20日，21億元'],
    ['masks, 12345', 'masks, 12345'],
  ])('%s', (simplified, expected) => {
    expect(traditional(simplified)).toBe(expected);
  });

  test('what the dictionaries get wrong is put right by the table, the longer word first', () => {
    expect(converter({})('复工服务台')).toBe('復工服務檯');
    expect(converter({ 签: '簽', 标签: '標籤' })('签标签')).toBe('簽標籤');
  });
});
