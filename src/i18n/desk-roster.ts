import { w } from './words.ts';

/** What the sheet of liaison officers has as columns; the same names stand over the fields of the form. */
export const rosterColumns = {
  name: w('姓名', 'Name'),
  login: w('登录名', 'Login'),
  department: w('部门', 'Department'),
  phone: w('办公电话', 'Office phone'),
  areas: w('负责片区', 'Areas'),
  enterprises: w('联系企业', 'Enterprises'),
  since: w('开始日期', 'From'),
  until: w('结束日期', 'Until'),
  awayFrom: w('不在岗从', 'Away from'),
  awayUntil: w('不在岗到', 'Away until'),
  standIn: w('代班人', 'Stand-in'),
} as const;

/** What goes into a column, in the second row of the template and under the fields of the form. */
export const rosterHelp = {
  login: w('登录工作台用的名字。没有账号就空着', 'As typed to sign in to the desk; empty without an account'),
  phone: w('带区号的座机或400电话，不写手机', 'Landline with area code, or a 400 number; no mobile'),
  areas: w('几个片区用顿号隔开', 'Several are parted by commas'),
  enterprises: w(
    '统一社会信用代码，最多100个，用逗号、空格或换行隔开',
    'Unified social credit codes, at most 100, parted by commas, blanks or new lines',
  ),
  until: w('一直负责就空着', 'Empty without an end'),
  awayUntil: w(
    '有几次不在岗，三列都按同样的顺序，用顿号隔开',
    'For several absences all three columns go in the same order, parted by commas',
  ),
  standIn: w('也要在名册里。有同名的写登录名', 'Is on the roster too; by login where two have one name'),
  away: w(
    '请假、出差时填这三项，三项一起填；三项都清空就是取消。最多12次，日子不能重叠。',
    'For leave or travel; fill in all three or none. Empty all three to cancel. At most 12, no two on one day.',
  ),
} as const;

/** What is wrong with a cell or a field, and what to write. */
export const rosterFaults = {
  name: w(
    '姓名最多40个字，不写电话，不用等号、加号、减号、@开头',
    'At most 40 characters, no phone number, not beginning with = + - @',
  ),
  login: w(
    '没有“{login}”这个账号。先到“人员”里添加，或者把这一格空着',
    'There is no account {login}: add it under Staff, or leave this empty',
  ),
  department: w(
    '没有“{value}”这个部门。写部门全名，例如{example}',
    'No department is called {value}: write its full name, as {example}',
  ),
  mobile: w(
    '这是手机号。请写办公电话，例如 0431-12345678',
    'This is a mobile number: write the office phone, as 0431-12345678',
  ),
  phone: w(
    '电话不对。写带区号的座机或400电话，例如 0431-12345678；单元格设成“文本”，开头的0才不会丢',
    'Not a phone number: write a landline with area code or a 400 number, as 0431-12345678; format the cell as text to keep the 0',
  ),
  area: w('没有“{value}”这个片区。可以写：{known}', 'No area is called {value}. There are: {known}'),
  creditCode: w(
    '“{value}”不是统一社会信用代码。18位，请对照营业执照；单元格设成“文本”',
    '{value} is no unified social credit code: 18 characters, as on the licence; format the cell as text',
  ),
  tooMany: w('最多100家企业', 'At most 100 enterprises'),
  turned: w('结束日期在开始日期之前，请改一个', 'It ends before it begins: correct one of the two'),
  awayTurned: w(
    '“不在岗到”在“不在岗从”之前，请改一个',
    'The absence ends before it begins: correct one of the two',
  ),
  awayParts: w(
    '不在岗从、不在岗到、代班人要一起填，或者都空着',
    'Fill in both days and the stand-in, or none of them',
  ),
  awayMeet: w(
    '和{from}至{until}那次不在岗重了，请改日期',
    'It overlaps the absence from {from} to {until}: change the days',
  ),
  awayMany: w('最多先排12次不在岗，请删掉几次', 'At most 12 absences are planned: remove some'),
  standInUnknown: w(
    '名册里没有“{value}”。先把代班人加进名册',
    '{value} is not on the roster: add the stand-in first',
  ),
  standInTwice: w('有两位“{value}”，请写登录名', 'Two are called {value}: write the login'),
  standInSelf: w('自己不能代自己的班，请换一位', 'Nobody stands in for oneself: choose another'),
  standInOut: w(
    '{name}在这几天不是联络员，请换一位或改日期',
    '{name} is no liaison officer on these days: choose another, or change the days',
  ),
  standInAway: w('{name}这几天也不在岗，请换一位', '{name} is away on these days too: choose another'),
  sameLogin: w(
    '登录名“{login}”用了两次，一个账号只写一行',
    'The login {login} stands twice: one row an account',
  ),
  samePerson: w(
    '同一部门有两位“{name}”，请都写上登录名；写重了就删一行',
    'Two called {name} in one department: write both logins, or delete one row',
  ),
  areaTaken: w(
    '“{area}”这段时间由{name}负责。一个片区同一天只有一位联络员，请改片区或日期',
    '{area} is looked after by {name} at that time. An area has one officer a day: change the areas or the days',
  ),
  enterpriseTaken: w(
    '{code}这段时间由{name}联系。一家企业同一天只有一位联络员，请改企业或日期',
    '{code} is looked after by {name} at that time. An enterprise has one officer a day: change the enterprises or the days',
  ),
  noRows: w(
    '表里没有人。从第二行起，一行写一位',
    'The sheet is empty: one officer a row, from the second row on',
  ),
  tooManyRows: w('最多2000行', 'At most 2,000 rows'),
} as const;

/** The desk's pages of liaison officers. */
export const rosterWords = {
  title: w('联络员名册', 'Liaison officers'),
  lead: w(
    '企业凭登记编号和查询密码，能看到自己的联络员：姓名、部门、办公电话。名册里没有的，看到片区办公电话。',
    'By number and password an enterprise sees its officer: name, department, office phone; where there is none, the phone of the area office.',
  ),
  note: w(
    '名册里写了登录名的联络员，看得到哪些件以名册为准：负责的片区、联系的企业，和代班那几天代的。',
    'What a liaison officer with an account sees follows the roster: their areas and enterprises, and on days of standing in those of the other.',
  ),
  empty: w(
    '名册还是空的。下载表格，填好后导入；也可以在下面一位一位地加。',
    'The roster is empty: download the sheet, fill it in and import it, or add officers one by one below.',
  ),
  count: w('共{n}位', '{n} in all'),
  import: w('用表格导入', 'Import a sheet'),
  export: w('下载现在的名册', 'Download the roster'),
  sheet: w('联络员', 'Officers'),
  looksAfter: w('负责', 'Looks after'),
  days: w('日期', 'Days'),
  firms: w('{n}家企业', 'enterprises: {n}'),
  from: w('{day}起', 'from {day}'),
  span: w('{from}至{until}', '{from} to {until}'),
  away: w('{from}至{until}不在岗，{name}代班', 'Away {from} to {until}; {name} stands in'),
  past: w('已结束', 'Ended'),
  next: w('下一页', 'Next page'),
  first: w('回到第一页', 'First page'),
  addTitle: w('加一位联络员', 'Add an officer'),
  add: w('加进名册', 'Add to the roster'),
  save: w('保存', 'Save'),
  remove: w('移出名册', 'Take off the roster'),
  removeHelp: w(
    '企业马上看不到这位联络员，改看片区办公电话。',
    'Enterprises no longer see this officer from now on, but the phone of the area office.',
  ),
  added: w('已加进名册', 'Added to the roster'),
  saved: w('已保存', 'Saved'),
  removed: w('已移出名册', 'Taken off the roster'),
  moved: w(
    '刚才有人改过名册，您的改动还没有保存。请核对后再保存一次。',
    'Somebody changed the roster meanwhile; nothing was saved. Look again and save once more.',
  ),
  needed: w(
    '还有人的班要由这位代，先给{name}换一位代班人',
    'This officer is to stand in for {name}: choose another stand-in there first',
  ),
  back: w('回到名册', 'Back to the roster'),
  awayTitle: w('不在岗', 'Absences'),
  awayNew: w('再加一次', 'One more'),
  awayOne: w('第{n}次', 'Absence {n}'),
  awayPast: w('过去的不在岗', 'Past absences'),
  awayGone: w('{from}至{until}，{name}代班', '{from} to {until}; {name} stood in'),
  log: w('改过哪些', 'What was changed'),
  logLine: w('新增{added}，改动{changed}，移出{gone}', '{added} added, {changed} changed, {gone} taken off'),
  importTitle: w('导入联络员名册', 'Import liaison officers'),
  importLead: w(
    '先检查，不改名册；看过要改什么，再按“确认导入”。导入以后，名册和表格一模一样：表里没有的人会移出名册。',
    'Checking changes nothing; see what would change, then confirm. After that the roster is what the sheet says: whoever is not in it is taken off.',
  ),
  fileHelp: w(
    '.xlsx 文件，一行一位，最多2000行，不超过2MB',
    'An .xlsx file, one officer a row, at most 2,000 rows and 2 MB',
  ),
  wrong: w(
    '有{n}处要改。名册没有动，改好表格再选一次。',
    '{n} things to correct. Nothing was changed: correct the sheet and choose it again.',
  ),
  nothing: w(
    '表格和现在的名册一样，没有要改的。',
    'The sheet says what the roster says: there is nothing to change.',
  ),
  same: w('另有{n}位不变。', '{n} stay as they are.'),
  moreRows: w('还有{n}位没有列出来。', '{n} more are not listed.'),
  imported: w(
    '导入好了：新增{added}，改动{changed}，移出{gone}',
    'Imported: {added} added, {changed} changed, {gone} taken off',
  ),
  already: w('这份表格已经导入过了，没有重复导入', 'This sheet was imported already; nothing was done twice'),
  stale: w(
    '检查以后有人改过名册。名册没有动，请看看现在会改什么，再确认。',
    'Somebody changed the roster since the check. Nothing was imported: look at what would change now, then confirm.',
  ),
  tampered: w(
    '送来的内容和检查时不一样。名册没有动，请重新选表格检查。',
    'What was sent is not what was checked. Nothing was imported: choose the sheet and check it again.',
  ),
} as const;

/** What an enterprise reads of its officer, and an officer on a case's page. */
export const liaisonWords = {
  title: w('我的联络员', 'Your liaison officer'),
  label: w('联络员', 'Liaison officer'),
  standsIn: w('代{name}的班', 'standing in for {name}'),
  phone: w('办公电话', 'Office phone'),
  none: w(
    '您这里还没有联络员，请打片区办公电话。',
    'There is no liaison officer for you yet: call the area office.',
  ),
  office: w('{area}办公电话', 'Office of {area}'),
  who: w('我的联络员是谁', 'Who is my liaison officer?'),
  how: w(
    '查到您的件以后，页面上有联络员的姓名、部门和办公电话。没有登记编号的，请打片区办公电话：',
    'The page of your case names the officer, department and office phone. Without a number, call your area office:',
  ),
} as const;
