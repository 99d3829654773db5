import { w } from './words.ts';

/** Words of publishing an answer as a common question. */
export const faqWords = {
  open: w('发布为常见问题', 'Publish as FAQ'),
  openHint: w(
    '别的企业也会问的，去掉企业信息后放到网站上。',
    'Others will ask too: put it on the site without names.',
  ),
  see: w('已发布为常见问题，看看', 'Published as FAQ: view'),
  title: w('发布为常见问题', 'Publish as a common question'),
  lead: w(
    '发布以后谁都看得到。下面已经把能认出的企业和个人信息换掉了，机器会看漏，请逐字看一遍。',
    'Everybody can read it once published. What names the enterprise or a person was replaced as far as a machine sees it: read every word.',
  ),
  back: w('回到这一件', 'Back to the case'),
  originals: w('原文', 'Originals'),
  asked: w('企业问的', 'The question'),
  answered: w('我们答的', 'Our answer'),
  found: w('换掉了什么', 'What was replaced'),
  foundNone: w(
    '没有找到企业和个人信息。也请看一遍有没有绰号、地址、项目名称。',
    'Nothing was found. Still look for nicknames, addresses and names of projects.',
  ),
  replaced: w('{kind}“{text}”，{n}处', '{kind} “{text}” ×{n}'),
  edit: w('发布的内容', 'What is published'),
  question: w('问题', 'Question'),
  questionHelp: w('用大白话写成一句，别人会照着这样搜。', 'One plain sentence, as others would ask it.'),
  answer: w('答案', 'Answer'),
  answerHelp: w(
    '一行一段；以“- ”开头的排成清单。',
    'One paragraph a line; lines that begin with “- ” become a list.',
  ),
  category: w('哪方面', 'Topic'),
  links: w('相关政策和指南', 'Policies and guides'),
  linksNone: w('还没有选。在下面查一查，勾上要放的。', 'None yet: look some up below and tick them.'),
  find: w('查政策、指南、电话', 'Look up policies, guides, numbers'),
  findHelp: w('用大白话写，例如：社保减免', 'In plain words, such as: social insurance relief'),
  findDo: w('查一查', 'Look up'),
  hits: w('查到的', 'Found'),
  hitsNone: w('没有查到，换个说法试试。', 'Nothing found: try other words.'),
  hitsUnbuilt: w('网站还没有建好，现在查不了。', 'The site was not built yet: nothing can be looked up.'),
  cite: w('把“{title}”放进答复', 'Put “{title}” into the answer'),
  citeText: w('《{title}》，要点见 {link}', '“{title}”, see {link}'),
  citeOther: w('{title}：{link}', '{title}: {link}'),
  citeShort: w('放进答复', 'Insert'),
  tickHint: w(
    '勾上的会列在答案下面；电话和问答不用勾，网址可以直接写进答案。',
    'What is ticked stands under the answer; write the address of a number or question into the answer.',
  ),
  preview: w('预览', 'Preview'),
  previewTitle: w('网站上会是这样', 'How the site will show it'),
  publish: w('发布', 'Publish'),
  published: w('已发布', 'Published'),
  publishedText: w(
    '{at}由{who}发布，文件名 {slug}.md。下次更新网站时出现在常见问题里，用大白话也搜得到。',
    'Published {at} by {who} as {slug}.md. It appears among the common questions when the site is next updated.',
  ),
  download: w('下载文件', 'Download the file'),
  exportHint: w(
    '更新网站的人运行 npm run cases -- faq --to content/faq，所有发布的一次写好。',
    'Whoever updates the site runs npm run cases -- faq --to content/faq, which writes all of them.',
  ),
  withdraw: w('撤下', 'Take down'),
  withdrawHint: w(
    '答案过时或有错就撤下，下次更新网站时不再出现。',
    'Where it is outdated or wrong; gone when the site is next updated.',
  ),
  withdrawn: w('已撤下', 'Taken down'),
  withdrawnText: w('{slug}，{at}由{who}撤下', '{slug}, taken down {at} by {who}'),
  earlier: w('以前发布过的', 'Published before'),
  heldTitle: w('还有企业或个人信息，没有发布', 'It still says who asked: not published'),
  heldIn: w('{field}里还有{kinds}，请删掉或改写', '{field} still holds {kinds}: delete or reword it'),
  refusedTitle: w('没有发布', 'Not published'),
  notNow: w('现在不能发布', 'It cannot be published now'),
  stale: w(
    '刚才有人先动了这一件，您的没有提交，写的字都还在。看看没问题，再按一次。',
    'Somebody acted on this case first. Yours was not done and stands below: look again, then press once more.',
  ),
} as const;

/** What a text holds that says who asked. */
export const secretWords = {
  enterprise: w('企业名称', 'the enterprise’s name'),
  contact: w('联系人', 'the contact’s name'),
  phone: w('电话', 'a phone number'),
  'id-number': w('身份证号', 'an ID number'),
  'credit-code': w('信用代码', 'a credit code'),
  account: w('账号或编号', 'an account or case number'),
  plate: w('车牌', 'a number plate'),
  email: w('邮箱', 'an e-mail address'),
  chat: w('微信号或QQ号', 'a name in a chat'),
} as const;

/** The kinds of pages that are found. */
export const citedWords = {
  policy: w('政策', 'Policy'),
  guide: w('指南', 'Guide'),
  faq: w('问答', 'Question'),
  hotline: w('电话', 'Number'),
} as const;
