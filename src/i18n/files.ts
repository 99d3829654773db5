import { w } from './words.ts';

/** Why a file was not taken in, and what to do instead. The codes are stored and sent. */
export const fileRefusals = {
  type: w(
    '只收 PDF、OFD、Word（docx）、Excel（xlsx）和图片（jpg、png、heic），请另存成其中一种',
    'Only PDF, OFD, Word (docx), Excel (xlsx) and pictures (jpg, png, heic): save it as one of these',
  ),
  'old-office': w(
    '是旧格式或加了密码的文件，请另存为 docx 或 xlsx，不设密码',
    'is in an old format or has a password: save it as docx or xlsx without one',
  ),
  locked: w('加了密码，请去掉密码后再传', 'has a password: remove it and send the file again'),
  broken: w(
    '不完整或已损坏，请打开看看，重新保存后再传',
    'is incomplete or damaged: save it anew, then send it',
  ),
  mixed: w(
    '里夹带了别的内容，请重新导出后再传',
    'holds something else besides: export it anew, then send it',
  ),
  unpacked: w('解开后太大，请分成几个文件再传', 'is too large once unpacked: split it into several files'),
  heic: w(
    '读不出来，请把相机设成“兼容格式（JPG）”再拍，或另存为 jpg',
    'cannot be read safely: set the camera to the compatible format (JPG), or save it as jpg',
  ),
  size: w('太大，每个文件最多20 MB', 'is too large: at most 20 MB a file'),
  empty: w('是空的，请重新选', 'is empty: choose it again'),
  hash: w('传输中出了错，请重新传一次', 'was damaged on the way: send it again'),
  virus: w('查出病毒，没有收下。请杀毒后再传', 'carries a virus and was not taken in: clean it first'),
  quota: w(
    '没有收下：附件加起来太大，最多{limit}',
    'was not taken in: attachments come to more than {limit}',
  ),
  full: w(
    '没有收下：附件的存放空间快满了，请先不附文件提交，或打值班电话',
    'was not taken in: the room for attachments is nearly full. Send without it, or call the duty phone',
  ),
} as const;

/** What an officer should know before opening a file. None of it refuses a file. */
export const fileFlags = {
  macros: w('有宏', 'macros'),
  links: w('有网址链接', 'web links'),
  external: w('会读取外部内容', 'loads external content'),
  embedded: w('里面嵌有别的文件', 'embedded files'),
  script: w('有脚本', 'scripts'),
  launch: w('会启动别的程序', 'starts programs'),
  locked: w('加了密码', 'password'),
} as const;

/** Whether a virus scanner looked at a file. */
export const fileScans = {
  no: w('未做病毒扫描', 'not scanned for viruses'),
  failed: w('病毒扫描没有完成', 'the virus scan did not finish'),
  clean: w('病毒扫描通过', 'scanned, no virus found'),
} as const;

/** Words around a field of files. */
export const fileWords = {
  hint: w(
    '最多{max}个，每个不超过20 MB：PDF、OFD、Word、Excel、图片。照片里的拍摄地点会自动去掉。',
    'At most {max}, 20 MB each: PDF, OFD, Word, Excel, pictures. The place where a photo was taken is removed.',
  ),
  plainHint: w('不开脚本时一次加起来最多4 MB。', 'Without JavaScript, at most 4 MB together at a time.'),
  kept: w('已收下', 'Taken in'),
  remove: w('去掉', 'Remove'),
  removeNamed: w('去掉 {name}', 'Remove {name}'),
  waiting: w('等待上传', 'Waiting'),
  sending: w('已传{percent}%', '{percent}% sent'),
  retrying: w('网络不好，{seconds}秒后接着传', 'Weak network: going on in {seconds} seconds'),
  failed: w('没有传上去', 'Not sent'),
  retry: w('再传一次', 'Try again'),
  rest: w('上次没传完，重新选这个文件就接着传', 'Not finished: choose the same file again to go on'),
  unfinished: w(
    '还有文件没传完，等传完或去掉再提交',
    'Files are still on their way: wait or remove them, then send',
  ),
  tooMany: w('最多{max}个文件，多的没有加进来', 'At most {max} files: the others were left out'),
  gone: w('附件过期了，请重新选文件', 'The attachment has expired: choose the file again'),
} as const;
