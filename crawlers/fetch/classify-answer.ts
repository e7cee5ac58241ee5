import { FetchError } from '../../core/errors.ts';
import { visibleText } from './visible-text.ts';

/** What a server's answer turns out to be, by what its status, headers and very short bodies tell. */
export type AnswerKind = 'content' | 'missing' | 'refused' | 'maintenance' | 'login';

export interface Answer {
  /** The address asked for. */
  readonly url: string;
  /** The address that answered, after redirects. */
  readonly finalUrl: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded beginning of the body, at most {@link TINY} characters; null for a body longer than that. */
  readonly text: string | null;
}

export interface Verdict {
  readonly kind: AnswerKind;
  /** In words for the operator. */
  readonly reason: string;
}

/** Bodies longer than this are judged by the extractor, which sees the whole page (pipeline/clean). */
export const TINY = 16_384;
/** Visible characters of a notice at most, white space not counted; a page that says more is content. */
const SHORT = 300;

/** Scripts that work out a cookie before they let anyone in. */
const CHALLENGE =
  /__jsl_clearance|\$_ts\s*=|\$_ts\[|acw_sc__v2|__cf_chl|cf-browser-verification|yunsuo_session|aliyun_waf|_waf_|waf_bypass/i;
const REFUSED =
  /(?:访问|请求|操作).{0,12}(?:被(?:拦截|阻断|拒绝|禁止|限制|屏蔽|阻止)|过于频繁|太频繁)|(?:防火墙|云盾|安全狗|网防g01).{0,20}(?:拦截|防护|提示)|(?:安全|人机|滑动)验证|access ?denied|request ?(?:has ?been ?)?blocked|are ?you ?a ?robot/i;
const MISSING =
  /(?:页面|网页|文件|内容|信息|文章|链接|地址|稿件|资源).{0,12}(?:不存在|找不到|未找到|已删除|被删除|已下线|已失效|不见了)|(?:找不到|未找到|无法找到|没有找到).{0,10}(?:页面|网页|文件|内容|信息|文章|资源)|404 ?(?:not ?found|error|错误)|page ?not ?found/i;
const MAINTENANCE =
  /(?:系统|网站|平台|服务|服务器).{0,8}(?:维护|升级|改造)|暂停(?:访问|服务)|under ?maintenance|site ?maintenance/i;
/** What notices have none of: when and by whom a page was published, and headlines of several others. */
const PUBLISHED =
  /(?:[发發](?:[布佈]|文|表)(?:时间|時間|于|於)?|日期)[:：]?(?:19|20)\d\d[-/.年]|[来來]源[:：]\p{Script=Han}/u;
const DECLARED =
  /<meta\s[^>]{0,99}name\s?=\s?["']?pub(?:lish)?date["']?\s[^>]{0,99}content\s?=\s?["']?(?:19|20)\d\d/i;
const HEADLINE = /<a\s[^>]{0,400}>\s{0,20}[^<\s][^<]{9,200}</gi;
const SEVERAL = 3;
const PASSWORD = /<input[^>]{0,300}type\s*=\s*["']?password/i;
/** Codes that firewalls made up or took over; no web server answers a plain GET with them. */
const FIREWALL = new Set([403, 405, 412, 418, 444, 456, 493]);

/**
 * Tell content from a firewall's answer, a page that is gone, a notice of maintenance and a login.
 *
 * Only content may become a version, and only a page that is gone may become news of its end: a firewall that refuses
 * programs says nothing about the page (ArgeliusLabs/chinese_osint_search_dorks#1).
 */
export function classifyAnswer(answer: Answer): Verdict {
  const { status, text } = answer;
  if (status === 404 || status === 410) return { kind: 'missing', reason: `the server answered ${status}` };
  const firewall = byFirewall(answer);
  if (firewall !== null) return { kind: 'refused', reason: firewall };
  if (status === 401) return { kind: 'login', reason: 'the server asks for a login (401)' };
  const short = wordsOf(answer);
  if (short !== null && MAINTENANCE.test(short))
    return { kind: 'maintenance', reason: 'the site says it is being maintained' };
  if (status >= 300) return { kind: 'content', reason: '' };
  if (short !== null && REFUSED.test(short))
    return { kind: 'refused', reason: 'the page says that the request was blocked' };
  if (short !== null && MISSING.test(short))
    return { kind: 'missing', reason: 'the page says that it does not exist' };
  return (
    byRedirect(answer) ??
    (short !== null && PASSWORD.test(text ?? '')
      ? { kind: 'login', reason: 'a form asks for a password' }
      : { kind: 'content', reason: '' })
  );
}

/**
 * What a page says that may be a notice instead of the page asked for; null for what cannot be one: it says too much, is
 * data, or shows that it was published or lists what was. A report of two lines on the 升级改造 of a heating system is none,
 * nor is the announcement that three rules 已失效.
 */
function wordsOf({ status, headers, text }: Answer): string | null {
  const said = text === null ? null : visibleText(text);
  if (text === null || said === null || said.length > SHORT) return null;
  if (status >= 300) return said;
  if (/json|xml/.test(headers['content-type']?.replace('xhtml+xml', '') ?? '')) return null;
  const headlines = text.match(HEADLINE)?.length ?? 0;
  return PUBLISHED.test(said) || DECLARED.test(text) || headlines >= SEVERAL ? null : said;
}

function byFirewall({ status, headers, text }: Answer): string | null {
  if (headers['cf-mitigated'] === 'challenge') return 'a firewall challenges browsers (cf-mitigated)';
  const jsl = 'x-via-jsl' in headers || /__jsl/.test(headers['set-cookie'] ?? '');
  if (status === 521 && jsl) return 'a firewall serves browsers and refuses programs (521, __jsl)';
  if (FIREWALL.has(status)) return `the server or its firewall refuses programs (${status})`;
  // A challenge is all script; a page that happens to carry a firewall's probe has text too.
  if (text !== null && CHALLENGE.test(text) && visibleText(text).length < 50)
    return `a script must set a cookie before the page is shown (${status})`;
  return status === 202 && text !== null && visibleText(text) === '' && /<script/i.test(text)
    ? 'a firewall answered with a script instead of the page (202)'
    : null;
}

/** Many sites send readers of a deleted page to their front page, to an error page, or to a login. */
function byRedirect({ url, finalUrl }: Answer): Verdict | null {
  const [from, to] = [new URL(url).pathname, new URL(finalUrl).pathname];
  if (from === to) return null;
  if (/\/(?:40[34]|error|notfound)(?:\.\w{2,5})?$/i.test(to))
    return { kind: 'missing', reason: `it redirects to an error page (${to})` };
  if (isFront(to) && !isFront(from))
    return { kind: 'missing', reason: 'it redirects to the front page of the site' };
  if (/\/(?:login|signin|sso|cas)(?:[/.]|$)/i.test(to) && !/\/(?:login|signin|sso|cas)(?:[/.]|$)/i.test(from))
    return { kind: 'login', reason: `it redirects to a login (${to})` };
  return null;
}

function isFront(path: string): boolean {
  return /^\/(?:(?:index|default|main)\.\w{2,5})?$/i.test(path);
}

/** Codes under which verdicts other than content and missing are recorded. */
const ERRORS = {
  refused: [
    'ANSWER_REFUSED',
    'Such pages are not followed; ask the publisher for access, or look for the text in a feed or elsewhere.',
  ],
  maintenance: ['ANSWER_MAINTENANCE', 'It is tried again at the next run.'],
  login: [
    'ANSWER_LOGIN',
    'Pages behind a login are not followed; narrow the link rule so that they are not listed.',
  ],
} as const;

/** A verdict that is neither content nor missing, as the error a fetcher throws. */
export function answerError(
  verdict: Verdict & { readonly kind: keyof typeof ERRORS },
  { url, status }: Pick<Answer, 'url' | 'status'>,
  retryAfterMs: number | null,
): FetchError {
  const [code, advice] = ERRORS[verdict.kind];
  return new FetchError(code, `${url}: ${verdict.reason}. ${advice}`, {
    url,
    status,
    retryAfterMs,
    retryable: verdict.kind === 'maintenance',
  });
}
