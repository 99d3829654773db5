import { projectWords } from './desk-projects.ts';
import { w } from './words.ts';

/** What the sheet of projects has as columns. */
export const projectColumns = {
  name: projectWords.name,
  unit: projectWords.unit,
  area: projectWords.area,
  line: projectWords.line,
  department: projectWords.department,
  investment: projectWords.investment,
  planned: projectWords.planned,
} as const;

/** What goes into a column, on the second sheet. */
export const projectHelp = {
  name: w(
    '最多80个字。清单里已有的项目按名称认',
    'At most 80 characters; a project of the list is known by its name',
  ),
  unit: w('最多80个字', 'At most 80 characters'),
  investment: w(
    '例如 3000万元、21亿元。只写数字就是万元',
    'For instance 3000: a bare number is ten thousand yuan',
  ),
  planned: w('例如 2020-03-20', 'As 2020-03-20'),
} as const;

/** What is wrong with a cell of the sheet of projects, and what to write. */
export const projectSheetFaults = {
  formula: w('不要用等号、加号、减号、@开头', 'Do not begin with = + - @'),
  unknown: w('没有“{value}”。可以写：{known}', 'There is no {value}. There are: {known}'),
  sameName: w('“{name}”写了两行，只留一行', '{name} stands twice: keep one row'),
  twice: w(
    '清单里有几个“{name}”，表格分不清是哪一个。请在项目页面上改',
    'Several projects are called {name}: change it on its own page',
  ),
  notYours: w(
    '只能导入和修改自己部门牵头的项目',
    'Only projects that your own department leads are imported and changed',
  ),
  noRows: w(
    '表里没有项目。从第二行起，一行写一个',
    'The sheet is empty: one project a row, from the second row on',
  ),
  tooManyRows: w('最多500行', 'At most 500 rows'),
} as const;

/** The page on which a sheet of projects is brought in. */
export const projectSheetWords = {
  import: w('用表格导入', 'Import a sheet'),
  sheet: w('项目', 'Projects'),
  export: w('下载现在的清单', 'Download the list'),
  importTitle: w('导入项目清单', 'Import projects'),
  importLead: w(
    '先检查，不改清单；看过要改什么，再按“确认导入”。表里没有的项目不会动，开工条件和状态也不会动。',
    'Checking changes nothing; see what would change, then confirm. Projects that are not in the sheet stay, and so do conditions and states.',
  ),
  fileHelp: w(
    '.xlsx 文件，一行一个项目，最多500行，不超过2MB',
    'An .xlsx file, one project a row, at most 500 rows and 2 MB',
  ),
  wrong: w(
    '有{n}处要改。清单没有动，改好表格再选一次。',
    '{n} things to correct. Nothing was changed: correct the sheet and choose it again.',
  ),
  nothing: w(
    '表格和现在的清单一样，没有要改的。',
    'The sheet says what the list says: there is nothing to change.',
  ),
  same: w('表里另有{n}个不变。', '{n} of the sheet stay as they are.'),
  moreRows: w('还有{n}个没有列出来。', '{n} more are not listed.'),
  back: w('回到项目清单', 'Back to the projects'),
  imported: w('导入好了：新增{added}个，改动{changed}个', 'Imported: {added} added, {changed} changed'),
  already: w('这份表格已经导入过了，没有重复导入', 'This sheet was imported already; nothing was done twice'),
  stale: w(
    '检查以后有人改过清单。清单没有按表格改，请看看现在会改什么，再确认。',
    'Somebody changed the list since the check. Nothing was imported: look at what would change now, then confirm.',
  ),
} as const;
