import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';
import { aGovernmentPage } from '../../helpers/pages.ts';

const nav = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul>';
const kindOf = (body: string, title = '云川市人民政府') =>
  extractArticle({ html: `<title>${title}</title>${nav}${body}`, url: null });

describe('the kind of a page', () => {
  it('is article for what was published, though it speaks of what servers say', () => {
    const said = [
      ['我市完成城区供热系统升级改造', '入冬以来，我市完成城区供热系统升级改造，惠及居民三万户。'],
      ['关于部分规范性文件失效的公告', '经研究决定，《户外广告管理办法》等3件文件已失效，特此公告。'],
      ['智慧城管服务平台关闭公告', '因业务整合，智慧城管服务平台自4月1日起关闭，请广大市民知悉。'],
    ] as const;
    const read = (html: string) => extractArticle({ html, url: null }).kind;
    for (const [title, text] of said)
      expect(read(aGovernmentPage(title, '2026-02-01', [text])), title).toBe('article');
    const left = aGovernmentPage('望潮港开通新航线', '2026-02-01', ['该信息已被删除！']);
    expect(read(left)).toBe('missing');
    const dated = '<h1>系统升级公告</h1><p>网站将于2026年3月5日22:00起进行系统升级，期间暂停访问。</p>';
    expect(read(`<title>系统维护中</title>${dated}<p>2026年3月5日</p>`)).toBe('error');
  });

  it('is article for a notice of two sentences with title and date', () => {
    const article = kindOf(
      '<div class="title">关于停水的通知</div><div class="date">2024-03-02 来源：云川水务</div><div id="zoom"><div class="TRS_Editor"><p>因管网检修，3月5日夜间江滨路停水。</p><p>请做好准备。</p></div></div>',
      '关于停水的通知_云川水务',
    );
    expect(article).toMatchObject({
      kind: 'article',
      text: '因管网检修，3月5日夜间江滨路停水。\n请做好准备。',
    });
  });

  it('is none of an article for a greeting, a date and an empty column', () => {
    const top =
      '<div class="top"><span><p>欢迎光临云川县教育局！今天是：</p></span><span><a href="javascript:">无障碍阅读</a> | <a href="javascript:;">繁体</a> | 网站已支持ipv6</span></div>';
    const page = kindOf(`${top}<h2>基础教育科</h2><ul></ul><p>2020-12-18</p>`, '基础教育科_云川县教育局');
    expect(page.kind).not.toBe('article');
  });

  it('is list for dated items, even when little of them is linked', () => {
    const items = Array.from(
      { length: 8 },
      (_, at) => `<li>关于第${at}批申报的通知[2024-01-1${at}]<a href="/${at}">查看</a></li>`,
    );
    expect(kindOf(`<table><tr><td><ul>${items.join('')}</ul></td></tr></table>`).kind).toBe('list');
  });

  it('is article for a report on error pages and firewalls', () => {
    const text =
      '<p>记者打开该网站，显示“您访问的页面不存在”，客服解释说系统维护，防火墙拦截了部分请求，预计明天恢复。</p>';
    const page = `<h1>网站打不开怎么办</h1><p>2024-03-02 来源：云川晚报</p><div>${text.repeat(6)}</div>`;
    expect(kindOf(page, '网站打不开怎么办').kind).toBe('article');
  });

  it('always comes with a reason', () => {
    expect(extractArticle({ html: '', url: null })).toMatchObject({
      kind: 'empty',
      reason: 'no text',
      blocks: [],
    });
    expect(kindOf('<div id="app"></div><script src="a.js"></script>').reason).not.toBe('');
  });

  it.each([
    ['login', '您需要先登录后才能查看该内容'],
    ['login', '請先登入會員才能繼續瀏覽本文。'],
    ['login', '请使用微信扫码登录'],
    ['refused', '请完成以下验证'],
    ['refused', '对不起，您所在的地址没有访问该页面的权限。'],
    ['refused', '您无权查看此页面'],
    ['refused', 'Enable JavaScript and cookies to continue'],
    ['missing', '该信息已下架，5秒后自动跳转到首页。'],
  ])('is %s for what servers say: %s', (kind, said) => {
    expect(kindOf(`<p>${said}</p>`, '提示').kind).toBe(kind);
  });

  it('tells a page that is not there from a site that will be back', () => {
    for (const words of [
      '系统维护中，请稍后访问',
      '网站升级，页面暂时找不到，敬请谅解',
      '服务异常，请联系管理员',
    ]) {
      expect([words, kindOf(`<h2>提示</h2><p>${words}</p>`).kind]).toEqual([words, 'error']);
    }
    for (const words of ['该信息已被删除', '没有找到您要的文章', '404 Not Found']) {
      expect([words, kindOf(`<h2>提示</h2><p>${words}</p>`).kind]).toEqual([words, 'missing']);
    }
  });

  it('is article for a short notice that tells of a maintenance to come, as no server would', () => {
    const page =
      '<h1>关于系统维护的公告</h1><p>发布时间：2026-02-01 来源：市大数据局</p><div class="content"><p>因系统升级维护，政务服务网将于2月3日22时起暂停服务，由此带来的不便敬请谅解。</p><p>特此公告。</p></div>';
    expect(kindOf(page, '关于系统维护的公告_云川市').kind).toBe('article');
  });

  it.each([
    ['login', '<h2>提示</h2><p>您尚未登录，请先登录后再查看本页面内容。</p>'],
    ['missing', '<h2>页面没有找到</h2><p>5秒后自动跳转到首页</p>'],
    ['missing', '<p>该信息已撤稿</p>'],
    ['missing', '<script>alert("该文章不存在或已删除");history.back();</script>'],
    ['error', '<h1>HTTP Status 500 – Internal Server Error</h1><p>java.lang.NullPointerException</p>'],
    ['error', '<p>数据库连接失败，请联系管理员</p>'],
  ])('is %s where the server says so: %s', (kind, page) => {
    expect(extractArticle({ html: page, url: null }).kind).toBe(kind);
  });

  it('is no article for what is meant for programs, though sent as a page', () => {
    const say = (at: number) =>
      `第${at}项工作由各部门分工负责，要倒排工期，按期完成各项任务，新增就业${at}万人。`;
    const many = (wrap: (at: number) => string) => Array.from({ length: 8 }, (_, at) => wrap(at)).join('');
    const kind = (html: string) => extractArticle({ html, url: null }).kind;
    expect(kind(`{"code":0,"data":{"content":"${many(say)}"}}`)).toBe('shell');
    expect(kind(`callback([{"title":"${many(say)}"}])`)).toBe('shell');
    expect(kind(many(() => 'function a() { return "x"; };\n'))).toBe('shell');
    expect(
      kind(
        `<?xml version="1.0"?><rss><channel>${many((at) => `<item><description>${say(at)}</description></item>`)}</channel></rss>`,
      ),
    ).toBe('list');
    expect(kind(`<feed>${many((at) => `<entry><summary>${say(at)}</summary></entry>`)}</feed>`)).toBe('list');
    expect(kind(many(say))).toBe('article');
  });

  it('does not keep the text of pages that are no article', () => {
    expect(kindOf('<h2>404</h2><p>抱歉，您访问的页面不存在！</p>')).toMatchObject({
      kind: 'missing',
      text: '',
    });
  });
});

describe('a summary above the text', () => {
  const page = (lead: string) =>
    kindOf(
      `<h1>新材料园区扩产</h1><p>2021-05-17 来源：云川网</p><div class="m"><p>核心提示：${lead}</p><p>新材料园区今年计划投资三十亿元，带动就业五千人。</p><p>项目采用清洁能源，预计明年六月投产，目前已签约企业九家。</p></div>`,
      '新材料园区扩产',
    );

  it('goes where the text says the same again', () => {
    expect(page('新材料园区今年计划投资三十亿元，带动就业五千人。').text).not.toContain('核心提示');
  });

  it('stays where it says something of its own', () => {
    expect(page('这是云川今年最大的工业项目，也是第一个零碳园区。').text).toContain('核心提示');
  });
});

describe('a page with a form to log in', () => {
  const form = '<div><p>账号登录</p><form><input type="text"><input type="password"></form></div>';
  it('is an article if it is one beside the form', () => {
    const page = `<title>云川队客场取胜</title><body>${form}<h1>云川队客场取胜</h1><p>2024-05-20 06:48</p><article><p>北京时间5月20日，云川队以92比88战胜石县队，取得三连胜。</p><p>石县队的外援第三节受伤离场，没有再回到场上。</p></article></body>`;
    expect(extractArticle({ html: page, url: null }).kind).toBe('article');
  });

  it('is a list if it is the home page of a portal', () => {
    const links = Array.from(
      { length: 120 },
      (_, at) => `<li><a href="/${at}">云川市召开第${at}次现场推进会议部署工作</a></li>`,
    );
    const page = `<title>云川网</title><body>${form}<ul>${links.join('')}</ul></body>`;
    expect(extractArticle({ html: page, url: null }).kind).toBe('list');
  });

  it('is a login where it says little else', () => {
    const page = `<title>登录 - 云川数据平台</title><body><h1>云川数据平台</h1>${form}<p>请使用浏览器打开本系统。</p></body>`;
    expect(extractArticle({ html: page, url: null }).kind).toBe('login');
  });
});

describe('short texts of their own kind', () => {
  const verse =
    '月亮挂在槐树上<br>像一盏忘了关的灯<br>母亲在灯下缝补<br>针脚里漏出虫鸣<br>我把童年折成纸船<br>放进门前的小河<br>多年以后还在走<br>';
  const letter =
    '<tr><td>来信内容</td><td>您好，我父亲今年八十一岁，想问高龄补贴到哪里申请？</td></tr><tr><td>回复单位</td><td>县民政局</td></tr><tr><td>回复内容</td><td>您好！由本人到户籍所在地社区申请，需带身份证。</td></tr>';
  const item = (at: number) =>
    `<div class="item"><h3><a href="/z/${at}.html">全市重点项目第${at}批集中开工</a></h3><p>家住河边的退休教师说，她在这里住了三十多年，还是头一回看见有人在河边钓鱼，傍晚都愿意出来走走。</p><span>2021-08-1${at}</span></div>`;

  it('are articles: dated verse, whose title may be of two characters', () => {
    expect(kindOf(`<h1>秋夜</h1><p>作者：雁南 | 2012-10-09</p><div>${verse}</div>`, '秋夜').kind).toBe(
      'article',
    );
  });

  it('are articles: one undated sentence right below its heading', () => {
    const links = Array.from(
      { length: 12 },
      (_, at) => `<li><a href="/${at}">云川市召开第${at}次现场推进会议</a></li>`,
    );
    const page = `<h1>石县人民政府任免通知</h1><div><p>任命王小文为石县水务局局长；免去李小然的石县水务局副局长职务。</p></div><ul>${links.join('')}</ul>`;
    expect(kindOf(page, '石县人民政府任免通知').text).toContain('任命王小文');
  });

  it.each(['<div id="title">', '<p class="bt">', '<td>'])(
    'are articles: one dated paragraph below a title in %s and a way to the page that is all links',
    (open) => {
      const way = '<div><a href="/">首页</a> &gt; <a href="/p">图片新闻</a></div>';
      const title = `${open}云川市召开校园安全工作座谈会</${/\w+/.exec(open)?.[0]}>`;
      const top = `<div class="box">${way}${title}<div>发表时间：2024-03-05 来源：云川网</div></div>`;
      const said = `<p>3月5日，云川市召开校园安全工作座谈会，各县区有关负责人参加，${'会议作了部署，'.repeat(8)}听取了意见。</p>`;
      const page = kindOf(
        `<table><tr><td>${top}<div class="article"><div class="TRS_Editor">${said}</div></div></td></tr></table>`,
        '云川市召开校园安全工作座谈会',
      );
      expect(page.text).toContain('听取了意见');
    },
  );

  it('are articles: undated verse that is most of the page', () => {
    expect(kindOf(`<h1>秋夜里的灯</h1><div>${verse.repeat(2)}</div>`, '秋夜里的灯').kind).toBe('article');
  });

  it('are articles: a table without a sentence, beside a menu and above what the site says of its rights', () => {
    const menu = Array.from(
      { length: 16 },
      (_, at) => `<div><span>第${at}批统计数据</span><a href="/${at}">第${at}批统计数据</a></div>`,
    ).join('');
    const rows = Array.from(
      { length: 6 },
      (_, at) =>
        `<tr><td>${at + 1}</td><td>云川第${at}保险公司</td><td>云金罚〔2025〕${at}号</td><td>编制虚假报表</td><td>罚款30万元</td></tr>`,
    ).join('');
    const rights =
      '<div>凡本站注明文章类型为转载的所有作品，均转载自其他媒体，目的在于传递更多信息，并不代表本站赞同其观点，转载时请注明出处，并自负责任。</div>'.repeat(
        4,
      );
    const article = kindOf(
      `<div>${menu}</div><div><div><h2>云川监管局行政处罚信息公开表</h2><div>发布时间：2025-06-03 来源：云川监管局</div><div><table>${rows}</table></div></div><div>${rights}</div></div>`,
      '云川监管局行政处罚信息公开表',
    );
    expect(article.kind).toBe('article');
    expect(article.text).toContain('云川第3保险公司\t云金罚〔2025〕3号');
    expect(article.text).not.toContain('转载');
  });

  it('are articles: a letter and its answer', () => {
    const page = kindOf(
      `<table><tr><td>来信标题</td><td>咨询高龄补贴</td></tr>${letter}</table>`,
      '咨询高龄补贴',
    );
    expect(page.kind).toBe('article');
    expect(page.text).toContain('由本人到户籍所在地社区申请');
  });

  it('are articles: a dated table of few words', () => {
    const rows = Array.from(
      { length: 6 },
      (_, at) => `<tr><td>蔬菜第${at}种</td><td>斤</td><td>3.${at}元</td></tr>`,
    );
    expect(
      kindOf(
        `<h1>云川市农产品价格表</h1><p>2024-03-05</p><table>${rows.join('')}</table>`,
        '云川市农产品价格表',
      ).kind,
    ).toBe('article');
  });

  it('are articles: an undated post that is mostly program, beside a menu', () => {
    const menu = Array.from(
      { length: 30 },
      (_, at) => `<li><a href="/m/${at}">云川教程第${at}课入门</a></li>`,
    ).join('');
    const code = [
      'set proxy=http://127.0.0.1:59727',
      'curl -v https://yc.example/',
      'export proxy=http://yc.example:59727',
      'source ~/.profile && env | grep proxy',
    ]
      .map((line) => `<h2>第一步</h2><pre># 设置代理\n${line}\n${line} # 再来一次</pre>`)
      .join('');
    const html = `<title>给云川的机器设置代理</title><ul>${menu}</ul><div class="title">给云川的机器设置代理</div><div class="markdown-body">${code}</div>`;
    expect(extractArticle({ html, url: null }).kind).toBe('article');
  });

  it('are articles: a short post about the page it points to, above what readers say', () => {
    const said = [1, 2, 3, 4, 5, 6]
      .map(
        (at) =>
          `<p><a href="/u/${at}">网友${at}说道：</a></p><p><a href="#${at}">2010年12月15日 1${at}:38</a></p><p>沿海还有星光～</p>`,
      )
      .join('');
    const html = `<title>一张夜里的地图</title><h1>一张夜里的地图</h1><h5>2010年12月15日 老槐</h5><div class="entry"><p>云川的一位老师按村民之间的来往画了这张图，有的地方亮，有的地方是一片漆黑。</p><p>这张图的画法可以看：<a href="http://yc.example/notes/1">http://yc.example/notes/map-of-the-night-in-yunchuan/46971/of-2010</a></p></div><h2>《一张夜里的地图》的相关评论</h2>${said}`;
    expect(extractArticle({ html, url: null }).kind).toBe('article');
  });

  it('are articles: a dated report whose parts each stand below the headline of a page of their own', () => {
    const part = (at: number) =>
      `<p><a href="/n/${at}">云川市监委：今年第${at}批案件已经查明</a></p><p>市监委发言人3日介绍，第${at}批案件涉及十起违法行为，共分五类情形。</p>`;
    const html = `<title>云川市监委：将减少检查的次数</title><h1>云川市监委：将减少检查的次数</h1><p>2024-03-05 16:00 来源：云川晚报</p><div class="c"><p>有人提出应当暂停检查，市监委发言人3日回应说，检查的次数会减少。</p>${[1, 2, 3, 4, 5].map(part).join('')}</div>`;
    expect(extractArticle({ html, url: null }).kind).toBe('article');
  });

  it('are lists: a dated column below its heading, whose summaries are whole', () => {
    const item = (at: number) =>
      `<p><a href="/n/${at}">第${at}批案件已经查明</a></p><p>2024-03-0${at} 16:00</p><p>市监委发言人介绍，第${at}批案件涉及十起违法行为，共分五类情形。</p>`;
    const html = `<title>监委要闻_云川网</title><h1>监委要闻</h1><div class="c">${[1, 2, 3, 4, 5, 6].map(item).join('')}</div>`;
    expect(extractArticle({ html, url: null }).kind).toBe('list');
  });

  it('are lists: a topic with a lead and full summaries', () => {
    const lead =
      '<div class="lead"><p>自今年六月以来，我市启动青溪河综合整治，改善沿岸居民生活环境。本网特推出专题报道。</p></div>';
    expect(
      kindOf(
        `<h1>专题：青溪河整治</h1>${lead}${[1, 2, 3, 4, 5, 6, 7].map(item).join('')}`,
        '专题：青溪河整治',
      ).kind,
    ).toBe('list');
  });

  it('are lists: the front page of a blog, where each post opens and is continued elsewhere', () => {
    const said = '<p>村口的老槐树下摆着三张旧竹椅，傍晚总有人来坐。今年春天来得晚，花也开得晚。</p>'.repeat(
      6,
    );
    const post = (at: number) =>
      `<article><h2><a href="/p/${at}">第${at}年的老槐树</a></h2><h5><a href="/p/${at}">201${at}年08月06日</a> 老槐 98 条评论</h5>${said}<p><a href="/p/${at}">阅读全文 Read More</a></p></article>`;
    const html = `<title>老槐夜话 – Part 9</title><h1><a href="/">老槐夜话</a></h1>${[1, 2, 3, 4, 5].map(post).join('')}`;
    expect(extractArticle({ html, url: null }).kind).toBe('list');
  });

  it('are lists: the front page of a company, headings with a few words below each', () => {
    const cards = ['核心平台', '海量数据', '因子库', '可视化开发', '模型优化']
      .map(
        (name) =>
          `<h3>${name}</h3><p>企业级${name}，交易领先算法，自动机器学习、超参优化，极速提高处理效率</p>`,
      )
      .join('');
    const page = `<div class="banner"><h1>云川量化平台</h1></div><p>2026-03-05 15:30 预约直播</p><div>${cards}</div>`;
    expect(kindOf(page, '云川量化 - 投资交易平台').kind).toBe('list');
  });

  it('are lists: the front page of a portal that says a few sentences among its links', () => {
    const links = Array.from(
      { length: 90 },
      (_, at) => `<li><a href="/${at}">云川市召开第${at}次现场推进会议部署工作</a></li>`,
    );
    const said = [1, 2, 3].map(
      (at) => `<p>第${at}年，云川市新建高标准农田十五万亩，改造老旧小区四十个，完成投资三十亿元。</p>`,
    );
    const page = `<div><ul>${links.slice(0, 45).join('')}</ul></div><div class="c">${said.join('')}</div><div><ul>${links.slice(45).join('')}</ul></div>`;
    expect(kindOf(page, '云川网').kind).toBe('list');
  });

  describe('of more than one page', () => {
    const rows = (row: (at: number) => string) => Array.from({ length: 12 }, (_, at) => row(at)).join('');
    const firm = (at: number) =>
      `<li class="company"><a href="/c/${at}">云川市第${at}百货商行有限公司</a></li><li class="company">主营产品：百货${at}、文具、箱包、玩具、灯具、家用电器、工艺品、陶瓷制品、办公用品的生产、加工与销售</li>`;
    const job = (at: number) => `<li><a href="/j/${at}">信息管理专员（云川）（J${at}4905）</a></li>`;
    const said =
      '<h2>问：怎样投递简历？</h2><p>答：进入官网后选择业务板块，按提示投递即可，不必到现场来。</p>'.repeat(
        6,
      );
    const pagers = [
      '<div class="page">1 <a href="/2">2</a> <a href="/3">3</a> <a href="/2">下一页</a> <a href="/3">末页</a> 3 页 23 条记录</div>',
      '<div class="pg"><a href="/1">上一页</a><a href="/1">1</a>...<a href="/4">4</a><a href="/5">5</a>...<a href="/21">21</a><a href="/6">下一页</a></div>',
      '<p>共 120 条记录 第 1/10 页 <a href="/1">首页</a> <a href="/2">下页</a> <a href="/10">尾页</a></p>',
    ];

    it.each(pagers)('are lists: many links above where to turn the page: %s', (pager) => {
      expect(kindOf(`<ul>${rows(firm)}</ul>${pager}`, '百货厂家 - 云川网').kind).toBe('list');
      expect(kindOf(`<ul>${rows(job)}</ul>${pager}<div>${said}</div>`, '云川校园招聘网').kind).toBe('list');
    });

    it('are articles: one with its title, which may be of more pages than one, beside a list', () => {
      const page = `<h1>简历怎样投递才对</h1><ul>${rows(job)}</ul><div>${said}</div>${pagers[1]}`;
      expect(kindOf(page, '简历怎样投递才对').kind).toBe('article');
      expect(kindOf(`<div>${said}</div>${pagers[1]}`, '云川校园招聘网').kind).toBe('article');
    });
  });

  it.each([
    [
      '<p>检测仪器齐全，质量稳定可靠，被国家权威检测机构认证。</p>',
      '<p>工程实例 2019-8-2 本文被阅读 905 次</p>',
    ],
    [
      '<p>云川市水务局欢迎您，有事请打热线，我们为您服务。</p>',
      '<p>发布时间：2024-03-05</p><p><img src="/1.jpg"></p>',
    ],
  ])('are none of articles: a dated picture below the slogan of the site: %s', (slogan, date) => {
    const page = `<div class="b">${slogan}</div><div class="menu"><a href="/">首页</a><a href="/n">新闻</a></div><div class="c"><h1>城北水厂工程实例</h1>${date}<p><a href="/1">上一条</a></p></div>`;
    expect(kindOf(page, '城北水厂工程实例').kind).not.toBe('article');
    const wrong = `<div class="c"><h4>许工</h4>${date}${slogan}</div><ul><li><a href="/2">城北水厂工程实例</a></li></ul>`;
    expect(kindOf(wrong, '城北水厂工程实例').kind).toBe('article');
    expect(
      kindOf(`<div class="c"><h1>城北水厂工程实例</h1>${date}${slogan}</div>`, '城北水厂工程实例').kind,
    ).toBe('article');
  });

  it('are articles: what is new in a program, below a title that the page title does not say', () => {
    const page =
      '<div class="faq_title">云川通 6.3 全新发布</div><p>发布日期：2015-10-19</p><p>云川通在各种手机上都可以使用，并提供多种语言界面。</p><p>现在群里也可以视频聊天</p>';
    expect(kindOf(page, '云川通，是一个生活方式').kind).toBe('article');
  });

  it('are articles: a short one on a site whose foot says who maintains it', () => {
    const page =
      '<h1>我省三千名学生获国家奖学金</h1><p>2024-03-05 来源：云川教育网</p><p>名单已经公布。</p><div>主办：云川教育网站 制作维护：云川教育管理信息中心</div>';
    expect(kindOf(page, '我省三千名学生获国家奖学金').kind).not.toBe('error');
    expect(kindOf('<h2>提示</h2><p>网站正在维护</p>').kind).toBe('error');
  });

  it('are articles: the first post of a thread that shows pictures with what is known of them', () => {
    const tip = (at: number, style = '') =>
      `<div class="tip"${style}><p>Image_${at}.jpg</p><p>479923${at}</p><p>2024-03-05 15:02 上传</p></div>`;
    const said = '<p>这台显示器摆在桌上很合适，窗口可以开得很多，充电也方便。</p>'.repeat(6);
    const page = `<h1>一台显示器用了两个月</h1><p>发表于 2024-03-05 15:13</p><table><tr><td class="t_f">${tip(1, ' style="display:none"')}${said}${tip(2)}${said}</td></tr></table><div>回复 举报</div>`;
    expect(kindOf(page, '一台显示器用了两个月').text).toContain('摆在桌上很合适');
  });

  it('are lists: cards with English dates', () => {
    const card = (at: number) =>
      `<div class="card"><h3><a href="/n/${at}">County fair draws a record crowd ${at}</a></h3><p>Police said the driver, a local man, was taken to hospital, and the road was closed.</p><span>By Staff | Mar ${at}, 2018</span></div>`;
    expect(kindOf(`<h1>Local News</h1>${[6, 7, 8].map(card).join('')}`, 'Local News').kind).toBe('list');
  });
});
