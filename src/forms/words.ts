import { w } from '#src/i18n/words.ts';

/** What a refused field says: what is wrong and what to write instead. `{label}` is the field's own. */
export const refusals = {
  required: w('请填写{label}', 'Enter: {label}'),
  choose: w('请选择{label}', 'Choose: {label}'),
  unknownChoice: w(
    '{label}里没有“{value}”这一项，请从列出的选项里选',
    '“{value}” is not one of the options of {label}: choose one of those listed',
  ),
  consent: w(
    '请先勾选“{label}”，我们才能收下并办理',
    'Tick “{label}”, so that we may take this in and handle it',
  ),
  text: w('{label}请写成文字，在 JSON 里加引号', '{label} must be text: in JSON, put it in quotes'),
  plain: w(
    '{label}里有看不见的控制字符或残缺的字，请删掉后重新输入',
    '{label} holds control characters or broken characters: delete them and type again',
  ),
  tooLong: w(
    '{label}最多{max}个字，现在有{length}个，请写短一些',
    '{label} takes at most {max} characters, now {length}: shorten it',
  ),
  number: w(
    '{label}只写数字，例如 500；不清楚就空着',
    '{label} takes a number such as 500; leave it empty if unknown',
  ),
  amount: w(
    '{label}只写数字和单位，例如 300 或 300万元、1.2亿元；不清楚就空着',
    '{label} takes a figure in ten thousand yuan, such as 300; leave it empty if unknown',
  ),
  zero: w('{label}要大于0；不清楚就空着', '{label} must be above 0; leave it empty if unknown'),
  negative: w('{label}不能小于0；不清楚就空着', '{label} cannot be below 0; leave it empty if unknown'),
  tooLarge: w('{label}不能超过{max}，请核对', '{label} cannot be above {max}: please check'),
  decimals: w('{label}最多写{decimals}位小数', '{label} takes at most {decimals} decimal places'),
  whole: w('{label}要写整数', '{label} must be a whole number'),
  day: w(
    '{label}不是存在的日期，请写成 2020-03-25 这样',
    '{label} is not a date that exists: write it like 2020-03-25',
  ),
  phone: w(
    '{label}不对：手机写11位，座机写区号和号码，例如 0431-87019189，分机写“转8012”',
    '{label} is not right: 11 digits for a mobile; area code and number for a landline, such as 0431-87019189; an extension as “ext 8012”',
  ),
  codeLength: w(
    '{label}应是18位，现在是{length}位；还没有就空着',
    '{label} has 18 characters, here {length}; leave it empty if there is none yet',
  ),
  codeCharacter: w(
    '{label}第{position}位的“{character}”不会出现在代码里（没有 I、O、S、V、Z），请对照营业执照',
    'Character {position} of {label}, “{character}”, cannot occur (there is no I, O, S, V or Z): compare with the licence',
  ),
  codeCheck: w(
    '{label}的校验位对不上，可能有一位写错了，请对照营业执照',
    '{label} does not pass its check: one character may be wrong; compare with the licence',
  ),
  place: w(
    '{label}不对，请到“预约时间”里重新选，或者选“打电话跟我约”',
    '{label}: there is no such one; choose again under “Book a time”, or choose to be called',
  ),
  yesNo: w('{label}请选“是”或“否”，不清楚就不选', '{label}: answer yes or no, or leave it open'),
  unknownField: w('表里没有“{name}”这一栏，请删掉', 'This form has no field “{name}”: remove it'),
  noFile: w('请附上{label}，手机拍照也可以', 'Attach: {label}. A photograph will do'),
  tooManyFiles: w(
    '{label}最多{max}个文件，现在有{length}个，请去掉几个',
    '{label} takes at most {max} files, now {length}: remove some',
  ),
  shape: w('{label}的格式不对', '{label} has the wrong shape'),
  noLines: w('{label}至少填一项', '{label}: fill in at least one line'),
  tooManyLines: w(
    '{label}最多{max}项，现在有{length}项，请分几次提交',
    '{label} takes at most {max} lines, now {length}: send them in parts',
  ),
} as const;

export const answersInWords = {
  yes: w('是', 'Yes'),
  no: w('否', 'No'),
  none: w('未填', 'Not given'),
  files: w('{n}个文件', '{n} files'),
  past: w(
    '{label}早于今天，我们会尽快联系您核对',
    '{label} lies in the past; we will contact you to check it',
  ),
} as const;

/** What reading a sheet says of the sheet itself. */
export const sheetWords = {
  of: w('{holder}：{label}', '{holder}: {label}'),
  noColumn: w(
    '没有找到这一列，请用下载的表格，不要改第一行',
    'This column is missing: use the sheet from this page and leave its first row as it is',
  ),
  noRows: w(
    '第一行下面没有内容，请从第二行开始填',
    'There is nothing under the first row: fill in from the second row on',
  ),
  tooManyRows: w('一次最多200行，请分几个表格提交', 'At most 200 rows at a time: send several sheets'),
} as const;
