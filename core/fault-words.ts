import type { Language } from './digest.ts';

/** What each code of docs/errors.md means, in a few words; the message that goes with a fault says what to do. */
const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  FETCH_DNS: { zh: '域名无法解析', en: 'host name does not resolve' },
  FETCH_UNREACHABLE: { zh: '服务器没有回应', en: 'nothing answers' },
  FETCH_TIMEOUT: { zh: '超时', en: 'timed out' },
  FETCH_RESET: { zh: '连接被中断', en: 'connection broken off' },
  FETCH_TLS: { zh: '证书或加密方式不被接受', en: 'certificate or TLS not accepted' },
  FETCH_PRIVATE_ADDRESS: { zh: '指向内网地址', en: 'leads to a private address' },
  FETCH_BAD_URL: { zh: '网址无法识别', en: 'address cannot be read' },
  FETCH_REDIRECTS: { zh: '跳转过多', en: 'too many redirects' },
  FETCH_FAILED: { zh: '网络错误', en: 'network error' },
  FETCH_STATUS: { zh: '服务器返回错误状态', en: 'server answers with an error' },
  FETCH_MISSING: { zh: '页面不存在', en: 'no such page' },
  FETCH_EMPTY: { zh: '返回空内容', en: 'empty answer' },
  FETCH_TRUNCATED: { zh: '内容不完整', en: 'answer cut off' },
  FETCH_ENCODING: { zh: '压缩格式有误', en: 'wrong compression' },
  FETCH_TOO_LARGE: { zh: '内容过大', en: 'too large' },
  FETCH_NOT_TEXT: { zh: '不是网页', en: 'not a web page' },
  ANSWER_REFUSED: { zh: '被防火墙拒绝', en: 'refused by a firewall' },
  ANSWER_LOGIN: { zh: '需要登录', en: 'asks for a login' },
  ANSWER_MAINTENANCE: { zh: '网站维护中', en: 'site under maintenance' },
  PART_MISSING: { zh: '分页缺失', en: 'part of an article missing' },
  ROBOTS_DISALLOWED: { zh: 'robots.txt 不允许抓取', en: 'forbidden by robots.txt' },
  ROBOTS_UNREACHABLE: { zh: 'robots.txt 无法取得', en: 'robots.txt cannot be had' },
  HOST_PAUSED: { zh: '暂停访问该站点', en: 'host left alone for now' },
  LIST_MISSING: { zh: '列表页已不存在', en: 'list is gone' },
  LIST_EMPTY: { zh: '列表页没有文章链接', en: 'list shows no articles' },
  LIST_SHORT: { zh: '列表页链接远少于平时', en: 'list shows far fewer articles than usual' },
  BROWSER_MISSING: { zh: '没有可用的浏览器', en: 'no browser to use' },
  BROWSER_FAILED: { zh: '浏览器未能打开页面', en: 'browser could not load the page' },
  EXTRACT_SUSPECT: { zh: '读出的内容可疑', en: 'reads suspiciously' },
  ATTACHMENT_NOT_FETCHED: { zh: '附件未能取得', en: 'an attached file cannot be had' },
  ATTACHMENT_REFUSED: { zh: '网站不允许取附件', en: 'the site does not let us have an attached file' },
  ATTACHMENT_SCANNED: { zh: '附件是扫描件', en: 'an attached file is a scan' },
  ATTACHMENT_ENCRYPTED: { zh: '附件有密码保护', en: 'an attached file is protected by a password' },
  ATTACHMENT_UNSUPPORTED: { zh: '附件格式不支持', en: 'an attached file is of a kind that is not read' },
  ATTACHMENT_TOO_LARGE: { zh: '附件过大', en: 'an attached file is too large' },
  ATTACHMENT_TIMEOUT: { zh: '附件读取超时', en: 'an attached file took too long to read' },
  ATTACHMENT_UNREADABLE: { zh: '附件无法读取', en: 'an attached file cannot be read' },
  EXTRACT_HELD: { zh: '读法可疑，暂缓发布', en: 'held back as suspicious' },
  NOT_ARTICLE: { zh: '新页面都不像文章', en: 'new pages read as no articles' },
  RULE_MATCHED_NOTHING: { zh: '提取规则不再匹配', en: 'select rule matches nothing' },
  RULE_INVALID: { zh: '提取规则有误', en: 'rule cannot be read' },
  WORKER_TIMEOUT: { zh: '解析超时', en: 'reading took too long' },
  WORKER_MEMORY: { zh: '解析占用内存过多', en: 'reading took too much memory' },
  WORKER_CRASHED: { zh: '解析中断', en: 'reading broke off' },
};

/** A fault in a few words of a reader's language; the code itself where it has none. */
export function faultInWords(code: string, language: Language): string {
  return (Object.hasOwn(WORDS, code) ? WORDS[code]?.[language] : undefined) ?? code;
}
