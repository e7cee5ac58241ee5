import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const body = '<p>全市今年计划新建高标准农田十五万亩，改造老旧小区四十个，完成投资三十亿元。</p>'.repeat(4);
const clean = (top: string, tail = '', head = '<title>云川市部署今年民生实事</title>') =>
  extractArticle({
    html: `<head>${head}</head><body><h1>云川市部署今年民生实事</h1>${top}<div class="c">${body}</div>${tail}</body>`,
    url: null,
  });

describe('the source', () => {
  it.each([
    ['<p>2024-03-05 06:16<span>发布于北京</span><span>云川日报官方账号</span></p>', '云川日报'],
    [
      '<div class="i_source_9f"><a href="/m/1">巷子深</a></div><div>下载客户端<br>独家抢先看</div><p>2024-03-05 18:03:35 来自云川市</p>',
      '巷子深',
    ],
    ['<p class="media-name">老街纪事</p><p>2024-03-05 18:03</p>', '老街纪事'],
    ['<p>2024-03-05 08:21</p><p>稿源：云川日报</p>', '云川日报'],
    ['<p>2024-03-05 来源：综合云川日报、云川晚报</p>', null],
    ['<p>2024-03-05 来源：云川日报 版权声明</p>', '云川日报'],
    ['<p>云观新闻记者 卜小然 2024-03-05 07:00</p>', '云观新闻'],
    ['<p>2024年03月05日 <a href="/1">上一期</a> <a href="/2">下一期</a></p>', null],
    ['<ul><li>教育周刊</li><li>常小然</li><li>2024-03-05 06:50</li></ul>', '教育周刊'],
    ['<p>2024年3月5日週二 上午8:21</p>', null],
    ['<p>2024-03-05 来自云川市</p>', null],
    ['<p>2024-03-05</p><p>下载客户端</p>', null],
    ['<p>小林 · 1 月前 · 最后由 小北 回复于 19 天前</p>', null],
    ['<p>小林的个人博客 / 更新于 1周前</p>', null],
    ['<p>最后更新时间 2024-03-05 11:25:07</p>', null],
    ['<p>小林的个人博客 / 37 / 0 / 创建于 2024-03-05</p>', '小林的个人博客'],
    ['<p>最新推荐文章于 2024-03-05 11:25:07 发布</p>', null],
    ['<p>来自Android客户端1楼2024-03-05 23:02</p>', null],
    ['<div><span>更新时间</span> 2024年3月5日, 北京时间10:41</div>', null],
    ['<p>2024-03-05 <a href="/f">加入购物车</a></p>', null],
    [
      '<p>2024-03-05 18:03</p><div><a class="author" href="/a/1"><div>纵川新闻</div><span>百川号</span></a></div>',
      '纵川新闻',
    ],
    ['<p>發布時間：2024-03-05 所屬欄目：國內新聞</p>', null],
    ['<p>2024-03-05</p><p>消息来源：云川日报、云川晚报、北岭时报等</p>', null],
    ['<p>2024-03-05 08:30 雲川時報/ 記者 <a href="/u">陳小華</a> ／北嶺即時報導</p>', '雲川時報'],
    ['<p>来源：文/《云川公路》记者 张小波 杨小燕 时间：2024-03-05</p>', null],
    ['<p><a href="/t">Tags</a></p><p>26 <b>Mar</b> <b>2024</b></p>', null],
    ['<p>[发布时间2024年3月5日]</p>', null],
    ['<p>日期：2024-03-05 12:54:43 发布人：qcxy 浏览量：49 打印本文</p>', null],
    ['<p>[云川教育网-北岭教师网] 发布时间：2024-03-05</p>', '云川教育网-北岭教师网'],
    ['<p><span>郭小然／綜合報導</span></p><p>2024-03-05 10:00</p>', null],
    ['<p>2024年3月5日</p><p>圖像來源，Yunchuan</p>', null],
    ['<p>更新时间 2024年3月5日</p><ul><li class="kaixin"><a href="/s">开心网</a></li></ul>', null],
    ['<p>2024年3月5日</p><p><a href="/s">人人网</a></p><p><a href="/t">腾讯微博</a></p>', null],
    ['<p>来源：人人网 2024-03-05</p>', '人人网'],
    ['<p>2024-03-05</p><p>原创文章，作者：小林，如若转载，请注明出处：https://yc.example/2024/</p>', null],
    ['<p>信息来源平台：云川市公共资源交易中心 2024-03-05</p>', '云川市公共资源交易中心'],
    ['<div class="writer"><a href="/a">Casey Bradley</a></div><p>2024-03-05</p>', null],
    [
      '<div class="rich_media_meta_list"><em class="rich_media_meta rich_media_meta_text">2024-03-05</em> <em class="rich_media_meta rich_media_meta_text">闲云</em> <a class="rich_media_meta rich_media_meta_nickname" href="#">闲云老街纪事</a></div>',
      '闲云老街纪事',
    ],
  ])('is read from %s', (top, source) => {
    expect(clean(top).source).toBe(source);
  });
});

describe('the source that is not named beside the date', () => {
  it.each([
    ['', '<p style="text-align:right">供稿：信息科 莫小然</p>', '', '信息科'],
    [
      '<p><a href="/u/1">小北</a></p><p>2024-03-05</p>',
      '',
      '<meta name="author" content="云川氪">',
      '云川氪',
    ],
  ])('is read from %s%s%s', (top, tail, head, source) => {
    expect(clean(top, tail, `${head}<title>云川市部署今年民生实事_云川氪</title>`).source).toBe(source);
  });

  it('is the paper whose name opens or closes the title of the page', () => {
    const page = (title: string) =>
      extractArticle({ html: `<title>${title}</title><div>${body}</div>`, url: null }).source;
    expect(page('云川日报数字报-种粮大户的春天')).toBe('云川日报');
    expect(page('种粮大户的春天-云川日报')).toBe('云川日报');
  });
});

describe('the author', () => {
  it.each([
    ['<p>2024-03-05</p><p>发布于：北京市</p>', '', '', null],
    [
      '<p><span>2024/3/5 21:20</span><span>（3/5 22:08 更新）</span></p>',
      '',
      '<meta name="author" content="云川通讯社">',
      null,
    ],
    ['<p>2024-03-05 21:20 <a href="/f">添加喜爱</a></p>', '', '<meta name="author" content="云川网">', null],
    ['<p>2024-03-05</p><p>IP属地：广东</p>', '', '', null],
    ['<p>发表于 2024-3-5 23:20:45 | 来自 - 云川南山</p>', '', '', null],
    ['<p>2024-03-05 来源：观察云川</p>', '', '<meta name="author" content="云川网">', null],
    [
      '<p>2024-03-05</p>',
      '',
      '<title>云川市部署今年民生实事_川易新闻中心</title><meta name="author" content="川易">',
      null,
    ],
    ['<p>2024-03-05</p>', '<p>责任编辑：魏小其</p>', '<meta name="author" content="青网新闻魏小其">', null],
    [
      '<p>2024-03-05</p>',
      '<p>云青报·云青网记者 魏小其 来源：云川青年报</p><p>责任编辑：杨凡</p>',
      '<meta name="author" content="杨凡">',
      '魏小其',
    ],
    ['<p>本报记者 王小文 方 敏</p><p>2024-03-05</p>', '', '', '王小文 方敏'],
    [
      '<div class="name">半夏微凉<button>x</button><span>关注</span></div><p>2024-03-05 10:00</p>',
      '',
      '',
      '半夏微凉',
    ],
    [
      '<p><a href="/u/1">小北</a></p><p>2024-03-05</p>',
      '',
      '<meta name="author" content="云川氪网">',
      '小北',
    ],
    ['', '<p>posted @ 2024-03-05 20:11 小林同学 阅读(12) 评论(0)</p>', '', '小林同学'],
    ['<ul><li>教育周刊</li><li>常小然</li><li>2024-03-05 06:50</li></ul>', '', '', '常小然'],
    [
      '<div class="authi"><a href="/u/1">前程小路</a></div><div class="authi">发表于 2024-3-5 23:20:45</div>',
      '',
      '<meta name="author" content="Discuz! Team and Comsenz UI Team">',
      '前程小路',
    ],
    ['<p>由 <a href="/u/1">ddos8919</a>发布于 2024-02-24 14:02:08</p>', '', '', 'ddos8919'],
    ['<p>2024-03-05 责任编辑：魏小其 NF055</p>', '', '', null],
    [
      '<p>2024-03-05 来源：云川晚报</p>',
      '',
      '<title>云川市部署今年民生实事_云易汽车</title><meta name="author" content="云易">',
      null,
    ],
    ['<p>2024-03-05</p><p>易信</p><p>LOFTER</p>', '', '', null],
    [
      '<p>2024-03-05 来源：云易晚报(上海)</p>',
      '',
      '<title>云川市部署今年民生实事_云易</title><meta name="author" content="云易">',
      null,
    ],
    [
      '<p>2024-03-05</p>',
      '',
      '<title>云川市部署今年民生实事 - linxiao的博客</title><meta name="author" content="linxiao">',
      'linxiao',
    ],
    ['<p>2024-03-05</p><p>作者的理念：只考虑业务</p>', '', '', null],
    ['<p>2024-03-05</p>', '<p>作者为《云川周刊》主笔，曾任记者。</p>', '', null],
    ['<p>来源：云川网 2024-03-05 17:00</p><p>云川纪检网站 徐小骏 王小霞</p>', '', '', '徐小骏 王小霞'],
    ['<p>maobear 2024-03-05 11:20:11</p>', '<h2>作者简介</h2><p>专注于互联网商业爆料</p>', '', null],
    ['<p>linxiao · 1 月前 · 最后由 Catherine 回复于 19 天前</p>', '', '', 'linxiao'],
    ['<p>1 月前 · 最后由 <a class="user-name" href="/c">Catherine</a> 回复于 19 天前</p>', '', '', null],
    ['<p>編輯 <a href="/s">楊小陞</a> 報導</p><p>發佈時間：2024/03/05 18:50</p>', '', '', '楊小陞'],
    ['<p>2024-03-05 15:05聯合時報 記者林小誼／即時報導</p>', '', '', '林小誼'],
    ['<p>郭小然 鍾小剛／編譯</p><p>2024-03-05</p>', '', '', '郭小然 鍾小剛'],
    ['<p>政治中心／陳小明報導</p><p>2024-03-05</p>', '', '', '陳小明'],
    ['<p>首頁/綜合報導</p><p>2024-03-05</p>', '', '', null],
    ['<p>2024-03-05 08:30 雲川時報/ 記者 <a href="/u">陳小華</a> ／北嶺即時報導</p>', '', '', '陳小華'],
    ['<p>2024-03-05</p>', '<p>赵小豪 唐小芮 文/图</p>', '', '赵小豪 唐小芮'],
    ['<p>2024-03-05</p>', '<p>吕小翔、洪小敏/文 洪小敏/图</p>', '', null],
    ['<p>生活中心／賴小佑報導</p><p>2024-03-05</p>', '', '', '賴小佑'],
    ['<p>2024-03-05</p>', '<p>洪小然 傅小文 文/图</p>', '', '洪小然 傅小文'],
    [
      '<div class="author"><a href="/a">雲川快訊</a>／范姜小鈺 2024年03月05日 20:19:00</div>',
      '',
      '',
      '范姜小鈺',
    ],
    ['<p>政治組／林小鈺 2024-03-05 20:19</p>', '', '', '林小鈺'],
    ['<p>雲川快訊／綜合報導 2024-03-05 20:19</p>', '', '', null],
    [
      '<p>2024/03/05 18:35</p><div class="title">評論</div>',
      '',
      '<title>雲川新聞網</title><meta name="author" content="雲川新聞網">',
      null,
    ],
    ['<p>2024-03-05</p><p>五、评审专家名单：</p><p>王小煜 何小海 刘小丹</p>', '', '', null],
    ['<p>2024-03-05</p><p>获奖作者：</p><p>王小煜 何小海</p>', '', '', null],
    ['<p>2024-03-05</p><p>领导班子成员如下：</p><p>王小煜 何小海 刘小丹</p>', '', '', null],
    ['<p>2024-03-05</p><p>作者：</p><p>王小煜</p>', '', '', '王小煜'],
    ['<p>2024-03-05</p>', '<p>关于我们 - 读者导航 - <a href="/a">作者导航</a> - 招纳贤才</p>', '', null],
    ['<p>2024-03-05</p>', '<p><a href="/a">作者专区</a> | <a href="/b">投稿</a></p>', '', null],
    ['<p>2024-03-05</p>', '<p><a href="/a">作者登录</a> <a href="/b">作者福利</a></p>', '', null],
    ['<p>2024-03-05</p>', '', '<meta name="author" content="name, email@yc.example">', null],
    ['<p>2024-03-05</p>', '', '<meta name="author" content="webmaster@yc.example">', null],
    ['<p>2024-03-05</p>', '', '<meta name="author" content="香港特約記者 麥小庭">', '麥小庭'],
    ['<p>2024-03-05</p>', '', '<meta name="author" content="林小儀_台中">', '林小儀'],
    [
      '<p>2024-03-05</p>',
      '',
      '<meta name="author" content="編譯茅小毅、記者謝小真／綜合報導">',
      '茅小毅、謝小真',
    ],
    ['<p>2024-03-05</p>', '', '<meta name="author" content="品牌策划:云川互动">', null],
    [
      '<p>2024-03-05</p>',
      '',
      '<title>云川市部署今年民生实事_金舌头英语_云川顾问有限公司</title><meta name="author" content="金舌头英语培训">',
      null,
    ],
    ['<p>日期:2024/3/5 13:57:00 作者:网友整理 人气:0</p>', '', '', null],
    ['<p>2024-03-05</p><p>来源：美育中心 供稿： 点击次数： 字号：小 中 大</p>', '', '', null],
    ['<p>文｜云新 余小聪</p><p>2024年03月05日 17:22 试听</p>', '', '', '余小聪'],
    [
      '<address>DAVID E. SMITH, STEVEN LEE JONES</address><p>2024年3月5日</p>',
      '',
      '',
      'DAVID E. SMITH, STEVEN LEE JONES',
    ],
    [
      '<ul><li>尼克·马什（Nick Marsh）</li><li>云川商业事务记者</li></ul><p>2024年3月5日</p>',
      '',
      '',
      '尼克·马什',
    ],
    ['<div class="writer"><a href="/a">Casey Bradley</a></div><p>2024-03-05</p>', '', '', 'Casey Bradley'],
    [
      '<div class="rich_media_meta_list"><em class="rich_media_meta rich_media_meta_text">2024-03-05</em> <em class="rich_media_meta rich_media_meta_text">闲云</em> <a class="rich_media_meta rich_media_meta_nickname" href="#">闲云老街纪事</a></div>',
      '',
      '',
      '闲云',
    ],
    ['<p>March 5, 2024</p>', '<div class="posted"><a href="/u">windmill99</a></div>', '', 'windmill99'],
    ['<p>2024-03-05</p>', '<p>張貼者： windmill99 於 下午11:59</p>', '', 'windmill99'],
    ['<p>2024-03-05 12:35</p><p>——云川市收费调研报告</p><p align="center">李小保</p>', '', '', '李小保'],
  ])('is read from %s', (top, tail, head, author) => {
    expect(clean(top, tail, head).author).toBe(author);
  });

  it('is the reporter whom the first line of the text names', () => {
    const html = (first: string) =>
      `<title>云川市部署今年民生实事</title><h1>云川市部署今年民生实事</h1><div class="t">2024-03-05</div><div class="c">${first}${body}</div>`;
    const authorOf = (first: string) => extractArticle({ html: html(first), url: null }).author;
    expect(
      authorOf(
        '<div class="lead">全市今年要办十件事，逐月公布进度，请群众评判。</div><p><b>东川网·云川新闻记者 单小珊</b></p>',
      ),
    ).toBe('单小珊');
  });
});

describe('the date', () => {
  it.each([
    ['<p>二〇二四年三月五日</p>', '2024-03-05'],
    ['<p>发布时间：二○二四年十二月二十一日</p>', '2024-12-21'],
    ['<p>时间：24-03-05 09:00</p>', '2024-03-05T09:00:00+08:00'],
    ['<p>2024年3月5日週二 下午2:05</p>', '2024-03-05T14:05:00+08:00'],
    ['<div class="t"><p>05</p><p>2024年03月</p></div>', '2024-03-05'],
    ['<div class="t"><p>2024-03</p><p>05</p></div>', '2024-03-05'],
    ['<p>共 12 件</p><p>2024年03月</p>', null],
    ['<p>24-3-5 9:07</p>', '2024-03-05T09:07:00+08:00'],
    ['<p>| 24-03-05 | 【大 中 小】【打印】【关闭】</p>', '2024-03-05'],
    ['<p>24-03-05 至 24-04-05</p>', null],
    [
      '<p>【来源： 综合云川日报、云川观察、云川市第一人民医院、云川市水务局订阅号、云川市卫健委员...】 发布日期：2024-03-05 19:21:00 点击：</p>',
      '2024-03-05T19:21:00+08:00',
    ],
    ['<p>时间: Tue Mar  5 03:39:49 2024</p>', '2024-03-05T03:39:49+08:00'],
  ])('is read from %s', (top, published) => {
    expect(clean(top).published).toBe(published);
  });

  it('is read from the line behind the text that says when it was posted', () => {
    expect(
      clean(
        '',
        '<p>posted @ 2024-03-05 20:11 小林同学 阅读(12) 评论(0)</p><p><a href="/2">云川市召开春耕备耕现场会议</a></p>',
      ).published,
    ).toBe('2024-03-05T20:11:00+08:00');
  });

  it('is not taken from the items below the text', () => {
    const below = '<p><a href="/1">云川市召开春耕备耕现场会</a></p><p>2020-01-18</p>';
    expect(clean('', `<div class="c2">${below.repeat(3)}</div>`).published).toBe(null);
  });

  it('is found however many counters stand between title and text', () => {
    const counters = '<p>12</p><p>贴子</p>'.repeat(12);
    expect(clean(`${counters}<p>发表于 2024-3-5 23:20:45</p>`).published).toBe('2024-03-05T23:20:45+08:00');
  });
});
