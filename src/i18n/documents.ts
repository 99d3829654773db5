import { w } from './words.ts';

/** The pages on which documents are filled in; the documents themselves are Chinese. */
export const documentWords = {
  title: w('承诺书、方案和登记表', 'Letters, plans and registers'),
  lead: w(
    '在这台设备上填，填好打印、存成Word，或者复制文字。填的内容不上传，关掉网页就没有了。',
    'Fill in on this device, then print, save for Word or copy. Nothing is sent; closing the page deletes it.',
  ),
  found: w('{title}的模板、范本：怎么写，怎么填。', 'Template of {title}: how to write it.'),
  fill: w('填这里', 'Fill in'),
  mine: w('您的这一份', 'Yours'),
  mineNote: w('空着的地方可以打印后手写。', 'What is empty can be written by hand.'),
  example: w('填好的样子', 'A filled example'),
  exampleNote: w('企业、姓名、电话都是示例。', 'All names and numbers are samples.'),
  word: w('存成Word', 'Save for Word'),
  making: w('正在生成……', 'Being made…'),
  made: w('已交给浏览器下载：{file}', 'Given to the browser to save: {file}'),
  failed: w('没有生成，请刷新后再试，或者先打印。', 'It was not made. Reload and try again, or print.'),
  copy: w('复制文字', 'Copy the text'),
  copied: w('已复制，可以粘贴。', 'Copied.'),
  notCopied: w('没有复制上，请长按下面的文字复制。', 'Not copied: select the text below.'),
  elsewhere: w(
    '微信里不能打印、不能存文件：先“复制文字”，或者点右上角的“…”，选“在浏览器打开”。',
    'WeChat cannot print or save files: copy the text, or open the page in a browser from the menu “…”.',
  ),
  others: w('其他文书', 'Other documents'),
} as const;
