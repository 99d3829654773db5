import { describe, expect, test } from 'vitest';
import { blocksOf, slipsOf } from '#src/shelves/blocks.ts';

const body = `开头一句。

## 进门

<Fact id="entry-01" sources="G4 S0" risk="all" confidence="high"><Poster><Short><Check id="12" form="materials">每次进门<Figure what="体温">低于37.3℃</Figure>。</Check></Short></Poster>还有一句，见[热线](/hotlines/#12345)。</Fact>

<Step>

<Fact id="entry-02" sources="OWN" risk="low_mid" confidence="medium" for="industry small"><Check id="3" doc="gate-register">登记。</Check></Fact>

</Step>

## 宿舍

<Fact id="room-01" sources="G4" risk="mid_high" confidence="high" until="2020-04-07" newer="room-02"><Short>每间6人。</Short>二月的规定。<Short>通风。</Short></Fact>
`;

describe('the passages of a section', () => {
  const blocks = blocksOf(body);

  test('stand in order, each under its heading', () => {
    expect(blocks.map(({ id, heading }) => [id, heading])).toEqual([
      ['entry-01', '进门'],
      ['entry-02', '进门'],
      ['room-01', '宿舍'],
    ]);
  });

  test('give an edition exactly the words that are marked for it', () => {
    expect(blocks.map(block => block.short)).toEqual(['每次进门低于37.3℃。', null, '每间6人。通风。']);
    expect(blocks.map(block => block.poster)).toEqual(['每次进门低于37.3℃。', null, null]);
    expect(blocks[0]?.text).toBe('每次进门低于37.3℃。还有一句，见热线。');
  });

  test('give the checklist its items and the table its numbers', () => {
    expect(blocks.flatMap(block => block.checks)).toEqual([
      { id: 12, text: '每次进门低于37.3℃。', form: 'materials', doc: null },
      { id: 3, text: '登记。', form: null, doc: 'gate-register' },
    ]);
    expect(blocks.flatMap(block => block.figures)).toEqual([{ what: '体温', value: '低于37.3℃' }]);
  });

  test('say what they rest on, whom they are for and until when', () => {
    expect(
      blocks.map(({ sources, risk, for: whom, until, newer }) => [sources, risk, whom, until, newer]),
    ).toEqual([
      [['G4', 'S0'], 'all', null, null, null],
      [['OWN'], 'low_mid', 'industry small', null, null],
      [['G4'], 'mid_high', null, '2020-04-07', 'room-02'],
    ]);
  });

  test('have no slips', () => expect(slipsOf(body, ['industry', 'small'])).toEqual([]));
});

test.each([
  ['a number without a source', '戴口罩不超过8小时。', '数字 8 没有依据'],
  [
    'a passage without sources',
    '<Fact id="x" sources="" risk="all" confidence="high">戴。</Fact>',
    'x 没有写出处',
  ],
  [
    'a risk level there is not',
    '<Fact id="x" sources="G4" risk="lo" confidence="high">戴。</Fact>',
    'risk 写的是“lo”',
  ],
  [
    'no word on how far it was checked',
    '<Fact id="x" sources="G4" risk="all">戴。</Fact>',
    'confidence 写的是“”',
  ],
  ['an edition of what has no source', '<Short>戴口罩。</Short>', '<Short> 写在 <Fact> 外面'],
  ['an item of what has no source', '<Check id="1">戴口罩。</Check>', '<Check> 写在 <Fact> 外面'],
  [
    'readers nobody is',
    '<Fact id="x" sources="G4" risk="all" confidence="high" for="industri">戴。</Fact>',
    'for 里的 industri 不认识',
  ],
])('%s is a slip', (_, words, wrong) => {
  expect(slipsOf(`先说一句。\n\n${words}`, ['industry']).map(slip => slip.wrong)).toEqual([wrong]);
});

test.each(['打[12345](/hotlines/#12345)', '见[指南](/guides/entry/#entry-01)'])(
  'a number in the address of a link needs none: %s',
  words => expect(slipsOf(words.replace('12345]', '热线]'), [])).toEqual([]),
);
