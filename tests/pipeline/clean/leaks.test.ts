import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const said = [
  '入冬以来，云川市城北市场每天有六百吨蔬菜进出，价格总体平稳。',
  '市场负责人说，本地菜占到七成，没有出现大的波动。',
  '今年全市新建冷库十二座，总库容增加三万吨。',
  '菜农老周的三亩地已经收了两茬，第三茬也快上市了。',
];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const textOf = (inside: string, behind = '', title = '云川冬菜保供见闻') =>
  extractArticle({
    html: `<title>${title}</title><h1>${title}</h1><p>2026-01-05 来源：云川日报</p><div class="content">${inside}</div>${behind}`,
    url: null,
  }).text.split('\n');

const middle = (piece: string) => paragraphs(said.slice(0, 2)) + piece + paragraphs(said.slice(2));

describe('a copy of the text in other elements', () => {
  it.each([
    ['for print, with its title', `<div><h2>云川冬菜保供见闻</h2><p>2026-01-05</p>${paragraphs(said)}</div>`],
    ['for print, parted by breaks', `<div>云川冬菜保供见闻<br>${said.join('<br>')}</div>`],
    ['for telephones', `<section>${said.map((text) => `<div>${text}</div>`).join('')}</section>`],
  ])('is not doubled: %s', (_, copy) => {
    expect(textOf(paragraphs(said), copy)).toEqual(said);
    expect(textOf(`${paragraphs(said)}<p>责任编辑：贾亭</p>`, copy)).toEqual(said);
  });

  it('is the caption of a picture that is shown again behind the text', () => {
    const caption = `<div class="picinfo">${said[0]}${said[1]}${said[2]}（云川社记者摄）</div>`;
    expect(textOf(caption + paragraphs(said) + caption)).toHaveLength(5);
  });

  it('is none where two forms of a notice say the same below each other', () => {
    const rules = [
      '填表人应当如实填写，不得弄虚作假。',
      '本表一式两份，由审批单位和申请人各存一份。',
      '表中时间一律填写到月，金额单位为万元。',
    ];
    const forms = [...said, '附件1 申请表', ...rules, '附件2 变更表', ...rules];
    expect(textOf(paragraphs(forms))).toEqual(forms);
  });

  it('is none where a text says one thing again', () => {
    const refrain = [...said.slice(0, 2), said[0] ?? '', ...said.slice(2)];
    expect(textOf(paragraphs(refrain))).toEqual(refrain);
  });
});

describe('what no reader sees', () => {
  it.each([
    '<p style="visibility:hidden">看不见的一段文字，不是正文。</p>',
    '<p style="opacity: 0;">透明的一段文字，不是正文。</p>',
    '<div style="width:1px;height:1px;overflow:hidden">一个点大的文字，不是正文。</div>',
    '<p style="position:fixed;left:-100%"><a href="/t">在页面外面的文字，不是正文。</a></p>',
  ])('is left out: %s', (piece) => {
    expect(textOf(middle(piece))).toEqual(said);
  });

  it('is kept where a script shows the whole article', () => {
    expect(textOf(`<div style="visibility: hidden; opacity: 0;">${paragraphs(said)}</div>`)).toEqual(said);
    expect(textOf(middle('<p style="opacity:0.05">半透明的一段文字，也是正文。</p>'))).toHaveLength(5);
  });
});

describe('lines that are no part of an article', () => {
  it.each([
    '<p>广告</p><p><a href="/ad">点击领取优惠券，先到先得，售完即止！</a></p>',
    '<div><em>推广</em><a href="/ad">本地人都在用的买菜软件</a></div>',
    '<div><a href="/1">要闻</a> | <a href="/2">本地</a> | <a href="/3">经济</a></div>',
    '<p>首页 &gt; 新闻中心 &gt; 本地新闻 &gt; 正文</p>',
    '<p><a href="/">首頁</a> » <a href="/n">新聞中心</a> » 正文</p>',
    '<p>00:00 / 03:21</p>',
    '<p><a href="/s">转播到腾讯微博</a></p>',
    '<p>分享到新浪微博</p>',
    '<p>回上一頁</p><p>友善列印</p><p>轉寄好友</p><p>點閱數：123</p>',
    '<p>本文共有 1203 次浏览</p>',
    '<p>信息网络传播视听节目许可证：2012345</p>',
    '<p>建议使用1920*1080分辨率浏览本站</p>',
    '<div>請同意我們的隱私權規範，才能啟用聽新聞的功能。</div>',
    '<p>感謝您的訂閱！</p><p>請輸入正確的電子信箱格式</p>',
    '<p>手机端可滑动查看</p>',
    '<p><a href="/9">【看更多】冰櫃為什麼會起火</a></p>',
    '<p>▶ <a href="/9">冰櫃為什麼會起火？專家說明</a></p>',
    '<p>2026-01-05 14:59 上传</p><p>下载附件 (112.4 KB)</p>',
    '<div>訂閱《早安云川》電子報 每天三分鐘掌握天下事</div>',
    '<div><a href="/2">地產大亨當選市議會議長 三個月僵局落幕</a></div>',
    '<div><a href="/2">地產大亨當選市議會議長 三個月僵局落幕</a></div><div><a href="/3">市議會選出新議長 提振經濟成首要目標</a></div>',
    '<dl><dt>相关报道</dt><dd><a href="/2">云川冬菜价格平稳</a></dd><dd><a href="/3">云川冷库建成投用</a></dd><dd><a href="/4">菜农老周的三亩地</a></dd></dl>',
  ])('go wherever they stand: %s', (piece) => {
    expect(textOf(middle(piece))).toEqual(said);
  });

  it.each([
    '<p>风险提示：市场有风险，投资需谨慎。</p>',
    '<p>【我要纠错】责任编辑：贾亭</p>',
    '<p>更新日期：2026-01-06</p><p>發布單位：水利處</p>',
    '<p class="appe12">不用等 不用抽 現在用APP看新聞　點我下載APP　<a href="/a">按我看活動辦法</a></p>',
    '<p>加载全部内容</p>',
    '<p>►<a href="/1">買房被騙！屋主崩潰</a></p><p>★ 加入《雲川新聞》LINE好友 隨時掌握最新消息</p><p>分享給朋友：</p><p>追蹤我們：</p>',
    '<p>《雲川新聞網》提醒您：用電要小心。</p><p>更多新聞</p><p><a href="/2">雲川新聞網報你知</a></p>',
    '<p>喜歡這篇文章嗎？按個讚</p><p>相關報導</p><p><a href="/2">冰櫃起火怎麼辦</a></p>',
    '<p>撰稿人：倪小豪</p><p>配 图：王小银</p>',
    '<p>出品︱云川新闻栏目组 胖胖</p><p>作者︱春小春</p>',
    '<p>编辑—倪小豪</p>',
    '<p>【熱門點閱】</p><p>●<a href="/2">買房被騙！屋主崩潰</a></p><p>●<a href="/3">冰櫃為什麼會起火</a></p>',
    '<p>熱門點閱：</p><p><a href="/2">買房被騙！屋主崩潰</a></p>',
    '<p>云川产业网版权所有 (c) All Rights Reserved.</p>',
    '<div id="push">0</div><p>推薦此文章 <a href="/p">推</a> 收</p><p>Today&apos;s Visitors: 0 Total Visitors: 3</p>',
    '<p>Personal Category: 心情小語 Topic: feeling</p><p>Previous in This Category: <a href="/1">生病了</a></p>',
    '<p>全站分類：生活綜合 個人分類：心情</p><p>此分類上一篇： <a href="/1">生病了</a></p><p>小林 發表在 痞客邦 留言(0) 人氣(12)</p>',
    '<p>張貼者： 小林 於 下午11:59</p><p>沒有留言:</p><p>張貼留言</p>',
  ])('go at the end: %s', (piece) => {
    expect(textOf(paragraphs(said) + piece)).toEqual(said);
  });

  it.each([
    '首页→政务服务→水费缴纳，按提示操作即可完成缴费。',
    '登录首页，点击“服务”栏目即可查询，无需注册。',
    '10:30/11:30两个场次可供选择，请提前到场。',
    '全市新发放取水许可证120件，同比增长5%。',
    '云川市气象台提醒您，明天有雨，请注意防范。',
    '专家提醒，市场有风险，投资需谨慎，菜农应当按订单种植。',
    '市场方面强调，爆料内容与事实不符。（编辑：陈小华）20260105',
    '新华社记者王小明摄于城北市场，图为菜农在卸车。',
    '图——城北市场的早晨',
    '新浪微博',
    '请同意扩建的商户在意见书上签字，我们将隐去个人隐私。',
  ])('are told from what says something: %s', (line) => {
    expect(textOf(middle(`<p>${line}</p>`))[2]).toBe(line);
  });
});

describe('what stands above the text', () => {
  it.each([
    [
      'when, behind a caption',
      '<p>城北市场一角，菜农正在把白菜搬下车来。（云川社）</p><div>2026/01/05 09:17</div>',
      ['城北市场一角，菜农正在把白菜搬下车来。（云川社）'],
    ],
    [
      'when and by whom, behind a lead',
      '<p>入冬以来，云川市城北市场的供应充足，价格也没有大的波动。</p><p>發表時間： 05/01/2026 - 09:49</p><div>6 分鐘</div><div>作者： 小林</div>',
      ['入冬以来，云川市城北市场的供应充足，价格也没有大的波动。'],
    ],
    [
      'a summary with which the text begins',
      `<div class="zy">${said[0]}${said[1]}</div><p>${said[0]}${said[1]}</p>`,
      [`${said[0]}${said[1]}`],
    ],
    [
      'who reported, behind a caption',
      '<p><b>▲城北市場一角，菜農正在把白菜搬下車來。（圖／民眾提供）</b></p><p><b>記者林小明／雲川報導</b></p>',
      ['▲城北市場一角，菜農正在把白菜搬下車來。（圖／民眾提供）'],
    ],
    ...[
      '来源：云川日报 2026-1-5 王小齐',
      '云川市水务局网站 王小卓 陆小环',
      '2026-01-05 08:30 雲川時報 記者王小齐／雲川報導',
    ].map((byline): [string, string, string[]] => [
      `date and source, behind a long subtitle: ${byline}`,
      `<p>入冬以来供应充足价格平稳，城北市场的菜农和商户都说今年的生意好做</p><p>${byline}</p>`,
      ['入冬以来供应充足价格平稳，城北市场的菜农和商户都说今年的生意好做'],
    ]),
    [
      'who wrote it, below the subtitle',
      '<p>——城北市场走访记</p><p align="center">李小保</p>',
      ['——城北市场走访记'],
    ],
  ])('goes: %s', (_, top, left) => {
    expect(textOf(top + paragraphs(said))).toEqual([...left, ...said]);
  });

  it('stays: a heading that tells where reporters went', () => {
    const lines = ['本报记者走进城北市场', ...said];
    expect(textOf(`<p><b>${lines[0]}</b></p>${paragraphs(said)}`)).toEqual(lines);
  });

  it('stays: names below the label of a list', () => {
    const lines = [
      '下列菜农今年冬天供应充足价格平稳，被城北市场评为诚信经营户，名单：',
      '王小齐 何小海',
      ...said,
    ];
    expect(textOf(lines.map((line) => `<p>${line}</p>`).join(''))).toEqual(lines);
  });

  it('stays where each entry has its time', () => {
    const entries = said.map((text, at) => `<p>2026-01-05 1${at}:17</p><p>${text}</p>`).join('');
    expect(textOf(`<p>以下是市场里的一天，逐时记录。</p>${entries}`)).toHaveLength(9);
  });
});

describe('a table', () => {
  it('has its caption before it, and the files it links to', () => {
    const table =
      '<table><caption>表1 改造任务</caption><tr><th>县区</th><th>清单</th></tr><tr><td>石县</td><td><a href="/1.pdf">下载</a></td></tr><tr><td>白河县</td><td>无</td></tr></table>';
    const { blocks } = extractArticle({
      html: `<h1>云川冬菜保供见闻</h1><p>2026-01-05</p>${middle(table)}`,
      url: 'https://yc.example/t1.html',
    });
    expect(blocks.slice(2, 4)).toMatchObject([
      { kind: 'caption', text: '表1 改造任务' },
      { kind: 'table', files: ['https://yc.example/1.pdf'] },
    ]);
  });
});
