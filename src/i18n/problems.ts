import { type Lang, say, w } from './words.ts';

/**
 * Every way a request can be refused: its stable type, its status, and what the reader is told. The type is the anchor of the
 * page `/problems/`, which is made from this table.
 */
export const problems = {
  'empty-body': {
    status: 400,
    title: w('没有收到内容', 'Nothing was received'),
    detail: w('请填好表再提交。', 'Fill in the form, then send it.'),
  },
  'broken-json': {
    status: 400,
    title: w('内容不是完整的 JSON', 'The body is not valid JSON'),
    detail: w('请检查括号、引号和逗号，编码用 UTF-8。', 'Check brackets, quotes and commas; use UTF-8.'),
  },
  'broken-form': {
    status: 400,
    title: w('表单内容读不出来', 'The form data cannot be read'),
    detail: w('请刷新页面后重新提交。', 'Reload the page and send again.'),
  },
  'duplicate-field': {
    status: 400,
    title: w('同一栏出现了两次', 'A field appears twice'),
    detail: w('“{name}”出现了两次，请只留一个。', '“{name}” appears twice: keep one.'),
  },
  'bad-key': {
    status: 400,
    title: w('Idempotency-Key 不符合要求', 'The Idempotency-Key will not do'),
    detail: w(
      '请用至少128位随机数，写成22到128个字母、数字或 - _ 。',
      'Use at least 128 random bits, written as 22 to 128 letters, digits, - or _.',
    ),
  },
  'unknown-form': {
    status: 404,
    title: w('没有这张表', 'There is no such form'),
    detail: w('请从“反映困难”里选一张表。', 'Choose one of the forms listed under Tell us.'),
  },
  'not-found': {
    status: 404,
    title: w('没有这个地址', 'There is no such address'),
    detail: w('请检查网址，或回首页查找。', 'Check the address, or start from the home page.'),
  },
  'wrong-password': {
    status: 404,
    title: w('登记编号和查询密码对不上', 'Number and password do not fit together'),
    detail: w(
      '请对照回执再填一次。忘了密码请打值班电话，工作人员会回拨您登记的电话后重发。',
      'Compare with your receipt. If the password is lost, call the duty phone: an officer calls back the phone you gave and issues a new one.',
    ),
  },
  'method-not-allowed': {
    status: 405,
    title: w('这个地址不支持这种请求', 'This address does not take that method'),
    detail: w('可以用：{allow}。', 'Allowed: {allow}.'),
  },
  closed: {
    status: 409,
    title: w('这张表现在不收', 'This form is closed'),
    detail: w('{reason}。有事请打{phone}。', '{reason}. Please call {phone}.'),
  },
  'place-taken': {
    status: 409,
    title: w('这个时间刚被约走了', 'This time has just been taken'),
    detail: w(
      '没有登记，您填的都还在。请另选一个时间，或者选“打电话跟我约”。',
      'Nothing was registered; what you typed is still here. Choose another time, or choose to be called.',
    ),
  },
  'place-refused': {
    status: 409,
    title: w('预约没有改', 'The appointment was not changed'),
    detail: w(
      '原来的预约还在。请另选一个时间，或者打值班电话。',
      'Your appointment stands as before. Choose another time, or call the duty phone.',
    ),
  },
  'already-received': {
    status: 409,
    title: w('这份内容已经收到过了', 'This was received already'),
    detail: w(
      '十分钟内收到过一模一样的内容，没有重复登记。',
      'The same content came within ten minutes and was not registered again.',
    ),
  },
  'reported-already': {
    status: 409,
    title: w('这一天已经报过了', 'This day was reported already'),
    detail: w(
      '编号尾号{tail}。要改，用登记编号和查询密码在“查办理进度”里改。',
      'Its number ends in {tail}. To correct it, track the case with its number and password.',
    ),
  },
  'not-now': {
    status: 409,
    title: w('现在不能这样办', 'Not possible now'),
    detail: w('这一件现在是“{state}”。', 'The case is now: {state}.'),
  },
  'rated-already': {
    status: 409,
    title: w('已经评价过了', 'Rated already'),
    detail: w('评价后7天内可以改，现在过了。', 'A rating can be changed for 7 days, which are over.'),
  },
  'pass-lapsed': {
    status: 403,
    title: w('页面放得太久了', 'The page was open for too long'),
    detail: w(
      '刚才的操作没有做。请再填一次登记编号和查询密码。',
      'Nothing was done. Enter number and password again.',
    ),
  },
  'sign-in-first': {
    status: 401,
    title: w('请先登录', 'Sign in first'),
    detail: w(
      '您还没有登录，或登录已过期。请登录后再做一次。',
      'You are not signed in, or no longer. Sign in and do it again.',
    ),
  },
  'not-yours': {
    status: 403,
    title: w('您不能办这件事', 'This is not yours to do'),
    detail: w(
      '您的角色没有这项权限。需要的话请找管理员。',
      'Your role does not allow it. Ask an administrator if you need it.',
    ),
  },
  forged: {
    status: 403,
    title: w('页面已过期，没有办成', 'The page has expired; nothing was done'),
    detail: w('请回到工作台，刷新页面后再做一次。', 'Go back to the desk, reload the page and do it again.'),
  },
  'visit-taken': {
    status: 409,
    title: w('这次走访已经有人记过了', 'This visit was recorded already'),
    detail: w(
      '{who}在{at}记下的。您的没有盖掉它；要补充的，另外安排一次走访。',
      'By {who}, {at}. Yours did not replace it; to add something, plan another visit.',
    ),
  },
  'too-large': {
    status: 413,
    title: w('内容太大', 'The content is too large'),
    detail: w('最多{limit}。请删减文字或分几次提交。', 'At most {limit}. Shorten it or send it in parts.'),
  },
  'wrong-type': {
    status: 415,
    title: w('内容的格式不对', 'Wrong content type'),
    detail: w(
      '请用 application/json、application/x-www-form-urlencoded 或 multipart/form-data。',
      'Use application/json, application/x-www-form-urlencoded or multipart/form-data.',
    ),
  },
  refused: {
    status: 422,
    title: w('还有几处要改', 'Some fields need correcting'),
    detail: w(
      '填的内容没有存下来。请按提示改好再提交。',
      'Nothing was stored. Correct the fields named and send again.',
    ),
  },
  'key-reused': {
    status: 422,
    title: w('同一个 Idempotency-Key 用在了不同的内容上', 'The Idempotency-Key was used with other content'),
    detail: w(
      '这份内容没有登记。请换一个新的 Idempotency-Key 再发。',
      'This content was not registered. Send it with a new key.',
    ),
  },
  challenge: {
    status: 428,
    title: w('请稍等，正在核对', 'One moment, checking'),
    detail: w(
      '这个网络刚才提交了很多。页面会自动核对一下再发，填的内容都还在。',
      'Many came from this network just now. The page does a short check and sends again; what you typed is still here.',
    ),
  },
  'bad-upload': {
    status: 400,
    title: w('上传的请求不对', 'That is no upload'),
    detail: w(
      '请带上 x-draft（22到64个字母、数字或 - _ ）、表单和栏目的名称、文件名和大小；每一片写明 Content-Range，长度按开始时给的来。',
      'Send x-draft (22 to 64 letters, digits, - or _), form, field, name and size; each slice with Content-Range and of the length that was given.',
    ),
  },
  'unknown-upload': {
    status: 404,
    title: w('没有这个附件', 'There is no such attachment'),
    detail: w(
      '附件过期了或已经随表提交，请重新选文件。',
      'It has expired or was sent with its form: choose the file again.',
    ),
  },
  'upload-ahead': {
    status: 409,
    title: w('前面还缺一片', 'A slice before this one is missing'),
    detail: w('请从第{received}个字节接着传。', 'Go on from byte {received}.'),
  },
  'upload-refused': {
    status: 422,
    title: w('这个文件没有收下', 'The file was not taken in'),
    detail: w('{why}。', '{why}.'),
  },
  'upload-quota': {
    status: 413,
    title: w('附件太多了', 'Too many attachments'),
    detail: w('{why}。', '{why}.'),
  },
  'uploads-full': {
    status: 507,
    title: w('附件暂时收不下', 'There is no room for attachments'),
    detail: w('{why}。', '{why}.'),
  },
  'too-many': {
    status: 429,
    title: w('提交得太快了', 'Too many requests'),
    detail: w(
      '这个网络一分钟内提交太多。请{seconds}秒后再试，填的内容不会丢。',
      'Too many came from this network within a minute. Try again in {seconds} seconds; nothing you typed is lost.',
    ),
  },
  'too-many-tries': {
    status: 429,
    title: w('密码错得太多，先等一等', 'Too many wrong passwords'),
    detail: w(
      '请{seconds}秒后再试，或者用回执上的查询链接，或打值班电话。',
      'Try again in {seconds} seconds, use the link of your receipt, or call the duty phone.',
    ),
  },
  unavailable: {
    status: 503,
    title: w('系统暂时收不下', 'The service cannot take it in just now'),
    detail: w(
      '这一件没有登记。请过{seconds}秒再提交，或打值班电话由工作人员代填。',
      'It was not registered. Send it again in {seconds} seconds, or call the duty phone and an officer fills it in for you.',
    ),
  },
  internal: {
    status: 500,
    title: w('系统出了差错', 'Something went wrong here'),
    detail: w(
      '请再按一次“提交”：已经登记的不会登记两次。还不行就打值班电话。',
      'Send it again: what was registered is not registered twice. If that fails, call the duty phone.',
    ),
  },
} as const;

/** A refusal in one line, over a form that keeps what was typed. */
const inOneLine = w('{title}：{detail}', '{title}: {detail}');

export const notice = (
  type: ProblemType,
  lang: Lang,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  say(inOneLine, lang, {
    title: problems[type].title[lang],
    detail: say(problems[type].detail, lang, values),
  });

/** Words of the page that explains them. */
export const problemsWords = {
  title: w('出错提示说明', 'What an error means'),
  lead: w(
    '提交不成功时会看到这些提示。每一条都写明该怎么办。',
    'What you may be told when something is not taken, and what to do.',
  ),
} as const;

export type ProblemType = keyof typeof problems;

export const siteWay = { home: w('回首页', 'Home'), hotlines: w('找办事电话', 'Phone numbers') } as const;
