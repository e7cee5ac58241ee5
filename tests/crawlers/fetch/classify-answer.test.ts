import { describe, expect, it } from 'vitest';
import { type Answer, classifyAnswer } from '../../../crawlers/fetch/classify-answer.ts';
import { visibleText } from '../../../crawlers/fetch/visible-text.ts';

const url = 'https://www.wangchao.gov.cn/zwgk/202503/t20250301_1.html';
const kindOf = (answer: Partial<Answer>) =>
  classifyAnswer({ url, finalUrl: url, status: 200, headers: {}, text: '<p>x</p>', ...answer }).kind;
const body = (text: string) => ({
  text: `<html><head><title>提示</title></head><body>${text}</body></html>`,
});

describe('an answer', () => {
  it('is refused by its status', () => {
    expect([403, 405, 412, 418].map((status) => kindOf({ status }))).toEqual(Array(4).fill('refused'));
    expect(kindOf({ status: 521, headers: { 'x-via-jsl': '0a,-' } })).toBe('refused');
    expect(kindOf({ status: 521, headers: { 'set-cookie': '__jsluid_s=1; path=/' } })).toBe('refused');
    expect(kindOf({ status: 521 })).toBe('content');
    expect(kindOf({ status: 403, headers: { 'cf-mitigated': 'challenge' }, text: null })).toBe('refused');
    expect(kindOf({ status: 202, ...body('<script src="/a.js"></script>') })).toBe('refused');
    expect(kindOf({ status: 202, ...body('<p>已受理，请稍候查看</p>') })).toBe('content');
  });

  it('is refused by a challenge, not by a page that carries a probe', () => {
    const script = '<script>var x="acw_sc__v2"; location.reload()</script>';
    expect(kindOf(body(script))).toBe('refused');
    expect(kindOf(body(`${script}<p>${'望潮市人民政府公布了今年的工作要点。'.repeat(5)}</p>`))).toBe(
      'content',
    );
    expect(kindOf({ headers: { 'set-cookie': '__jsluid_s=1' }, ...body('<p>正文</p>') })).toBe('content');
  });

  it('is refused in words', () => {
    for (const text of [
      '您的访问请求被拦截',
      '请完成安全验证后继续访问',
      'Access Denied',
      '您的操作过于频繁',
    ])
      expect(kindOf(body(text)), text).toBe('refused');
  });

  it('is missing by status, in words, or by where it leads', () => {
    expect([404, 410].map((status) => kindOf({ status }))).toEqual(['missing', 'missing']);
    for (const text of [
      '抱歉，您访问的页面不存在',
      '该信息已被删除',
      '没有找到相关文章',
      '404 Not Found',
      '内容已下线',
    ])
      expect(kindOf(body(text)), text).toBe('missing');
    for (const path of ['/', '/index.html', '/404.html', '/error.jsp'])
      expect(kindOf({ finalUrl: new URL(path, url).href }), path).toBe('missing');
    expect(kindOf({ url: 'https://a.cn/', finalUrl: 'https://a.cn/index.html' })).toBe('content');
    expect(kindOf({ finalUrl: 'https://www.wangchao.gov.cn/art/1.html' })).toBe('content');
  });

  it('is maintenance or a login', () => {
    expect(kindOf(body('系统升级维护中，暂停访问'))).toBe('maintenance');
    expect(kindOf({ status: 503, ...body('网站维护中') })).toBe('maintenance');
    expect(kindOf({ status: 401 })).toBe('login');
    expect(kindOf(body('<form>用户名<input name="u">密码<input class="p" type="password"></form>'))).toBe(
      'login',
    );
    expect(kindOf({ finalUrl: 'https://sso.wangchao.gov.cn/login?from=x' })).toBe('login');
  });

  it('with something to say is content, whatever words occur in it', () => {
    const article = `<h1>市政务服务平台系统升级改造完成</h1><p>${'此前，部分群众反映页面不存在、访问被拦截等问题，有关部门逐一核实整改。'.repeat(12)}</p>`;
    expect(kindOf(body(article))).toBe('content');
    expect(kindOf({ text: null })).toBe('content');
    expect(kindOf({ headers: { 'content-type': 'application/json' }, text: '{"msg":"页面不存在"}' })).toBe(
      'content',
    );
  });

  it('that was published, or lists what was, is content, however short', () => {
    const notice = '<h1>供热系统升级改造完成</h1><p>全市供热系统升级改造完成。</p>';
    const published = [
      `${notice}<div>发布时间：2025-03-01　来源：望潮市人民政府</div>`,
      `${notice}<div>2025-03-01 来源: 望潮日报</div>`,
      '<h1>关于宣布文件失效的公告</h1><span>发布日期 2025年3月1日</span><p>《广告办法》等3件文件已失效。</p>',
    ];
    for (const text of published) expect(kindOf(body(text)), text).toBe('content');
    const meta = '<meta name="PubDate" content="2025-03-01 10:20">';
    expect(kindOf({ text: `<html><head>${meta}</head><body>${notice}</body></html>` })).toBe('content');
    const titles = ['供热系统升级改造全部完成', '关于部分文件已失效的公告', '访问被限制网站整改情况通报'];
    const list = titles.map((title, n) => `<li><a href="/${n}.html">${title}</a></li>`).join('');
    expect(kindOf(body(`<ul>${list}</ul>`))).toBe('content');
    const feed = '<rss><channel><item><title>供热系统升级</title></item></channel></rss>';
    expect(kindOf({ headers: { 'content-type': 'text/xml' }, text: feed })).toBe('content');
  });

  it('is a notice, though it names the moment and where else to go', () => {
    expect(kindOf(body('<p>您的请求被拦截，请求时间 2025-03-01 10:22:33</p>'))).toBe('refused');
    expect(kindOf(body('<p>网站将于2025年3月1日22:00起系统升级，期间暂停访问</p>'))).toBe('maintenance');
    const nav = '<a href="/">首页</a><a href="/zwgk/">政府信息公开指南</a><a href="/a/">政务服务</a>';
    expect(kindOf(body(`${nav}<div>今天是2025年3月1日</div><h2>您访问的页面不存在</h2>`))).toBe('missing');
  });

  it('is judged quickly, however it is made', () => {
    for (const piece of [
      '<',
      '<script',
      '<!--',
      '<script>',
      '</script',
      '&nbsp;',
      '<head>',
      '<input ',
      '页面',
      '访问',
      '<a ',
      '<a>',
      '<meta name=pubdate ',
    ]) {
      // What backtracks runs into the time limit of the test.
      expect(kindOf({ text: piece.repeat(16_384 / piece.length) })).toBeTypeOf('string');
      expect(visibleText(piece.repeat(200_000 / piece.length)).length).toBeLessThanOrEqual(200_000);
    }
  });
});
