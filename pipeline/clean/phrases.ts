/**
 * The grammar of lines that stand around articles but are not part of them. Everything is matched on folded text
 * (fold.ts): simplified, narrow, without spaces where Chinese is in it. Patterns are anchored and have no nested
 * quantifiers, so that a hostile line costs linear time.
 */

const JOB =
  '(?:责任|本文|执行|值班|新媒体|网络|图片|视频|文字|美术|实习|本期|内容|版面|栏目|微信|网站|页面|信息|稿件|文章|首席|运营|统筹|编审|助理|中文|英文|见习|特约|资深|值班副?)?' +
  '(?:编辑|小编|责编|责校|校对|编校|审校|审核|审读|编审|监制|总监制|主编|主审|总编|排版|编排|制作|制图|初审|复审|终审|签发|一审|二审|三审|策划|出品|出品人|统筹|供稿|投稿|撰稿|撰文|采写|采编|整理|编译|翻译|录入|录入员|发布人|发布者|作者|记者|通讯员|摄影|文字|图片|图文|视频|音频|值班领导|值班主任|实习生|文案|文|图|来稿|执笔|剪辑|配音|设计|海报|供图|拍摄|美编|视觉|运营|后期|主播|播音)';

/** 责任编辑：张三, [编辑 李四 校对 王五], 责编|陈. */
export const CREDIT = new RegExp(`^[\\[【(●■★◆▲*|/-]*${JOB}(?:[、/|及和&]?${JOB}){0,4}(?:[:|丨│/】_]|$)`);
/** Credits without colon: 编辑 刘某 校对 李某 (spaces are gone in folded text). */
export const BARE_CREDIT =
  /^[[【(]?(?:责任编辑|编辑|责编|校对|审核|监制)[\p{Script=Han}·]{2,4}(?:(?:责任编辑|编辑|责编|校对|审核|监制)[\p{Script=Han}·]{2,4}|[\])】]?$)/u;

/** （护理部 供稿）: the contributor signs in brackets. */
export const SIGNED = /^[[【(].{1,20}(?:供稿|报送|报道|整理|撰稿|编辑|供图)[\])】]$/;

/** - END -, 全文完. （完） alone stays: agencies sign so, as part of the text. */
export const END_MARK = /^[-—_=*·~.\s]*(?:the)?end[-—_=*·~.\s]*$|^[-—_=*·~]+(?:全文|本文)?完[-—_=*·~]*$/;

/** The credit that closes an article: behind 责任编辑 nothing of it comes. */
export const END_CREDIT = /^[[【(]*(?:责任编辑|责编|本文来源|文章来源|编辑|纠错)(?:[:|丨│】\])]|$)/;

/** 来源：新华社; 本文来源; （资料来源：…）; 转载自…. */
export const ORIGIN =
  /^[[【(●■★◆*|—-]*(?:本文|文章|稿件|信息|新闻|资料|内容|图片|图文|素材|原文|稿|文|图|视频|部分内容|转载|数据|综合)?(?:来源|来源于|来自|原载|源自|转自|转载自|摘自|出处|供稿单位|信息来源|综合自)(?:[:|丨/】]|于?网络|$)/;

/** 《云川日报》（2023年09月12日 03版）: where it was printed. */
export const PRINTED_IN = /^[（(]?《[^》]{2,20}》[（(,，].{0,30}(?:版|日|期)[)）]{0,2}$/;

/** 原标题：…, （原题为《…》）, 本文原标题. */
export const FORMER_TITLE = /^[[【(]*(?:本文|文章|新闻)?(?:原标题|原题|原文标题)(?:为|是)?[:《"“【]/;

/** A heading after which nothing of the article comes. */
export const TAIL_HEADING = new RegExp(
  '^[\\[【《<|>·■●◆▎▍☆★#-]*(?:' +
    [
      '(?:更多|查看|点击)*(?:相关|延伸|推荐|扩展|关联|拓展|深度|往期|精彩|热门|热点|热评|最新|最热|更多|同类|类似|本类|本周|今日|今天|编辑|小编|频道|本站|为您|为你|相似|近期|其他|其它|栏目|独家|图片|图文|头条|要闻|实时|24小时|一周|每日|月度|点击|阅读|浏览|评论|跟贴|新闻|文章|视频|猜你|您可能|你可能|大家|网友|还)+(?:的)?(?:新闻|阅读|文章|内容|链接|报道|资讯|推荐|稿件|图片|视频|专题|话题|信息|文件|政策|解读|回顾|精选|导读|排行|排行榜|热榜|榜单|标签|评论|热搜|关注|感兴趣的?|喜欢的?|在看|都在看|还喜欢|跟贴|帖子|产品|知识|问题|动态|附件下载|搜索|事件|主题|推广|热点|点击|主播|图集|导航|资料)*(?:[(（][^)）]{0,12}[)）])?(?:[:>》】\\]|·■●◆▎#-]|更多|more|换一换|>>)*$',
      '(?:发表|我要|写|最新|全部|网友|精彩|热门|查看|留言与|文章|用户)?(?:评论|留言|跟帖|跟贴|点评)(?:区|列表|共|[(（]|\\d|:|$).{0,24}$',
      '(?:已有|共)\\d+(?:条|人|次).{0,12}$',
      '(?:上|下|前|后)一?(?:篇|条|页|则)(?:[:>】\\]]|没有|$)',
      '(?:免责|版权|特别|郑重|法律|转载|重要|本站)?(?:声明|申明)(?:[:】\\]]|$)',
      '(?:免责条款|风险提示及免责|风险提示:?$|责任编辑$)',
      '(?:分享|分享到|分享至|分享文章|分享本文|转发|一键分享)(?:[:】]|$).{0,40}$',
      '(?:related|recommended|more|moreon|morefrom|read ?next|trending|popular|most (?:read|popular|viewed|shared)|you may also like|latest|comments?|leave a (?:reply|comment)|share this|topics?|tags?|filed under|sponsored|around the web|about the author)(?: (?:from|on|in|stories|articles|news|posts|content|topics|coverage|links|reading|videos?|story|now|for you)){0,3}(?: .{0,25})?[:.…]{0,3}$',
    ].join('|') +
    ')',
);

/** The heading of readers' comments. They may be longer than the article. */
export const COMMENTS =
  /^[[【《<|>·■●◆#-]*(?:网友|全部|最新|热门|精彩|发表|我要|文章|用户|查看|相关)?(?:评论|留言|跟帖|跟贴|点评|回复|回帖)(?:区|列表|\d*条?)?(?:[(（].{0,12})?[:：]?$/;

/** Lines that are never part of an article, wherever they stand. Short lines only. */
export const NOISE = new RegExp(
  '^(?!\\d+$)[\\[【(<|>·■●◆*#/-]*(?:' +
    [
      '(?:打印|关闭|返回|收藏|复制|举报|纠错|分享|点赞|转发|投诉|字体|字号|大|中|小|默认|超大|扫一扫|保存|推荐|关注|订阅|刷新|播放|朗读|语音|放大|缩小|我要|本页|此页|页面|窗口|正文|网页|文章|链接|下载|顶部|首页|上页|下页|列表|微信|微博|qq|空间|朋友圈|好友|邮件|到|至|:|,|、|\\||/|[\\[\\]【】()（）<>+-]|[a|t][+-]|余下全文|尾页|末页|下一页|上一页|twitter|facebook|whatsapp|pinterest|linkedin|telegram|reddit|line|email|weibo|wechat|\\d)+$',
      '(?:浏览|阅读|点击|访问|查看|播放|人气|点击数|点击率|阅读量|浏览量)(?:次数|量|数|人次|次|:)*[:(\\[]*\\d*(?:[.\\d]*万)?(?:次|人|\\+|[)\\]])*$',
      '(?:(?:阅读|评论|收藏|转载|喜欢|浏览|点赞|分享|回复|推荐|打印|举报|编辑|赞|踩|热度)[(:]?\\d*\\)?){2,}$',
      '\\d+(?:次|人)?(?:阅读|浏览|点击|评论|点赞|收藏|分享|人参与|人阅读).{0,10}$',
      '(?:您|你)?(?:的|现在的?|当前的?)?(?:当前)?位置[:是在].{0,80}$',
      '(?:长按|扫描?|识别|微信|用微信|手机|使用|请|下方|关注|扫码|扫一扫|打开).{0,20}(?:二维码|扫一扫|扫码|小程序|公众号|客户端|手机上?|微信)(?:.{0,30})$',
      '.{0,12}(?:微信|公众|公号|微博|抖音|头条|视频|qq)(?:公众)?(?:号|平台|群)?(?:id|号)?[:：].{0,30}$',
      '(?:点击|查看|阅读|展开|余下|返回|进入)(?:查看)?(?:阅读)?(?:更多|原文|全文|大图|下载|此处|这里|链接|首页|列表|详情|附件|剩余.{0,8}|图片|进入).{0,14}$',
      '(?:主办|承办|版权所有|技术支持|主管|网站标识码|备案号|联系电话|copyright|©|icp|.{1,3}icp备|.{0,4}公网安备|allrightsreserved).{0,120}$',
      '本帖最后由.{0,60}$',
      '(?:广告|推广|赞助|advertisement|advertising|ad|sponsored|promoted)$',
      '(?:(?:原文|本文|文章|网页|来源)(?:链接|地址|网址|网站)[:：]?.{0,120}$)',
      '(?:请?登录|注册|登陆)(?:后|账号|/|注册|发表|查看|[^\\p{L}]|$).{0,16}$',
      '(?:(?:tag|tags|标签|关键词|关键字|专题|分类|所属分类|责编|栏目|类别|频道)[:】]).{0,80}$',
      '(?:上|下)一(?:篇|条|页|则|章)[:>】\\]]?.{0,80}$',
      '(?:打赏|赞赏|喜欢作者|写留言|在看|分享收藏|收藏点赞|赞|踩|顶|有用|没用|收起|展开|全文|原文链接|查看原文|阅读原文|相关标签|赞一?下).{0,4}$',
    ].join('|') +
    ')',
  'u',
);

/** Statements about rights, opinion and liability, as one line or sentence at the end of a page. */
export const LEGAL =
  /(?:未经(?:.{0,12})(?:许可|授权|允许|同意|书面)|不得(?:转载|复制|镜像)|转载(?:请|时|须|务必)(?:.{0,8})(?:注明|标明|联系|保留)|(?:本文|文章|以上|上述|文中|该文)(?:.{0,20})(?:不代表|仅代表|并不意味|不构成|仅供参考|版权归)|(?:侵权|版权|异议)(?:.{0,16})(?:联系|删除|告知|处理)|(?:联系|告知|通知)(?:.{0,12})(?:删除|处理)|仅提供信息(?:存储|发布)|信息存储空间|发布平台|责任自负|版权归(?:.{0,10})所有|版权属于|原创文章|不承担(?:.{0,10})责任|文责自负|all rights reserved|违者必究)/;

/** Calls to look, follow, download: promotion of the publisher. */
export const PROMOTION =
  /(?:扫描?(?:.{0,8})二维码|长按(?:.{0,10})(?:二维码|识别|图片|关注)|关注(?:.{0,20})(?:公众号|微信|微博|头条号|小程序|客户端)|(?:下载|打开|安装)(?:.{0,12})(?:客户端|app)|更多(?:.{0,24})(?:请|敬请|尽在|关注|下载|点击|扫码|相关)(?:.{0,24})(?:关注|下载|点击|客户端|app|公众号|扫码|查看|频道|登录|网)|(?:点击|回复|戳)(?:.{0,14})(?:菜单|关键词|【|「|阅读原文|蓝字|下方)|(?:爆料|报料|投稿|新闻线索|提供线索)(?:.{0,20})(?:热线|电话|邮箱|微信|平台|[:：]|\d{4})|(?:商务|广告)合作|(?:更多|相关)(?:资讯|内容|信息|消息|新闻|报道)?(?:.{0,6})关注|点(?:.{0,3})在看|尽在(?:.{1,14})(?:app|客户端|公众号|网)$|(?:点击|戳)?(?:上方|下方|右上角)?(?:.{0,3})蓝字(?:.{0,8})关注|欢迎(?:关注|投稿|转发|订阅|加入|添加)|点个?(?:赞|在看)|(?:加入|申请加入)(?:.{0,20})(?:群|媒体团|交流群)|扫码(?:关注|下载|加入|查看|进群)|设为星标)/;

/** Date, source, author, counts and switches between title and text. */
export const INFO = new RegExp(
  '^(?:[\\[【(|/·•]*(?:' +
    [
      '(?:发布|发表|更新|成文|生成|编辑|录入|上传|公开|发文|创建|修改|刊发|印发|提交)?(?:时间|日期|于)?[:]?(?:19|20)\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}(?:日|号)?(?:星期[一二三四五六日天])?(?:t?\\d{1,2}[:时]\\d{1,2}(?:[:分]\\d{1,2}秒?)?(?:\\.\\d+)?z?分?)?',
      '(?:发布|发表|更新|成文|生成|发文)(?:时间|日期|机构|单位)?:',
      '(?:信息|文章|稿件|新闻)?(?:来源|出处|作者|编辑|责任编辑|责编|记者|通讯员|供稿|撰稿|发布人|发布者|录入|审核|校对|文号|发布单位|发布机构|发文机构|栏目|分类|点击|浏览|浏览次数|阅读次数|点击数|点击量|访问量|人气|关键词|字体|字号|阅读|视力保护色|评论)[:：]',
      '(?:我要)?(?:打印|字体|字号|分享|收藏|纠错|评论|举报|朗读|大中小|字体大小|关闭|保存|扫一扫|微信|来源|浏览|阅读|点击|转发|语音播报)',
      '\\d{1,2}[-/月]\\d{1,2}日?\\d{1,2}:\\d{2}',
      '(?:第?\\d+(?:次|人)?(?:阅读|浏览|点击|评论))',
      '(?:星期|周)[一二三四五六日天]',
    ].join('|') +
    '))',
);

/** 国发〔2019〕4号 on a line of its own. */
export const DOCUMENT_NUMBER = /^[\p{Script=Han}]{1,12}[〔[(（]?(?:19|20)\d\d[〕\])）]?第?\d{1,5}号$/u;

/** The note under the name of a law: （2007年6月29日…通过）. It is part of the text. */
export const ENACTED = /(?:通过|公布|修订|修正|批准|施行|印发)[)）]?$/;

/** At the head of an article this is the caption of its first picture. */
export const PHOTOGRAPHER = /^(?:摄影|图片|图|供图)/;

/** 相关阅读：《…》 with the link on the same line. */
export const RELATED_LINE =
  /^[[【(●■★◆>]*(?:相关|延伸|推荐|拓展|更多|往期|点击|深度|热门)(?:阅读|新闻|链接|报道|文章|视频|专题|推荐|回顾|进入)[:|丨】\])].+/;

/** Bylines and dates above the text of Latin-script pages. */
export const LATIN_INFO =
  /^(?:by\b|written by|posted|published|updated|last (?:updated|modified)|story by|from staff|staff |image|photo|share|e-?mail|print|comments?|\d+ comments?|min read|\d+ min(?:ute)?s? read|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? |(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}:\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})/;

/** Lines that send the reader elsewhere, anywhere in a Latin-script text. */
export const LATIN_NOISE =
  /^(?:(?:related|read more|read also|also read|see also|see more|more|also|watch|listen|must read|don['’]t miss|recommended|more on this|up next|in case you missed it|live updates|photos|video|gallery)\s?(?::|\||–|-|>|$)|also on |advert(?:isement|ising)?s?$|story continues|continue reading|sign up|subscribe|newsletters?$|follow (?:us|me|him|her|\w+ on)|click here|tap here|get (?:the latest|our|breaking|short url)|download |share (?:this|on|it)|image (?:copyright|caption|source|credit)|media caption|photo(?: illustration)?(?: by)?:|photos?:|credits?:|file photo|loading|caption$|close$|back to gallery|enlarge|this slideshow|this video|please enable|javascript|like this story|tell us what|you may (?:also )?like|let our news|skip|privacy policy|don['’]t miss$|breaking news$|show caption|hide caption|toggle|replay|play video|now playing)/;

/** Credits, biographies and promotion behind the text of Latin-script pages. */
export const LATIN_TAIL =
  /^(?:\(?(?:additional )?report(?:ing|ed) by|\(?(?:writing|editing|compiled|edited|written) by|this (?:article|story|post|piece) (?:was|is|has|originally|first)|originally published|updated (?:at|on)|update:|follow |our standards|copyright|©|all rights|the associated press|associated press|contact |email |e-mail |have a (?:tip|story)|got a (?:tip|story)|for more |to read |read the |visit |listen (?:live|to)|watch |download|get |sign up|subscribe|support |join |like us|tell us|what do you think|share your|comment|tags?:|categor|filed under|posted in|source:|via |image:|photo:|first published|the times is committed|need more|.{0,60} contributed (?:to this|reporting)|.{0,30} is (?:a|an|the) .{0,80}(?:reporter|editor|writer|correspondent|columnist|contributor|author|producer|journalist)|.{0,40}(?:can be reached|may be reached|on twitter|follow (?:him|her|us|them)))/;
