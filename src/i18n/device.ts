import { w } from './words.ts';

/** What stands on a form's page about keeping things on the device. */
export const deviceWords = {
  title: w('存在这台设备上', 'Kept on this device'),
  save: w('存下来，下次再填', 'Save, continue later'),
  saveNote: w(
    '只存在这台设备的这个浏览器里，加密，{days}天后自动删掉，浏览器清理空间时也可能提前清掉。用这个浏览器的人都能打开，公用电脑请不要存。',
    'Kept in this browser only, encrypted, deleted after {days} days, or earlier when the browser needs room. Anyone who uses this browser can open it: do not save on a computer of many people.',
  ),
  more: w('存成文件、记住企业信息、公用电脑', 'Save to a file, remember the enterprise, shared computer'),
  fileTitle: w('存成文件，换台设备接着填', 'Save to a file, continue on another device'),
  fileNote: w(
    '文件用您定的口令加密，不经过网站。口令没有地方能找回，请记牢。附件只记编号，打开后请看一眼还在不在。',
    'The file is encrypted with your pass phrase and does not pass through the site. Nobody can recover the phrase. Of attachments it holds the numbers only: check that they are still there.',
  ),
  phrase: w('口令（至少8个字符）', 'Pass phrase (at least 8 characters)'),
  download: w('存成文件', 'Save to a file'),
  copy: w('复制成文字', 'Copy as text'),
  copied: w('加密后的文字，整段复制保存', 'The encrypted text: copy all of it'),
  openTitle: w('打开存过的文件或文字', 'Open a saved file or text'),
  file: w('文件', 'File'),
  text: w('或者把文字贴在这里', 'Or paste the text here'),
  openPhrase: w('存的时候定的口令', 'The pass phrase it was saved with'),
  open: w('打开', 'Open'),
  profile: w('记住企业和联系人，下次一按就填上', 'Remember the enterprise and contact for next time'),
  profileNote: w(
    '提交成功后记下，只存在这台设备上，加密，{days}天不用就删掉。取消打勾马上删掉。',
    'Noted after you send, on this device only, encrypted, deleted after {days} days without use, and at once when you untick.',
  ),
  shared: w('这是公用电脑', 'This is a computer of many people'),
  sharedNote: w(
    '打勾后，这台设备上存过的全部删掉，关掉网页以前什么都不再存。',
    'Ticking deletes everything kept on this device, and nothing is kept until you close the page.',
  ),
} as const;

/** What the scripts say; each page carries them in its own language. */
export const deviceSaid = {
  kept: w(
    '已存下来：{name}，保存到{day}。往下接着填，会自动再存。',
    'Saved: {name}, kept until {day}. What you type from now on is saved too.',
  ),
  again: w('{time}已自动存', 'Saved at {time}'),
  separately: w(
    '另一个网页也改了这一份。这里的内容另存为“{name}”，两份都在。',
    'Another page changed this draft too. This one is now kept as “{name}”; both are there.',
  ),
  copyName: w('{name}（{time}）', '{name} ({time})'),
  gone: w(
    '这一份已经在别的网页提交或删掉了，现在填的没有再存。要留着，请再按“存下来，下次再填”。',
    'This draft was sent or deleted on another page, and what you type is not being saved. To keep it, press Save again.',
  ),
  full: w(
    '没有存上：这台设备的空间不够了。请存成文件，或者现在就提交。',
    'Not saved: this device is out of space. Save to a file, or send now.',
  ),
  blocked: w(
    '没有存上：这个浏览器现在不让网页存东西，可能开着无痕模式。请存成文件，或者现在就提交。',
    'Not saved: this browser keeps nothing just now, perhaps in a private window. Save to a file, or send now.',
  ),
  insecure: w(
    '网址不是https开头，浏览器不给加密，所以这里什么都不存。请一次填完提交，或者打电话请人代填。',
    'Without https the browser cannot encrypt, so nothing is kept here. Fill in and send in one go, or call us.',
  ),
  isShared: w(
    '公用电脑上不存。可以存成文件带走。',
    'Nothing is kept on a shared computer. You can take a file along.',
  ),
  cleared: w('存过的已全部删掉。', 'Everything kept was deleted.'),
  clearing: w(
    '还有{n}件等着发出，删掉就不会发了。确定全部删掉吗？',
    '{n} are still waiting to be sent and will not be sent once deleted. Delete everything?',
  ),
  drafts: w('存着没提交的，{n}份', 'Saved, not sent: {n}'),
  until: w('{form}，保存到{day}', '{form}, kept until {day}'),
  resume: w('接着填', 'Continue'),
  resumeOf: w('接着填：{name}', 'Continue: {name}'),
  rename: w('改名', 'Rename'),
  renameOf: w('改名：{name}', 'Rename: {name}'),
  newName: w('新名称', 'New name'),
  confirmName: w('改好了', 'Done'),
  drop: w('删掉', 'Delete'),
  dropOf: w('删掉：{name}', 'Delete: {name}'),
  dropping: w('确定删掉“{name}”吗？删掉就找不回来了。', 'Delete “{name}”? It cannot be brought back.'),
  dropped: w('已删掉：{name}', 'Deleted: {name}'),
  opened: w('已打开：{name}', 'Opened: {name}'),
  unplaced: w('表改过了，下面的内容没有地方放：{list}', 'The form has changed; these found no place: {list}'),
  replacing: w(
    '现在这张表上填的还没有存，打开以后会被换掉。要打开吗？',
    'What is typed here was not saved and will be replaced. Open?',
  ),
  profileFill: w('填上“{name}”的企业和联系人', 'Fill in the enterprise and contact of “{name}”'),
  filled: w('填上了{n}处，请看一遍对不对。', '{n} fields were filled in: please check them.'),
  filledNone: w('没有空着的地方要填。', 'There was nothing empty to fill in.'),
  profileKept: w('提交以后记下，保存到{day}。', 'It will be noted when you send, until {day}.'),
  profileGone: w('记住的企业信息已删掉。', 'The remembered enterprise was deleted.'),
  carry: w('再填一张，企业信息不用重填', 'Another form, without typing the enterprise again'),
  carried: w('企业和联系人已带过来，请看一遍。', 'The enterprise and contact came along: please check them.'),
  filed: w(
    '文件已交给浏览器下载：{file}。口令请记牢。',
    'Given to the browser to save: {file}. Remember the pass phrase.',
  ),
  textMade: w(
    '文字已生成并复制。请贴到一个稳妥的地方。',
    'The text was made and copied. Paste it somewhere safe.',
  ),
  textMadeOnly: w('文字已生成，请长按或全选后复制。', 'The text was made: select all of it and copy.'),
  inWeChat: w(
    '微信里不能下载文件。请按“复制成文字”，贴到文件传输助手里。',
    'WeChat cannot save files. Press Copy as text and paste it into a chat with yourself.',
  ),
  shortPhrase: w('口令太短，至少写8个字符', 'The pass phrase is too short: at least 8 characters'),
  nothingToOpen: w('请选一个文件，或者把文字贴进来', 'Choose a file or paste the text'),
  wrongFile: w('这不是本站存的文件，或者没有复制完整', 'This was not saved here, or it is not complete'),
  newerFile: w(
    '这个文件是更新的版本存的，请刷新网页后再打开',
    'A newer version saved this file: reload the page, then open it',
  ),
  wrongPhrase: w(
    '打不开：口令不对，或者文件被改动过',
    'It does not open: the pass phrase is wrong, or the file was altered',
  ),
  otherForm: w(
    '这是另一张表的，请到那张表打开：{title}',
    'It belongs to another form; open it there: {title}',
  ),
  waitHere: w('存在这里，有网时自动发出', 'Keep it here and send when there is a network'),
  waitNote: w(
    '存在这台设备上，加密。还不算登记，发出以后才有登记编号。',
    'Kept on this device, encrypted. It is registered only once it was sent.',
  ),
  waitTitle: w('存好了，等有网再发', 'Kept, to be sent when there is a network'),
  waitText: w(
    '还没有登记。有网的时候打开本站的任何一张表，或者留在这一页，就会自动发出，登记编号和查询密码会显示在下面。同一件只登记一次。',
    'It is not registered yet. Once there is a network, open any form here or stay on this page: it is sent, and the number and password appear below. It is registered once only.',
  ),
  outbox: w('等着发出的，{n}件', 'Waiting to be sent: {n}'),
  sentTitle: w('已经发出，请记下编号和密码', 'Sent: note the number and the password'),
  waiting: w('{form}，等有网，保存到{day}', '{form}, waiting for a network, kept until {day}'),
  sending: w('{form}，正在发', '{form}, being sent'),
  refused: w('{form}，没有收下：{why}', '{form}, not accepted: {why}'),
  sendNow: w('现在发', 'Send now'),
  sendNowOf: w('现在发：{name}', 'Send now: {name}'),
  fix: w('打开改一改', 'Open and correct'),
  fixOf: w('打开改一改：{name}', 'Open and correct: {name}'),
  stillWaiting: w(
    '还是没有发出去，网通了会再发。',
    'Still not sent; it will be tried again when there is a network.',
  ),
  sentOne: w('已发出：{name}。登记编号{number}。', 'Sent: {name}. Number {number}.'),
  sent: w('{form}，已收到', '{form}, received'),
  number: w('登记编号', 'Registration number'),
  pin: w('查询密码', 'Password'),
  track: w('查办理进度', 'Track the case'),
  answered: w('{handler}会在{due}前答复您。', '{handler} will answer by {due}.'),
  noted: w('我记下了', 'I have noted it'),
  notedOf: w('我记下了：{number}', 'I have noted it: {number}'),
  similar: w('可能已有答案', 'Perhaps already answered'),
  template: w('照着样子写', 'Use the outline'),
  offline: w(
    '现在没有网络。填好可以先存在这里。',
    'There is no network now. What you fill in can be kept here.',
  ),
} as const;

/** What the pages say that were kept for times without a network. */
export const offlineWords = {
  title: w('现在没有网络', 'No network'),
  lead: w(
    '这一页没有存过。这些通常不用网也能看：',
    'This page was not kept. These can usually be read without a network:',
  ),
  name: w('离线副本', 'Offline copy'),
  copy: w('离线副本，{at}存下的，内容可能已有更新。', 'Offline copy, kept at {at}; there may be news since.'),
  hotlines: w('办事电话', 'Phone numbers'),
  retry: w('有网以后刷新一下。', 'Reload once there is a network.'),
} as const;
