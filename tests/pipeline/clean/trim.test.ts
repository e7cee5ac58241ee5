import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const sentence = '全市今年计划新建高标准农田十五万亩，改造老旧小区四十个，完成投资三十亿元。';
const paragraphs = Array.from({ length: 4 }, (_, at) => `<p>第${at + 1}季度，${sentence}</p>`);
const text = (inner: string) =>
  extractArticle({
    html: `<title>云川市部署民生实事</title><h1>云川市部署民生实事</h1><p>2024-03-05</p><div class="c">${inner}</div>`,
    url: null,
  }).text.split('\n');
const plain = text(paragraphs.join(''));

describe('what is no part of the text', () => {
  it.each([
    [
      'a player between title and text',
      `<div class="video-box"><div class="mplayer"><p>正在切换到高清,请稍候...</p><p>播放速度：2X</p><p>倍速</p></div></div>${paragraphs.join('')}`,
    ],
    [
      'advertisements between paragraphs',
      paragraphs.join(
        '<div><a href="/ad/1"><i>广告</i><span>留学生注意了，这些问题要先准备好！</span><div>×</div></a></div>',
      ),
    ],
    [
      'credits without a colon',
      `${paragraphs.join('')}<p>作者 王之文 高小然</p><p>编辑 周小褶 ｜ 排版 魏小蔚</p>`,
    ],
    [
      'who allowed the copy, and whose pictures they are',
      `${paragraphs.join('')}<p>来源：云川日报 2024-02-26 15:18 作者：某大学 郭小然</p><p>（本文经云川日报授权转载）</p><p>图源网络，侵删</p>`,
    ],
    [
      'a call to follow that gives its reason first',
      `${paragraphs.join('')}<div>为了让您及时了解各项目的进展，请“关注”（扫一扫或识别二维码）云川公益：</div><p><img src="/q.png"></p>`,
    ],
    [
      'the head that a post brings along: who, what, when',
      `<p>作者: lin@mail.example (Lin Xiao)<br>标题: 云川市部署民生实事<br>时间: Tue Mar 5 03:39:49 2024<br></p>${paragraphs.join('')}`,
    ],
    [
      'a share bar that was copied along with the text',
      `${paragraphs.join('')}<div><p><a title="分享到" href="javascript:;">分享到</a> <a href="javascript:;">QQ空间</a> <a href="javascript:;">新浪微博</a> <a href="javascript:;">人人网</a> <a href="javascript:;">腾讯微博</a> <a href="javascript:;">豆瓣</a> <span>0</span></p></div><p><br></p>`,
    ],
    [
      'what a site asks of its readers behind its rights',
      `${paragraphs.join('')}<p>责编：贾亭</p><div><p>版权作品，未经云川网书面授权，严禁转载，违者将被追究法律责任。</p></div><div><p>感谢您的反馈，我们将会减少此类文章的推荐</p><ul><li>不感兴趣</li><li>广告软文</li><li>重复旧闻</li><li>文字、图片、视频等展示问题</li></ul></div>`,
    ],
    [
      'the wall behind which the rest is paid for',
      `${paragraphs.join('')}<div><a href="javascript:;">本文共计1561字 订阅后继续阅读</a></div><div><a href="javascript:;">登录</a> 后获取已订阅的阅读权限</div><ul><li>云川通会员</li><li>可畅读全文</li></ul>`,
    ],
    ['the label of a gallery', `${paragraphs.join('')}<p>图集</p>`],
    [
      'where a translation is from',
      `${paragraphs.join('')}<p>作者：John Doe 译者：郭小然 来源：medium</p><p>原文：https://blog.example/10-tips</p>`,
    ],
    ['the title as the caption of a QR code', `${paragraphs.join('')}<p>云川市部署民生实事</p>`],
    ...[
      '云川小说网网址：m.yc.example（本站域名已换成 m.yc2.example，看完记得收藏哦！感谢您的支持！）',
      '请记住本书首发域名：yc.example。手机版阅读网址：m.yc.example',
      '天才一秒记住本站地址：yc.example，最新章节更新最快！',
      '喜欢本书请大家收藏：（yc.example）云川小说网',
    ].map((line) => ['where to find the site again', `${paragraphs.join('')}<p>${line}</p>`]),
    [
      'what is read most, in brackets between paragraphs',
      paragraphs.join('<p>（熱門點閱：<a href="/2">今晚賞月的三個地方！館方直播</a>）</p>'),
    ],
    [
      'what else to read, in brackets between paragraphs',
      paragraphs.join('<p>【熱門點擊：<a href="/2">今晚賞月的三個地方！館方直播</a>】</p>'),
    ],
    ...['附件：', '相关附件', '附件下载：', '【附件】'].map((label) => [
      'the label of files where there are none',
      `${paragraphs.join('')}<div><p>${label}</p><ul id="files"></ul></div>`,
    ]),
    ['who keeps the page', `${paragraphs.join('')}<p>信息员：王小文</p><p>审核人：李小然</p>`],
    ['a lone link above the text', `<p><a href="/q">查看云川行情</a></p>${paragraphs.join('')}`],
    [
      'what a player says of its film',
      `<p>《云川纪事》今晚播出 时长：01:45 来源：云川电视网</p><h4>《云川纪事》今晚21点播出<a>收起</a></h4><p>时长：01:45建议WIFI下打开</p>${paragraphs.join('')}`,
    ],
    [
      'on which terms a post may be copied',
      `${paragraphs.join('')}<p>（转载本站文章请注明作者和出处 云川夜话 – yechat.example，请勿用于任何商业用途）</p>`,
    ],
    [
      'what waits for a script',
      `${paragraphs.join('')}<p>（转载本站文章请注明作者和出处）</p><div>Loading...</div>`,
    ],
    ['the switch of the letters', `<p>T + -</p>${paragraphs.join('')}`],
    ['where there is more', `${paragraphs.join('')}<p>更多精彩内容看这里</p>`],
    [
      'what the writer did before, behind what is said of rights',
      `${paragraphs.join('')}<p>本文为小林授权云川网发布，转载请注明出处。</p><p>作者linxiao曾任职于多家企业，现为某某团队创建人。</p>`,
    ],
    [
      'under which licence it stands',
      `${paragraphs.join('')}<p>本作品采用《CC 协议》，转载必须注明作者和本文链接</p>`,
    ],
    ['how readers rated it', `${paragraphs.join('')}<p>(20 人打了分，平均分： 4.35 )</p>`],
    [
      'who the writer is, behind what is said of rights',
      `${paragraphs.join('')}<p>本文为王之文授权云川网《夜读》专栏发布，转载请注明出处。</p><p>作者为《云川周刊》主笔，曾任某杂志社记者、首席记者。</p>`,
    ],
    ['the way to a forum', `${paragraphs.join('')}<p>进入【<a href="/g">云川财经股吧</a>】讨论</p>`],
  ])('goes: %s', (_, inner) => {
    expect(text(inner)).toEqual(plain);
  });
});

describe('what others wrote', () => {
  const post = (name: string, at: number, tools = '') =>
    `<div class="post"><p>${name}</p><p>03-05 1${at}:02</p><p>${at}楼说的话：${sentence}</p>${tools}</div>`;

  it('goes behind an article: posts with what readers may do with them', () => {
    const posts = [1, 2, 3].map((at) => post('老槐', at, '<p>回复 举报</p>')).join('');
    expect(text(`<div class="a">${paragraphs.join('')}</div>${posts}`)).toEqual(plain);
  });

  it('goes behind an article: another one with title and time of its own', () => {
    const other = paragraphs.map((line) => line.replace('季度', '年')).join('');
    const short = '<p>全市今年计划新建高标准农田十五万亩。</p>';
    expect(
      extractArticle({
        html: `<title>云川市部署民生实事</title><div><h1>云川市部署民生实事</h1><p>2024-03-05 08:00</p><div>${short}</div></div><div><h1>三十年前的老街影院后来怎样了</h1><p>老槐</p><p>2023-06-01 00:48</p><div>${other}</div></div>`,
        url: null,
      }).text,
    ).toBe('全市今年计划新建高标准农田十五万亩。');
  });

  it('goes behind the first post of a thread whose times are spelled out', () => {
    const turn = (name: string, at: number, said: string) =>
      `<div class="item"><article class="Post"><header><ul><li><h3><a href="/u/${at}">${name}</a></h3></li><li><a href="/d/${at}">2024年3月5日</a><div>发布 #${at} 2024年3月5日星期二 13点5${at}分</div></li></ul></header><div class="Post-body">${said}</div><p><button>回复</button></p></article></div>`;
    const others = [2, 3, 4].map(
      (at) =>
        `<div class="gap">${at} 天后</div>${turn(`网友${at}`, at, `<p>${at}楼说的话：${sentence}</p>`)}`,
    );
    expect(text(`<div>${turn('老槐', 1, paragraphs.join(''))}${others.join('')}</div>`)).toEqual(plain);
  });

  it('is the text where it is an interview', () => {
    const turns = [1, 2, 3, 4, 5, 6].map((at) => post(at % 2 === 1 ? '主持人' : '王小局长', at)).join('');
    expect(text(turns).filter((line) => line.includes('楼说的话')).length).toBe(6);
    const after = text(`${paragraphs.join('')}<div>${turns}</div>`);
    expect(after.filter((line) => line.includes('楼说的话')).length).toBe(6);
  });
});

describe('what is part of the text', () => {
  it.each([
    ['第八条　未经许可，任何单位不得擅自使用公共取水口。', '第九条　本办法自印发之日起施行。'],
    ['第八条　未经许可，任何单位不得擅自使用公共取水口。', '云川市人民政府', '2026年3月1日'],
    ['申报单位登录后查看审核结果', '云川市水务局', '2026年3月1日'],
  ])('is what a document forbids, or where to look: %s', (...lines) => {
    expect(text(paragraphs.join('') + lines.map((line) => `<p>${line}</p>`).join(''))).toEqual([
      ...plain,
      ...lines,
    ]);
  });

  it('is an address in full behind the name of what it leads to', () => {
    const url = 'https://ethics.example/proposed-revisions';
    const last = text(
      `${paragraphs.join('')}<p>征求意见稿下载链接：<a href="javascript:;">${url}</a></p>`,
    ).at(-1);
    expect(last).toBe(`征求意见稿下载链接：${url}`);
  });

  it.each([
    ['a heading that goes on to discuss', '<p>进入分组讨论</p>'],
    ['a file about advertisements', '<p><a href="/f/1.pdf">广告发布登记管理办法.pdf</a></p>'],
    ['a sentence that is a link', '<p><a href="/2">全市去年新建高标准农田十二万亩。</a></p>'],
    ['a day that is greeted', '<p>今天是第34个世界水日。</p>'],
    ['a greeting within the text', '<p>欢迎来到云川</p>'],
    ['who may publish', '<p>本公报由市统计局经市人民政府授权发布，各媒体可以引用。</p>'],
  ])('stays: %s', (_, line) => {
    expect(text(paragraphs.join(line)).length).toBe(7);
    if (!line.includes('进入')) expect(text(paragraphs.join('') + line).length).toBe(5);
  });

  it.each([
    ['摘　要：本文讨论县域收入差距的成因，提出三条建议。', '关键词：县域；收入差距；转移支付'],
    ['【摘要】本文讨论县域收入差距的成因，提出三条建议。', '【关键词】县域 收入差距 转移支付'],
    ['内容提要：本文讨论县域收入差距的成因，提出三条建议。', '关键字：县域、收入差距、转移支付'],
    ['摘　要：本文讨论縣域收入差距的成因，提出三條建議。', '關鍵詞：縣域、收入差距、轉移支付'],
  ])('stays: the keywords of a paper below its abstract: %s', (abstract, keywords) => {
    const kept = text(`<p>${abstract}</p><p>${keywords}</p>${paragraphs.join('')}`);
    expect(kept.slice(0, 2)).toEqual([abstract, keywords]);
    expect(text(`${paragraphs.join('')}<p>${keywords}</p>`)).toEqual(plain);
  });

  it('stays: the label of files that stand outside the box of the text', () => {
    const file = '<div class="fj"><a href="/f/1.pdf">民生实事清单.pdf</a></div>';
    expect(text(`${paragraphs.join('')}<p>附件：</p></div>${file}<div>`)).toContain('附件：');
    expect(text(`${paragraphs.join('')}<p>附件：</p>${file}`).slice(-2)).toEqual([
      '附件：',
      '民生实事清单.pdf',
    ]);
  });

  it('stays: what says that a thing is kept', () => {
    for (const line of ['看完以后，他说记得收藏这些票证。', '本站地址：云川市人民路1号。'])
      expect(text(`${paragraphs.join('')}<p>${line}</p>`).at(-1)).toBe(line);
  });

  it('stays: questions of readers and the answers to them', () => {
    const turn = (at: number) =>
      `<div class="qa"><p>网友小${at}</p><p>03-05 1${at}:02</p><p>问：${sentence}</p><p>回复：</p><p>答：${sentence}</p></div>`;
    const kept = text(`<div>${[1, 2, 3, 4].map(turn).join('')}</div>`).filter((line) =>
      line.includes('答：'),
    );
    expect(kept.length).toBe(4);
  });

  it('stays in the box of a player: what is said in the recording', () => {
    const said =
      '<div class="audio-player"><p>倍速</p><p>记者问得很细。局长答得也很细。双方谈了一个小时。</p></div>';
    expect(text(paragraphs.join('') + said).length).toBeGreaterThan(4);
  });

  it('stays though it is said again and again', () => {
    const unit =
      '<div><p>责任单位：市发展改革委、市财政局、市住房城乡建设局、市农业农村局、市水利局、市交通运输局、各县（市、区）人民政府，云川经济开发区管委会。</p></div>';
    expect(text(paragraphs.join(unit)).length).toBe(7);
  });
});

describe('the box of the text', () => {
  const long = paragraphs.join('').repeat(6).replaceAll('季度', '类信息');
  it('is not what asks for cookies, however long', () => {
    const ask = `<div class="onetrust-pc-sdk"><h2>Cookie 说明</h2>${long}</div>`;
    expect(text(`<div class="a">${paragraphs.join('')}</div></div>${ask}<div>`)).toEqual(plain);
  });

  it('is more than the list that holds most of it', () => {
    const items = Array.from({ length: 12 }, (_, at) => `第${at + 1}件是：${sentence}`);
    const list = `<ul>${items.map((line) => `<li><p>${line}</p></li>`).join('')}</ul>`;
    const lead = '<p>全市今年要办的民生实事是由各界提出的，每一件都有人负责。以下是其中四件：</p>';
    const deep = (inner: string) => `<div><div><div><div>${inner}</div></div></div></div>`;
    const about = deep('<p>小北 · 分享身边故事、身边知识、身边乐趣的人。</p>');
    expect(text(`${about}${deep(`${lead}${list}`)}<p>评论</p>`)).toEqual([
      lead.replace(/<.?p>/g, ''),
      ...items,
    ]);
  });

  describe('called editor', () => {
    const page = (inner: string) =>
      extractArticle({
        html: `<title>云川市部署民生实事</title><h1>云川市部署民生实事</h1><p>2024-03-05</p><div><div class="nav">首页</div>${inner}</div>`,
        url: null,
      }).text.split('\n');
    const beside = paragraphs.slice(1).join('').replaceAll('季度', '类信息');

    it.each(['class="editor"', 'class="editor show"', 'id="editor" class="main"'])(
      'is the text where it holds its paragraphs, though other text stands on the page: %s',
      (name) => {
        const own = `<div ${name}>${paragraphs.join('')}</div>`;
        const others = `${'<div>'.repeat(5)}${beside}${'</div>'.repeat(5)}`;
        expect(page(`${own}</div>${others}<div>`)).toEqual(plain);
      },
    );

    it.each(['责任编辑：', '编辑介绍：', '編輯：'])('is none where it says who edited it: %s', (label) => {
      const credit = `<p>${label}王小文，云川日报编辑，曾获全市好新闻奖。长期采写民生报道，熟悉水务。</p>`;
      const box = `<div class="editor">${credit}${credit.replace('文', '武')}</div>`;
      expect(page(`${box}<div class="c">${paragraphs.slice(0, 2).join('')}</div>`)).toEqual(
        plain.slice(0, 2),
      );
    });
  });

  it('may be named after what stands beside it', () => {
    const others = `<div><div><div>${paragraphs.slice(1).join('').replaceAll('季度', '类信息')}</div></div></div>`;
    const html = `<title>云川市部署民生实事</title><div class="the-content equalize-sidebar"><h1>云川市部署民生实事</h1><p>2024-03-05</p>${paragraphs.join('')}</div>${others}`;
    expect(extractArticle({ html, url: null }).text.split('\n')).toEqual(plain);
  });
});
