import { w } from './words.ts';

/** Words of filling in by spreadsheet. */
export const bulkWords = {
  title: w('用表格批量填：{form}', 'By spreadsheet: {form}'),
  link: w('要报很多家、很多行？用表格一次提交', 'Many firms or many lines? Send a spreadsheet'),
  lead: w(
    '先下载表格，一行一条，填好后选文件检查。检查不会提交；没有错误了再按“提交”。',
    'Download the sheet, fill in one row each, then choose the file. Checking sends nothing; send once nothing is wrong.',
  ),
  download: w('下载表格', 'Download the sheet'),
  file: w('填好的表格', 'The sheet filled in'),
  fileHelp: w('.xlsx 文件，最多200行，不超过2MB', 'An .xlsx file, at most 200 rows and 2 MB'),
  check: w('检查一下', 'Check'),
  send: w('提交{n}份', 'Send {n}'),
  fine: w(
    '{rows}行都没有问题，会登记成{n}份。现在还没有提交。',
    'All {rows} rows are sound and make {n} submissions. Nothing has been sent yet.',
  ),
  wrong: w(
    '有{n}处要改。什么都没有提交，请改好表格再选一次。',
    '{n} things to correct. Nothing was sent: correct the sheet and choose it again.',
  ),
  more: w(
    '还有{n}处没有列出来，改好这些再检查一次。',
    '{n} more are not listed; correct these and check again.',
  ),
  row: w('第{n}行', 'Row {n}'),
  column: w('列', 'Column'),
  problem: w('要改什么', 'What to change'),
  enterprise: w('企业', 'Enterprise'),
  number: w('登记编号', 'Registration number'),
  pin: w('查询密码', 'Password'),
  state: w('结果', 'Result'),
  done: w('{n}份已登记', '{n} registered'),
  doneLead: w(
    '请打印或截图保存，每一份的编号和密码都不一样。这个页面关掉就看不到了。',
    'Print or save this page: each has its own number and password, and they are not shown again.',
  ),
  received: w('已收到', 'Received'),
  held: w('已收到，核实中', 'Received, being checked'),
  already: w('这一天已经报过了，没有重复登记', 'Already filed for this day, not registered again'),
  noFile: w('请选一个填好的 .xlsx 文件', 'Choose the .xlsx file you filled in'),
  notSheet: w(
    '这个文件打不开。请用下载的表格，另存为 .xlsx',
    'This file cannot be read: use the sheet from this page, saved as .xlsx',
  ),
  tooLarge: w('文件超过2MB，请分几个表格提交', 'The file is above 2 MB: send several sheets'),
  rows: w('表格内容', 'Content of the sheet'),
  options: w('可选内容', 'Choices'),
  print: w('打印', 'Print'),
} as const;
