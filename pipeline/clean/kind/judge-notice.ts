import type { Head } from '../fields/read-head.ts';
import { fold } from '../fold.ts';
import type { Line } from '../tree/line.ts';
import type { Signs, Verdict } from '../verdict.ts';

/** A page that says more than this is no notice. */
const SHORT = 400;
/** A page that was published and says more than this is none: it speaks of a 系统升级 or of rules that are 已失效. */
const LEFT_OVER = 20;

interface Notice extends Verdict {
  readonly pattern: RegExp;
}

/** What servers say instead of a page, folded. Titles count as text. */
const NOTICES: readonly Notice[] = [
  {
    kind: 'refused',
    reason: 'a firewall refused the request',
    pattern:
      /(?:访问|请求|操作)(?:.{0,12})(?:被(?:拦截|阻断|拒绝|禁止|限制|屏蔽|阻止|终止)|(?:过于|太)频繁)|(?:拦截|防火墙|安全狗|云盾|waf)(?:.{0,12})(?:提示|拦截|信息)|(?:安全|人机|滑动|身份|访问)(?:验证|校验|认证)(?:.{0,40})(?:滑块|拼图|继续|验证码|浏览器|机器人|完成)|(?:拖动|滑动)(?:.{0,6})滑块|完成(?:安全|人机|以下|下列)?验证|(?:没有|无)(?:.{0,4})(?:访问|浏览|查看)(?:.{0,8})权限|无权(?:访问|浏览|查看)|access(?:is|was)?\s?denied|(?:403|412|521)\s?forbidden|403forbidden|forbidden$|request(?:has been|was)?\s?blocked|attention required|checking (?:your browser|if the site)|enable javascript and cookies|verify (?:that )?you are (?:a )?human|unusual traffic|are you a robot/,
  },
  // Before missing: 系统维护，页面暂时找不到 says that it will be back.
  {
    kind: 'error',
    reason: 'the server says that it is broken or being maintained',
    pattern:
      /(?:系统|网站|服务)(?:.{0,8})(?:(?<!制作|技术|运行|管理|建设)维护(?!单位|[:：])|升级|繁忙|异常|错误|故障|关闭|出错)|(?:500|502|503|504)\s?[–-]?\s?(?:internal|bad gateway|service|gateway|server|error)|数据库(?:.{0,4})(?:失败|错误|异常)|(?:页面|网页|网站)(?:.{0,12})(?:无法访问|暂时无法|已关闭)|internal server error|参数错误|暂停服务/,
  },
  {
    kind: 'missing',
    reason: 'the server says that the page is not there',
    pattern:
      /(?:页面|网页|文件|内容|信息|文章|链接|地址|稿件|资源)(?:.{0,12})(?:不存在|找不到|未找到|没有?找到|已删除|已被删除|被删除|已下[线架]|已撤[稿回下销]|无法找到|失效|不见了)|(?:找不到|未找到|没有找到|无法找到|不存在)(?:.{0,10})(?:页面|网页|文件|内容|信息|文章|资源)|404\s?(?:not found|error|-|页|错误|$)|not found|page (?:can ?not|could not|can't) be found/,
  },
  {
    kind: 'login',
    reason: 'the server asks for a login in words',
    pattern:
      /(?:请先?|尚未|还没有?|需要?先?|必须先?|未)登[录陆入](?:.{0,4})(?:后|再|才|[，,].{0,20}登[录陆入])|(?:扫码|扫一扫|二维码)登[录陆入]/,
  },
];

/** Servers do not give their pages titles like this: 关于系统维护的公告 tells of a maintenance to come. */
const DOCUMENT = /关于.{2,60}的(?:公告|通告|通知|公示|决定|批复|意见|说明|函)/;
const ALERT = /alert\s*\(\s*["'`]([^"'`]{2,100})/;

const SCRIPT_CHALLENGE =
  /__jsl_clearance|\$_ts\s*=|acw_sc__v2|__cf_chl|yunsuo_session|challenge-platform|HMACCOUNT_BFESS.{0,20}location/;

/**
 * Tell a firewall's answer or an error in words from pages with content. Only short pages are asked: a
 * report on firewalls is an article.
 *
 * @param said weight of the sentences that were taken for an article
 * @param signs what says that it is an article: of a page taken down its frame may be left, with date and source
 * @returns null for a page that is none of these
 */
export function judgeNotice(
  head: Head,
  seen: readonly Line[],
  said: number,
  { dated, signed }: Pick<Signs, 'dated' | 'signed'>,
): Verdict | null {
  const plain = seen.filter((line) => line.linked < 0.5);
  const weight = plain.reduce((sum, line) => sum + line.weight, 0);
  if (weight < 20 && SCRIPT_CHALLENGE.test(head.script)) {
    return { kind: 'refused', reason: 'a script must set a cookie first: the site refuses programs' };
  }
  if (weight > SHORT || said > (signed ? LEFT_OVER : 0.5 * SHORT)) return null;
  if (dated && said >= 12 && DOCUMENT.test(head.title ?? '')) return null;
  const title = fold(head.title ?? '');
  const text = `${title}\n${plain
    .map((line) => fold(line.text))
    .join('\n')
    .slice(0, 2000)}\n${fold(ALERT.exec(head.script)?.[1] ?? '')}`;
  for (const { kind, reason, pattern } of NOTICES) {
    // A short article may mention a failure once; a notice has it in the title or says nothing else.
    const match = pattern.exec(text);
    if (match !== null && (match.index < title.length || weight < 200)) return { kind, reason };
  }
  return null;
}
