import type { Language } from './digest.ts';

/**
 * What an operator does about each code of docs/errors.md, in Chinese. The message of a fault says so in English already,
 * with numbers and addresses of the case.
 */
const ADVICE: Readonly<Record<string, string>> = {
  FETCH_DNS: '请检查网址和本机的域名解析。',
  FETCH_UNREACHABLE: '请检查网址和代理设置（crawl.proxy），以及该站是否屏蔽了本机。',
  FETCH_TIMEOUT: '如果只是网站较慢，请调大 crawl.timeoutMs，或用 hours 改在夜间访问。',
  FETCH_RESET: '一般会自行恢复；长期如此再看。',
  FETCH_TLS: '老旧网站请设 tls: legacy；缺少的根证书用环境变量 NODE_EXTRA_CA_CERTS 补上。',
  FETCH_PRIVATE_ADDRESS: '如果是自己的内网主机，请写入该来源的 allowHosts。',
  FETCH_BAD_URL: '请改正网址，并查看页面跳转到了哪里。',
  FETCH_REDIRECTS: '请在浏览器中打开，把最终网址写入来源；要求带回 Cookie 的网站请设 cookies: true。',
  FETCH_FAILED: '下次会再试；长期如此请反馈。',
  FETCH_STATUS: '5xx 请等待；429 请调大 crawl.delayMs；其他状态请改正网址。',
  FETCH_MISSING: '请改正网址；如果是列表页链过去的，请收窄 links 规则。',
  FETCH_EMPTY: '一般会自行恢复；长期如此再看。',
  FETCH_TRUNCATED: '一般会自行恢复；长期如此再看。',
  FETCH_ENCODING: '如果浏览器能正常显示，请设 fetcher: browser。',
  FETCH_TOO_LARGE: '如果值得抓取，请调大 crawl.maxBytes。',
  FETCH_NOT_TEXT: '请收窄 links 规则，不要跟到这类文件。',
  ANSWER_REFUSED: '防火墙只放行真人浏览，本程序不绕过。请联系发布单位，或改用该站的订阅源、其他转载网站。',
  ANSWER_LOGIN: '只抓取公开内容，请收窄 links 规则。',
  ANSWER_MAINTENANCE: '请等待网站恢复。',
  PART_MISSING: '一般会自行恢复；不完整的文章不会入库。',
  ROBOTS_DISALLOWED: '网站不允许抓取。请联系发布单位，或收窄 links 规则。',
  ROBOTS_UNREACHABLE: '请等待；取不到 robots.txt 时按不允许处理。',
  HOST_PAUSED: '未抓的页面下次继续；长期如此请在浏览器中查看该站，并检查 hours。',
  LIST_MISSING: '请找到列表页的新网址并写入来源。',
  LIST_EMPTY: '请查看页面，设置 links.select 或 links.match；由脚本填充的列表请设 fetcher: browser。',
  LIST_SHORT: '请查看页面；如果网站改版，请改正 links 规则。',
  BROWSER_MISSING: '请安装 Chromium，并用环境变量 PLANWATCH_CHROMIUM 指明位置。',
  BROWSER_FAILED: '浏览器会自动重启；长期如此再看。',
  EXTRACT_SUSPECT: '请查看页面；如果网站改版，请设置 rules.select。',
  EXTRACT_HELD:
    '半小时后读法不变即自动发布；也可用 planwatch accept 立即发布，用 rules.remove 去掉每次不同的部分。',
  TEXT_GARBLED: '请在来源中设置 rules.charset；用 planwatch accept 可按原样发布。',
  TEXT_LOSSY: '请打开原页查看：缺失的可能是数字。',
  NOT_ARTICLE: '请用 planwatch check 查看；收窄 links，设置 rules.select，或设 fetcher: browser。',
  RULE_MATCHED_NOTHING: '请改正 rules.select；改版前的规则移到 pastRules。',
  RULE_INVALID: '请改正选择器。',
  WORKER_TIMEOUT: '如果不是文章，请用 links 排除；否则请反馈。',
  WORKER_MEMORY: '如果不是文章，请用 links 排除；否则请反馈。',
  WORKER_CRASHED: '请反馈。',
  ATTACHMENT_NOT_FETCHED: '请打开附件网址查看；抓取文章时会再试。',
  ATTACHMENT_REFUSED: '请联系发布单位，或自行阅读该附件。',
  ATTACHMENT_SCANNED: '请自行阅读该附件。',
  ATTACHMENT_ENCRYPTED: '请向发布单位索取不加密的文件。',
  ATTACHMENT_UNSUPPORTED: '请自行查看该附件。',
  ATTACHMENT_TOO_LARGE: '请自行查看该附件。',
  ATTACHMENT_TIMEOUT: '一般会自行恢复；长期如此再看。',
  ATTACHMENT_UNREADABLE: '请打开该附件；如果能打开，请反馈。',
};

/** What to do about a fault, for readers of a language that its message is not written in; null for the others. */
export function faultAdvice(code: string, language: Language): string | null {
  return language === 'zh' && Object.hasOwn(ADVICE, code) ? (ADVICE[code] ?? null) : null;
}
