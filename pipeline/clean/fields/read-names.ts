import { bare, foldPhrase, phraseOf, simplify } from '../fold.ts';
import { NOISE } from '../phrases.ts';
import { type Line, partsOf } from '../tree/line.ts';
import type { Found } from './found.ts';
import { findDates } from './read-date.ts';

/** 石某/中国青年报: persons, and the paper they write for. */
export const SLASHED =
  /^([\p{Script=Han}·]{2,4}(?:[\s、][\p{Script=Han}·]{2,4}){0,3})\s?[/／]\s?(\p{L}{1,12}(?:报|网|社|新闻|周刊))$/u;

const ORGANISATION =
  /(?:报|网|社|台|刊|局|委|办|厅|府|院|会|部|处|科|室|馆|站|中心|新闻|发布|在线|客户端|周刊|传媒|融媒|频道|观察|财经|公司|大学|集团|号|资讯|快讯|媒体|论坛)(?:\p{L}{0,6}[\])】]|$)/u;

/** Whether a name ends as those of publishers and public bodies do. */
export function isOrganisation(name: string): boolean {
  return ORGANISATION.test(simplify(name));
}

/** Surnames of most people; those that mostly open other words only count in names of three characters. */
const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝游辛靳柴蒙鲍喻祁蒲滕屈饶牟艾尤穆卓吉缪芦麦褚娄窦戚岑宫费卜冷晏席柏宗瞿桂佟臧闵苟邬卞姬仇栾隋刁巫寇桑郎甄丛仲虞敖巩佘池麻苑迟邝赖傅]';
const RARER_SURNAME =
  '[文安成关单全常时农司古简车项连路景党解管荣房包商边师明应华阳沙查池卫米欧洪楼丘鞠匡胥鄢冼蔺訾郗]';
const DOUBLE_SURNAME = '(?:欧阳|司马|诸葛|上官|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|端木|司徒|南宫|范姜)';
const PERSON = new RegExp(
  `^(?:${SURNAME}[\\p{Script=Han}]{1,2}|${RARER_SURNAME}[\\p{Script=Han}]{2}|${DOUBLE_SURNAME}[\\p{Script=Han}]{1,2})$`,
  'u',
);
/** Names of places, columns and branches that open with a surname. */
const NO_PERSON =
  /^(?:易信|金融|金属|高清|高考|高校|高层|马上|马拉松|方法|方案|方向|江苏|江西|江南|江宁|温州|武汉|武术|金华|黄金|白酒|石油|石化|游戏|游记|宁夏|宁波|毛利|严选|万象|康养|任免|任命|曲艺|梅州|柳州|林业|田径|汤圆|施工|施政|易购|向导|尚品|左右|童话|谷歌|苗木|蓝筹|蒙古|季度|申报|申请|申论|范文|何时|何以|于是|夏季|钱包|雷达|龙头|史料|白皮书|桂林|郑州|徐州|杨凌|苏州|唐山|许昌|邓州|石家庄|马鞍山|黄山|黄石|高新区)|(?:省|市|县|区|镇|乡|村|版|讯|类|性|化|业|说|谈|汇|圈|事)$/;

/** Whether a name is built as those of Chinese persons are: a surname and one or two characters more. */
export function isPersonName(name: string): boolean {
  const simple = simplify(name);
  return PERSON.test(simple) && !NO_PERSON.test(simple) && !isOrganisation(simple);
}

/** Labels, controls, columns and times: what a piece may be as a whole that stands where names do. */
const LABEL_OR_CONTROL =
  /^(?:原创|转载|正文|首页|举报|分享|收藏|打印|评论|字号|字体|关注|订阅|推荐|阅读|浏览|点击|大|中|小|默认|今天|昨天|星期.|周.|北京时间|(?:发布|发表|更新|修改|编辑)(?:时间|日期)?|时间|日期|时政|国内|国际|社会|财经|要闻|新闻中心|时政新闻|国际新闻|来源|作者|责编|[上下]一[期版篇页条]|开心网|人人网|豆瓣网?|qq空间|(?:腾讯|搜狐|网易)微博|百度贴吧|下载客户端|独家抢先看|打开客户端|于|由|by|on|posted|在|点赞|已关注|新闻|热点|视频|楼主|只看该作者|倒序浏览|倒序|share|print|email|comments?|read|updated|published|ago|[ap]m|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|未知|佚名|admin|管理员|网络|互联网|文字|分钟|小时|(?:最后|最新)?(?:由|回复于?)|创建于?|(?:最[后近新])(?:更新|发布|修改|编辑|推荐文章)(?:时间|日期|于)?|\d{1,3}\s?(?:秒|分钟|小时|天|周|个?月|年)前)$/iu;
/** Controls that open with what they do. */
const ACTION = /^(?:添加|加入|设为|查看|返回|登[录陆]|注册|打印|关闭|复制|直达|试听|收藏本)/;
/** What no name holds: punctuation, long numbers, a bracket without the other, words of counts and controls. */
const IN_NO_NAME =
  /[:：>》，。？！?!@]|(?<![a-z\d])\d{3,}|^[a-z]{1,2}_?\d{3,}$|_[a-z]{1,3}\d{3,}$|阅读|浏览|评论|点击|次$|字体|分享|发[布表](?:于|时间)|更新于|编辑于|[记記]者$|报[道导]$|報[道導]$|[/／](?:编译|編譯)$|^\p{Script=Han}{2,3}[/／]\p{Script=Han}{2}$|[□■]|^[(（].*[)）]$|^\p{L}\/|^[〇零一二三四五六七八九十年月日]+$|^[\d\s\p{P}\p{S}]+[kw万]?\+?$|^[^(（]*[)）]|[(（][^)）]*$/iu;

/** 3 分钟, 1.2k 字: a number and what it counts. */
const COUNT = /(?<![\p{L}\d])\d[\d.,]{0,8}\s?(?:[kKwW万]\+?)?\s{1,2}\p{Script=Han}{1,3}(?=[\s\u0001]|$)/gu;

/** Names on a short line, other than what its dates, labels and controls say, and what the title does. */
export function namesOn(line: Line, title: string): Found[] {
  line.asked.names ??= namesIn(line);
  return line.asked.names
    .filter((value) => !title.includes(bare(value)))
    .map((value) => ({ value, found: 'line', line }));
}

function namesIn(line: Line): string[] {
  if (line.weight > 40 || line.stops > 0 || line.rows !== null || NOISE.test(phraseOf(line))) return [];
  if (PICTURED.test(line.text)) return [];
  const slashed = SLASHED.exec(line.text)?.[2];
  if (slashed !== undefined) return [slashed];
  return withoutDates(partsOf(line).join('\u0001').replace(LAST_REPLY, '\u0001').replace(PLACE, '\u0001'))
    .replace(COLUMN, '\u0001')
    .replace(COUNT, '\u0001')
    .replace(WITH_JOB, '\u0001')
    .split(/[\u0001|｜·]|\s+/)
    .map((piece) =>
      piece
        .trim()
        .replace(/^[●◎○◆▲]/, '')
        .replace(BRACKETED, '$1')
        .replace(/[/／]$/, '')
        .replace(ACCOUNT, ''),
    )
    .filter(isName);
}

/** 图像来源，云川社: whose the picture is. */
const PICTURED = /^(?:[图圖][像片]|照片|[视視][频頻])[来來]源/;

/** 最后由 小北 回复于: who wrote the last of the answers. */
export const LAST_REPLY = /最后由[\s\u0001]{0,4}[^\s\u0001]{1,20}[\s\u0001]{0,4}(?:回复|发表)/gu;
/** 发布于北京, IP属地：广东, 来自Android客户端: where the writer sat, and at what. */
const PLACE =
  /(?:发[布表]于|来自|(?:IP\s?)?属地)[\s:：-]{0,3}\u0001?\p{Script=Han}{2,10}?(?:省|市|自治区|(?=[\s\u0001]|$))|来自\s?[\p{L}]{2,8}客户端(?:\d{1,5}楼)?/gu;
const ACCOUNT = /官方[账帐]?号$/;
/** A name in brackets, though it stands in none: [云川教育网]. */
const BRACKETED = /^[[【]([^\]】]*)[\]】]?$/;

/** A text with its dates cut out, as parts of their own. */
export function withoutDates(text: string): string {
  let rest = text;
  for (const { start, end } of findDates(text).reverse()) {
    rest = `${rest.slice(0, start)}\u0001${rest.slice(end)}`;
  }
  return rest;
}

/** 分类于 数据库: a column or a tag, behind its label. */
const COLUMN =
  /(?:(?:博主文章)?分类于?|分类专栏|所属专栏|文章标签|标签|(?:所[属屬])?(?:栏目|欄目|频道|頻道)|专题|收录于)[\s\u0001:：]{1,4}[^\s\u0001|｜]{1,20}/g;

/** 记者 王某, 文/王某: persons, as their job says. */
const WITH_JOB =
  /\p{Script=Han}{0,8}(?:记者|通讯员|评论员|撰稿人|作者|编辑|摄影)[\s\u0001|｜:：]{1,4}[\p{Script=Han}·]{2,4}(?=[\s\u0001]|$)|(?<!\p{Script=Han})文\s?[/／|｜]\s?[\p{Script=Han}·]{2,4}(?=[\s\u0001]|$)/gu;

/** Whether a piece of a line may be a name, and is no label or control. */
export function isName(piece: string): boolean {
  if (piece.length > 20 || bare(piece).length < 2) return false;
  const others = [LABEL_OR_CONTROL, ACTION, IN_NO_NAME];
  return !others.some((other) => other.test(simplify(piece))) && !NOISE.test(foldPhrase(piece));
}
