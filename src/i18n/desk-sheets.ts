import { w } from './words.ts';

/** What is wrong with a sheet that somebody brings in, whatever it is of, and what to do instead. */
export const sheetFaults = {
  missing: w('请填写{label}', 'Enter: {label}'),
  day: w('日期不对，写成 2020-03-20', 'Not a date: write it as 2020-03-20'),
  noColumn: w(
    '没有“{label}”这一列。请用下载的表格，不要改第一行',
    'The column {label} is missing: use the sheet from this page, leave its first row as it is',
  ),
  noFile: w('请先选一个 .xlsx 文件', 'Choose an .xlsx file first'),
  notSheet: w(
    '这个文件打不开。请用下载的表格，另存为 .xlsx',
    'This file cannot be read: use the sheet from this page, saved as .xlsx',
  ),
  tooLarge: w('文件超过2MB', 'The file is above 2 MB'),
} as const;

/** The page on which a sheet is checked, looked at and brought in. */
export const sheetWords = {
  template: w('下载空表格', 'Download an empty sheet'),
  guide: w('填写说明', 'What goes where'),
  file: w('填好的表格', 'The sheet filled in'),
  check: w('检查表格', 'Check the sheet'),
  moreWrong: w(
    '还有{n}处没有列出来，改好这些再检查一次。',
    '{n} more are not listed; correct these and check again.',
  ),
  row: w('行', 'Row'),
  column: w('列', 'Column'),
  fix: w('要改什么', 'What to change'),
  previewTitle: w('导入以后会这样改', 'What the import would change'),
  newOnes: w('新增', 'Added'),
  changedOnes: w('改动', 'Changed'),
  goneOnes: w('移出', 'Taken off'),
  becomes: w('{label}：{before} → {after}', '{label}: {before} → {after}'),
  blank: w('（空）', '(empty)'),
  confirm: w('确认导入', 'Import'),
} as const;
