import { w } from './words.ts';

/** What people read who sign in at the desk, look after their own account, or after everybody's. */
export const signInWords = {
  title: w('登录工作台', 'Sign in to the desk'),
  lead: w(
    '工作台只给办事人员用。企业查进度不用登录。',
    'The desk is for staff. Enterprises follow their cases without signing in.',
  ),
  login: w('登录名', 'Login'),
  password: w('密码', 'Password'),
  submit: w('登录', 'Sign in'),
  wrong: w('登录名或密码不对，请再试一次。', 'Login or password is wrong. Try again.'),
  wait: w(
    '试错太多，请{seconds}秒后再试。您在从前登录过的电脑或手机上不受影响。',
    'Too many tries. Wait {seconds} seconds. A device on which you signed in before is not affected.',
  ),
  unguarded: w(
    '这个网址没有加密（http），同一网络里的人能看到您的密码，所以不能登录。请用 https 开头的网址。',
    'This address is not encrypted (http): others on the network could read your password, so nobody can sign in. Use an address that begins with https.',
  ),
  oidc: w('用单位统一身份登录', 'Sign in with your organisation'),
  oidcFailed: w(
    '统一身份登录没有成功，请再试一次。工作台里要先有同名的账号。',
    'Signing in with your organisation failed. Try again. An account of the same name must exist at the desk.',
  ),
  forgot: w(
    '忘了密码、换了手机，请找管理员重置。',
    'Password or phone lost? Ask an administrator to reset your account.',
  ),
} as const;

export const factorWords = {
  title: w('第二步验证', 'Second step'),
  lead: w(
    '密码正确。再验证一次，确认是您本人。',
    'The password is right. One more step shows that it is you.',
  ),
  code: w('验证码', 'Code'),
  codeHelp: w(
    '验证器应用里的6位数字。手机不在身边，可以填一个恢复码。',
    'Six digits from your authenticator app. Without your phone, a recovery code will do.',
  ),
  submit: w('验证', 'Verify'),
  wrong: w(
    '验证码不对，或者已经用过。请等应用里换了数字再填。',
    'The code is wrong or was used before. Wait for the next one.',
  ),
  passkey: w('用通行密钥', 'Use a passkey'),
  passkeyLead: w(
    '用指纹、面容、屏幕密码或安全钥匙。',
    'With fingerprint, face, screen lock or a security key.',
  ),
  passkeyFailed: w('通行密钥没有通过，请再试一次。', 'The passkey did not work. Try again.'),
  passkeyOnly: w(
    '您的账号用通行密钥验证，这个网址用不了通行密钥。请换 https 的域名打开，或填一个恢复码。',
    'Your account uses a passkey, which does not work at this address. Open the desk by its https name, or enter a recovery code.',
  ),
  restart: w('换个账号登录', 'Sign in as somebody else'),
} as const;

export const enrolWords = {
  title: w('设置第二步验证', 'Set up the second step'),
  lead: w(
    '光有密码不够安全：以后登录，除了密码还要输手机上的6位数字。',
    'A password alone is not enough: from now on you also enter six digits from your phone.',
  ),
  scan: w(
    '在手机上打开验证器应用，扫下面的图，或手工输入密钥。',
    'Open an authenticator app on your phone and scan the picture, or type the key.',
  ),
  picture: w('验证器应用要扫的二维码', 'QR code for an authenticator app'),
  secret: w('密钥', 'Key'),
  code: w('应用里显示的6位数字', 'The six digits that the app shows'),
  submit: w('完成设置', 'Finish'),
  wrong: w(
    '数字不对。请看手机时间准不准，再填应用里现在的数字。',
    'The digits do not fit. Check the clock of your phone and enter the present ones.',
  ),
  orPasskey: w('或者用通行密钥', 'Or use a passkey'),
  codesTitle: w('请记下恢复码', 'Write down your recovery codes'),
  codesLead: w(
    '手机丢了或坏了，用它登录，每个只能用一次。请现在抄下或打印，以后不再显示。',
    'If your phone is lost, they let you in, each once. Write them down or print them now: they are not shown again.',
  ),
  go: w('记好了，进入工作台', 'Done, go to the desk'),
  backToMe: w('记好了，回到我的账号', 'Done, back to my account'),
} as const;

export const joinWords = {
  title: w('设置密码', 'Choose a password'),
  lead: w('{name}，您好。您的登录名是：{login}', 'Hello {name}. Your login is: {login}'),
  password: w('新密码', 'New password'),
  help: w(
    '至少12个字。可以是几个不相干的词连起来，不要求大小写和符号。',
    'At least 12 characters. A few unrelated words will do; no capitals or signs are asked for.',
  ),
  again: w('再输一遍', 'Once more'),
  submit: w('下一步', 'Next'),
  gone: w('这个邀请不能用了', 'This invitation cannot be used'),
  goneText: w(
    '邀请过期了，或者已经用过。请管理员重新发一个；设过密码的，直接登录。',
    'It has expired or was used. Ask an administrator for a new one; if you have a password, sign in.',
  ),
  differ: w('两次输的不一样', 'The two do not match'),
} as const;

/** What is wrong with a new password. */
export const passwordFaults = {
  short: w('密码至少12个字', 'A password has at least 12 characters'),
  long: w('密码最多128个字', 'A password has at most 128 characters'),
  common: w('这个密码太常见，容易被猜到，请换一个', 'This password is too common. Choose another'),
  login: w('密码里不要有登录名', 'The password must not contain your login'),
} as const;

export const meWords = {
  title: w('我的账号', 'My account'),
  facts: w('{role}，登录名 {login}', '{role}, login {login}'),
  old: w(
    '登录超过15分钟了。改登录方式前，请重新登录一次。',
    'You signed in more than 15 minutes ago. Sign in again before you change how you sign in.',
  ),
  stale: w('账号刚才有改动，请再做一次。', 'The account changed just now. Do it again.'),
  passwordTitle: w('密码', 'Password'),
  current: w('现在的密码', 'Present password'),
  currentWrong: w('现在的密码不对', 'The present password is wrong'),
  change: w('改密码', 'Change password'),
  passwordDone: w('密码改好了，其他设备已退出登录。', 'Password changed; other devices were signed out.'),
  totpTitle: w('验证器应用', 'Authenticator app'),
  totpOn: w('已设置。', 'Set up.'),
  totpOff: w('没有设置。', 'Not set up.'),
  totpNew: w('设置验证器', 'Set up an app'),
  totpAgain: w('换一个验证器', 'Replace the app'),
  totpDone: w('验证器设好了。', 'The app is set up.'),
  passkeysTitle: w('通行密钥', 'Passkeys'),
  passkeysNone: w('还没有通行密钥。', 'No passkeys yet.'),
  passkeysAway: w(
    '这个网址用不了通行密钥，要用 https 的域名打开。',
    'Passkeys do not work at this address: open the desk by its https name.',
  ),
  passkeyName: w('给它起个名字', 'Name it'),
  passkeyAdd: w('添加通行密钥', 'Add a passkey'),
  passkeyMade: w('{day}添加', 'added {day}'),
  passkeyUsed: w('最近使用 {time}', 'last used {time}'),
  passkeyDefault: w('我的设备', 'My device'),
  remove: w('删除', 'Remove'),
  removed: w('已删除。', 'Removed.'),
  last: w(
    '这是您唯一的第二步验证，先设置验证器再删。',
    'This is your only second step. Set up an authenticator app first.',
  ),
  recoveryTitle: w('恢复码', 'Recovery codes'),
  recoveryLeft: w('还有{n}个没用过。', '{n} left.'),
  recoveryNone: w(
    '您没有恢复码。手机丢了就登录不了，请现在生成。',
    'You have none. Without them a lost phone locks you out: make some now.',
  ),
  recoveryNew: w('生成新的恢复码', 'Make new codes'),
  sessionsTitle: w('登录着的设备', 'Where you are signed in'),
  here: w('本机', 'this device'),
  since: w('{time}登录，最近使用 {seen}', 'signed in {time}, last used {seen}'),
  end: w('退出这个设备', 'Sign it out'),
  ended: w('已退出。', 'Signed out.'),
  eventsTitle: w('最近记录', 'Lately'),
} as const;

export const roleWords = {
  administrator: w('管理员', 'Administrator'),
  dispatcher: w('调度', 'Dispatcher'),
  officer: w('部门经办人', 'Department officer'),
  liaison: w('联络员', 'Liaison officer'),
  auditor: w('审计', 'Auditor'),
  viewer: w('看统计', 'Viewer of figures'),
} as const;

export const roleHelp = {
  administrator: w(
    '管账号和设置，看得到件，打不开个人信息',
    'accounts and settings; sees cases, opens no personal data',
  ),
  dispatcher: w('办所有的件', 'everything on all cases'),
  officer: w('办本部门主办、协办的件', 'cases that the department leads or assists'),
  liaison: w(
    '看本片区的件，联系企业、代录',
    'cases of their areas: contacts enterprises, enters for callers',
  ),
  auditor: w('看所有的件和记录，不能改', 'sees all cases and events, changes nothing'),
  viewer: w('只看统计', 'figures only'),
} as const;

export const staffWords = {
  title: w('人员', 'Staff'),
  name: w('姓名', 'Name'),
  login: w('登录名', 'Login'),
  loginHelp: w(
    '2到64个字母、数字，中间可以有 . _ @ - ；定了不能改',
    '2 to 64 letters or digits, with . _ @ - between; it cannot be changed',
  ),
  role: w('角色', 'Role'),
  department: w('部门', 'Department'),
  areas: w('片区（联络员填）', 'Areas (of a liaison officer)'),
  state: w('状态', 'State'),
  active: w('在用', 'Active'),
  invited: w('等本人设置密码', 'Invited'),
  disabled: w('已停用', 'Disabled'),
  addTitle: w('添加人员', 'Add somebody'),
  add: w('添加', 'Add'),
  change: w('保存', 'Save'),
  changed: w(
    '已保存。角色、部门或片区变了的，本人要重新登录。',
    'Saved. Where role, department or areas changed, they sign in again.',
  ),
  disable: w('停用', 'Disable'),
  disableHelp: w(
    '马上退出登录，不能再登录。记录都保留。',
    'Signed out at once and kept out. What was recorded stays.',
  ),
  wasDisabled: w('已停用。', 'Disabled.'),
  reset: w('重置并重新邀请', 'Reset and invite anew'),
  resetHelp: w(
    '密码、验证器、通行密钥都作废，给一个新的邀请。停用的账号这样恢复。',
    'Password, app and passkeys end, and a new invitation is made. This also brings back a disabled account.',
  ),
  inviteTitle: w('邀请', 'Invitation'),
  invite: w(
    '把下面的链接交给{login}本人，72小时内有效，只能用一次。这里只显示这一次。',
    'Give this link to {login} in person. It works once, within 72 hours, and is shown only now.',
  ),
  taken: w('这个登录名已经有了', 'This login is taken'),
  loginWrong: w(
    '登录名要2到64个字母、数字，中间可以有 . _ @ -',
    'A login has 2 to 64 letters or digits, with . _ @ - between',
  ),
  nameWrong: w('请填写姓名，最多40个字', 'Enter a name of at most 40 characters'),
  roleWrong: w('请选择角色', 'Choose a role'),
  departmentWrong: w('经办人要选部门', 'An officer needs a department'),
  areasWrong: w('联络员要选片区', 'A liaison officer needs an area'),
  own: w('自己的账号请另一位管理员来改', 'Your own account is changed by another administrator'),
  unknown: w('没有这个账号', 'There is no such account'),
  eventsTitle: w('账号记录', 'What happened'),
  next: w('下一页', 'Next page'),
  back: w('回到人员', 'Back to staff'),
} as const;

/** What happened to an account, as its log says it. */
export const staffEventWords = {
  added: w('建立账号', 'added'),
  changed: w('改了资料', 'changed'),
  disabled: w('停用', 'disabled'),
  reset: w('重置', 'reset'),
  joined: w('用邀请设了密码', 'joined by invitation'),
  'signed-in': w('登录', 'signed in'),
  'signed-out': w('退出', 'signed out'),
  failed: w('登录没有成功', 'failed to sign in'),
  password: w('改了密码', 'changed the password'),
  totp: w('设了验证器', 'set up an app'),
  passkey: w('添加通行密钥', 'added a passkey'),
  'passkey-removed': w('删除通行密钥', 'removed a passkey'),
  recovery: w('换了恢复码', 'made recovery codes'),
  'recovery-used': w('用了恢复码', 'used a recovery code'),
  revoked: w('退出了一个设备', 'signed a device out'),
  'roster-imported': w('导入了联络员名册', 'imported the roster of liaison officers'),
  'roster-changed': w('改了联络员名册', 'changed the roster of liaison officers'),
} as const;

/** The parts of what a session is called by. */
export const agentWords = {
  unknown: w('其他浏览器', 'Another browser'),
} as const;
