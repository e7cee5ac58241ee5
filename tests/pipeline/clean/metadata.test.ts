import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';
import { dateInUrl, findDates, firstDate } from '../../../pipeline/clean/fields/read-date.ts';

const body = '<p>全市今年计划新建高标准农田十五万亩，改造老旧小区四十个，完成投资三十亿元。</p>'.repeat(4);
const clean = (head: string, top: string, tail = '', url: string | null = null) =>
  extractArticle({
    html: `<head>${head}</head><body><h1>云川市部署今年民生实事</h1>${top}<div class="c">${body}</div>${tail}</body>`,
    url,
  });

describe('the title', () => {
  it.each([
    ['云川市部署今年民生实事_云川要闻_云川网', '云川市部署今年民生实事'],
    ['云川市部署今年民生实事 - 云川日报', '云川市部署今年民生实事'],
    ['云川网|云川市部署今年民生实事', '云川市部署今年民生实事'],
  ])('is found in %s', (title, wanted) => {
    expect(clean(`<title>${title}</title>`, '').title).toBe(wanted);
  });

  it('loses the name of the site where no line prints it', () => {
    const title = (text: string) =>
      extractArticle({ html: `<title>${text}</title><div>${body}</div>`, url: 'https://yc.example/' }).title;
    expect(title('甲县召开春耕备耕现场会-云川农业信息网')).toBe('甲县召开春耕备耕现场会');
    expect(title('“一老一小”怎么管——记者调查_民生频道_云川网')).toBe('“一老一小”怎么管——记者调查');
  });
});

describe('the title that the page title says with more', () => {
  const heading = '甲縣豪雨解除！明晚8:00恢復通車　未來4天有雨';
  const titleOf = (title: string, top: string) =>
    extractArticle({ html: `<title>${title}</title>${top}<div>${body}</div>`, url: null }).title;

  it.each([
    `${heading} | 生活 | 雲川新聞網 YCTN.COM`,
    `${heading} | 生活 | 雲川日報 Yunchuan Daily`,
    `${heading} - 雲川電視新聞網 yctn.com.tw`,
  ])('is what the heading prints, though a viewer of pictures repeats all of it: %s', (title) => {
    const viewer = `<div class="photo-title pull-left">${title}</div>`;
    const found = titleOf(title, `<h1 class="news-title">${heading}</h1><p>2024/03/05 18:35</p>`);
    expect(found).toBe(heading);
    const html = `<title>${title}</title><h1>${heading}</h1><p>2024/03/05 18:35</p><div>${body}</div>${viewer}`;
    expect(extractArticle({ html, url: null }).title).toBe(heading);
  });

  it.each([
    '云川打更人  第五十四章 水落石出？全文免费阅读 - 云川小说网移动版',
    '云川打更人 第五十四章 水落石出？最新章节在线阅读_云川小说网',
    '云川打更人之第五十四章 水落石出？全文阅读无弹窗',
  ])('is what stands as one, without what the site offers: %s', (title) => {
    const spoken = '<p>“门没有锁。”</p><p>他推门进去。</p>'.repeat(4);
    expect(titleOf(title, `<div class="nr_title"> 第五十四章 水落石出？</div>${spoken}`)).toBe(
      '第五十四章 水落石出？',
    );
  });
});

describe('the title that the page title hides', () => {
  const page = (title: string, top: string) =>
    extractArticle({ html: `<title>${title}</title>${top}<div class="c">${body}</div>`, url: null });

  it('is the heading above the source where the page title is that of the column', () => {
    const top =
      '<h2>夜读 | 别让台账成了负担</h2><p>来源：云川市监察委员会网站 发布时间： 2024-03-05 07:00</p>';
    expect(page('评论——云川市监察委员会网站', top).title).toBe('夜读 | 别让台账成了负担');
  });

  it('is the one heading above the text where the page title is that of the site', () => {
    const top = '<div class="path"><a href="/">首页</a> &gt;&gt; <a href="/n">通知公告</a></div>';
    const heading =
      '<div id="box"><h3><span>关于调整云川市部分供水营业厅的公告</span></h3><div id="info">2024-03-05 点击：</div></div>';
    const beside = '<div class="side"><p>云川市供水集团召开年度会</p><p>发布时间：2024-03-01</p></div>';
    expect(page('青春云川网', `${top}${beside}${heading}`).title).toBe('关于调整云川市部分供水营业厅的公告');
  });

  it.each(['云川学院财务综合服务门户 - 新生交费提示（二〇二六年）', '云川学院财务在线_新生怎样交学费的提示'])(
    'is what the page declares where the only heading is the name of the site: %s',
    (title) => {
      const [site = '', own = ''] = title.split(/ - |_/);
      const top = `<header><h1>${site}</h1><p>服务热线 0100-123456</p></header><div class="c0"><p>2026年研究生学费预交提示</p><p>发布时间：2026年6月27日</p></div>`;
      expect(page(title, top).title).toBe(own);
    },
  );

  it('is the heading above the date where no line prints the page title', () => {
    const heading =
      '<div class="head"><h3>邻市供水考察团一行访问云川水务，开启合作新篇章</h3><p><span>2024.03.05</span></p></div>';
    expect(page('云川水务集团-放心水', heading).title).toBe('邻市供水考察团一行访问云川水务，开启合作新篇章');
    expect(page('公司动态-云川水务有限责任公司', '<h1>管网的种类和应用</h1>').title).toBe('管网的种类和应用');
  });

  it('is no paragraph that it opens: a post of a microblog has none', () => {
    const said =
      '【云川一动物园多只老虎死亡？市里：已经派人调查】市政府新闻办公室通报，3月5日上午，有人发文反映园内情况。市里高度重视，决定成立由市里负责的调查组，把事情查清楚，对违法的人和事决不手软。结果会及时向社会公布。';
    const found = page('【云川一动物园多只老... - @云川新闻的微博', `<div class="text">${said}</div>`);
    expect(found.text).toContain('市政府新闻办公室通报');
  });

  it('is all lines of a heading that together are the declared title', () => {
    const found = page(
      '云川市教育督导办重要提醒：面向中小学生的全市竞赛活动须经审批 竞赛结果一律不与入学挂钩_云川教育网',
      '<h1>云川市教育督导办重要提醒：<br>面向中小学生的全市竞赛活动须经审批 竞赛结果一律不与入学挂钩</h1><p>2024-03-05</p>',
    );
    expect(found.title).toBe(
      '云川市教育督导办重要提醒：面向中小学生的全市竞赛活动须经审批 竞赛结果一律不与入学挂钩',
    );
  });

  it('stands above the line that opens with a dash, which is its subtitle', () => {
    const found = page(
      '从财政账本里看全市这一年的民生成色 ——解读全市去年财政收支与重点支出安排情况--云川财政杂志',
      '<div class="tit"><p>从财政账本里看全市这一年的民生成色 </p><p>——解读全市去年财政收支与重点支出安排情况</p></div>',
    );
    expect([found.title, found.subtitle]).toEqual([
      '从财政账本里看全市这一年的民生成色',
      '——解读全市去年财政收支与重点支出安排情况',
    ]);
  });

  it('ends before the number of the document, where that has a line of its own', () => {
    const found = page(
      '云川市监管局处罚信息公开表(云罚决字〔2024〕36号)',
      '<p class="tit">云川市监管局处罚信息公开表</p><p class="tit">(云罚决字〔2024〕36号)</p>',
    );
    expect(found.title).toBe('云川市监管局处罚信息公开表');
  });

  it('ends before the name of who wrote it', () => {
    const found = page(
      '少搞形式 多干实事王小雨--云川监察杂志',
      '<p class="tit">少搞形式 多干实事</p><p class="tit">王小雨</p>',
    );
    expect([found.title, found.author]).toEqual(['少搞形式 多干实事', '王小雨']);
    const reported = page(
      '耕地保护不容有失本刊记者 王小雨--云川监察杂志',
      '<p class="tit">耕地保护不容有失</p><p class="tit">本刊记者 王小雨</p>',
    );
    expect([reported.title, reported.author]).toEqual(['耕地保护不容有失', '王小雨']);
  });
});

describe('date, source and author', () => {
  it.each([
    [
      '<p>发布时间：2024年3月5日 09:08　来源：云川日报　作者：张三</p>',
      '2024-03-05T09:08:00+08:00',
      '云川日报',
      '张三',
    ],
    [
      '<p>2024-03-05 09:08:07 来源: <a href="#">云川日报</a> 记者：李四</p>',
      '2024-03-05T09:08:07+08:00',
      '云川日报',
      '李四',
    ],
    [
      '<p><span>2024/3/5</span><span>云川新闻网</span><span>阅读 12</span></p>',
      '2024-03-05',
      '云川新闻网',
      null,
    ],
    ['<p>云川晚报记者 王五</p><p>2024.03.05 来源：云川晚报</p>', '2024-03-05', '云川晚报', '王五'],
    ['<p>赵六/云川青年报</p><p>2024-03-05 下午3:20</p>', '2024-03-05T15:20:00+08:00', '云川青年报', '赵六'],
  ])('are read from %s', (line, published, source, author) => {
    expect(clean('', line)).toMatchObject({ published, source, author });
  });

  it('prefer what is printed to what a template declares, unless it declares the time', () => {
    expect(
      clean('<meta name="PubDate" content="2024-03-06">', '<p>发布时间：2024-03-05 08:00</p>').published,
    ).toBe('2024-03-05T08:00:00+08:00');
    expect(clean('<meta name="PubDate" content="2024-03-05 08:00:01">', '<p>2024-03-05</p>').published).toBe(
      '2024-03-05T08:00:01+08:00',
    );
  });

  it('do not take the day a site moved to another system for the publication', () => {
    const moved = '<meta name="PubDate" content="2024-06-20 16:02:11">';
    expect(clean(moved, '<p>2021年03月05日 09时32分</p>').published).toBe('2021-03-05T09:32:00+08:00');
    // A day without a time may be when the document was written.
    expect(clean(moved, '<p>印发日期：2024-03-05</p>').published).toBe('2024-06-20T16:02:11+08:00');
  });

  it('say where they were found', () => {
    const { found } = clean('<meta name="ContentSource" content="云川网">', '<p>2024-03-05</p>');
    expect(found).toMatchObject({ title: 'line:h1', published: 'line', source: 'meta:contentsource' });
  });

  it('keep an update apart from the publication', () => {
    const article = clean('', '<p>发布时间：2024-03-05 08:00 更新时间：2024-03-07 10:00</p>');
    expect(article).toMatchObject({
      published: '2024-03-05T08:00:00+08:00',
      updated: '2024-03-07T10:00:00+08:00',
    });
  });

  it('fall back to JSON-LD and then to the address', () => {
    const data =
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-03-05T01:02:03Z","author":[{"name":"张三"}]}]}</script>';
    expect(clean(data, '')).toMatchObject({ published: '2024-03-05T01:02:03Z', author: '张三' });
    expect(clean('', '', '', 'https://yc.example/art/2024/3/5/art_1_2.html').published).toBe('2024-03-05');
  });

  it('read the editor behind the text', () => {
    expect(clean('', '', '<p>责任编辑：孙七</p>').editor).toBe('孙七');
  });
});

describe('dates', () => {
  it('are found in every usual form, and only real days', () => {
    const isos = (text: string) => findDates(text).map(({ iso }) => iso);
    expect(isos('2020-04-08 16:20:33、2020年4月8日 16时20分、2020.4.8、2020/04/08')).toEqual([
      '2020-04-08T16:20:33+08:00',
      '2020-04-08T16:20:00+08:00',
      '2020-04-08',
      '2020-04-08',
    ]);
    expect(isos('2020-13-40 和 12020-01-01 与 2019-02-29')).toEqual([]);
    expect(firstDate('20200408')).toBe('2020-04-08');
  });

  it.each([
    ['https://a.example/t20200408_1.html', '2020-04-08'],
    ['https://a.example/2020/0408/c1.html', '2020-04-08'],
    ['https://a.example/2020-04/08/content_1.htm', '2020-04-08'],
    ['https://a.example/id/123456.html', null],
  ])('are read from the address %s', (url, wanted) => {
    expect(dateInUrl(url)).toBe(wanted);
  });
});

describe('the date that only a script knows', () => {
  const dated = (script: string) =>
    clean('<title>云川市部署今年民生实事</title>', `<em id="time"></em><script>${script}</script>`).published;

  it.each([
    ["window.page = { create_time: JsDecode('2024-03-05 18:00') };", '2024-03-05T18:00:00+08:00'],
    ['var publish_time = "2024-03-05" || "";', '2024-03-05'],
    ['{"pubtime": "2024-03-05 16:37:12", "media": "云川新闻"}', '2024-03-05T16:37:12+08:00'],
    ['var ct = "1709632800";', '2024-03-05T18:00:00+08:00'],
  ])('is read from %s', (script, published) => {
    expect(dated(script)).toBe(published);
  });

  it('is not that of one of several pages', () => {
    expect(dated('[{"pubtime":"2024-03-05 16:37"},{"pubtime":"2024-03-01 10:00"}]')).toBeNull();
  });
});

describe('a declared time at which the page was made', () => {
  const made =
    '<meta name="PubDate" content="2024-11-10 15:33:34"><meta name="others" content="页面生成时间 2024-11-10 15:33:34">';

  it('is no date of publication', () => {
    expect(clean(made, '<p>日期：2024/10/26 来源：云川画报社</p>').published).toBe('2024-10-26');
    expect(clean(made, '').published).toBe(null);
  });
});

describe('when a page was last changed', () => {
  it.each([
    ['behind the text', '', '', '<p>最后修改时间：2026-01-09 10:00</p>'],
    [
      'in a time element',
      '',
      '<time itemprop="dateModified" datetime="2026-01-09T10:00:00+08:00">9日</time>',
      '',
    ],
    ['as blogs name it', '', '<time class="updated" datetime="2026-01-09T10:00:00+08:00">9日</time>', ''],
    [
      'as search engines ask for it',
      '<script type="application/ld+json">{"@id":"x","pubDate":"2026-01-05T08:00:00","upDate":"2026-01-09T10:00:00"}</script>',
      '',
      '',
    ],
  ])('is read %s', (_, head, top, tail) => {
    const { published, updated } = clean(head, `<p>2026-01-05 08:00</p>${top}`, tail);
    expect(published).toBe('2026-01-05T08:00:00+08:00');
    expect(updated).toBe('2026-01-09T10:00:00+08:00');
  });
});

describe('a date', () => {
  it.each([
    ['發布日期：115-01-05', '2026-01-05'],
    ['發布時間: 115/1/5', '2026-01-05'],
    ['中華民國115年1月5日', '2026-01-05'],
    ['民國99年1月5日', '2010-01-05'],
    ['版本 115.1.5', undefined],
    ['日期：115.1.5.20', undefined],
  ])('of the Republic of China is read in %s', (text, iso) => {
    expect(findDates(text)[0]?.iso).toBe(iso);
  });
});

describe('the subtitle', () => {
  it.each([
    ['<div class="article-sub">原创 云川日报 2026-01-05 08:00</div>', null],
    ['<div class="sub">云川日报 2026-01-05</div>', null],
    ['<p>——2026年1月5日在云川市第十七届人民代表大会上</p>', '——2026年1月5日在云川市第十七届人民代表大会上'],
  ])('is told from who published when: %s', (line, subtitle) => {
    expect(clean('', line).subtitle).toBe(subtitle);
  });
});

describe('the editor', () => {
  it.each(['（编辑 贾亭）', '编辑丨贾亭 审核丨石水', '【责任编辑:贾亭】', '责编 | 贾亭'])(
    'is read in %s',
    (line) => {
      expect(clean('', '', `<p>${line}</p>`).editor).toBe('贾亭');
    },
  );

  it.each(['<a href="/e">编辑</a> <a href="/f">收藏</a> <a href="/r">举报</a>', '编辑 | 分享', '编辑：打印'])(
    'is none where a switch is called so: %s',
    (line) => {
      expect(clean('', '', `<p>posted @ 2026-01-05 20:20 小林 ${line}</p>`).editor).toBe(null);
    },
  );
});
