import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const body = '<p>各县（市、区）人民政府，市政府各部门：全市今年计划新建高标准农田十五万亩。</p>'.repeat(4);
const clean = (fields: string, tail = '') =>
  extractArticle({
    html: `<head><meta name="ContentSource" content="云川市政府办"></head><body><h1>关于做好今年春耕备耕工作的通知</h1>${fields}<div class="c">${body}</div>${tail}</body>`,
    url: null,
  });

describe('what government pages say of a document', () => {
  it('is read from a row of labels above a row of values', () => {
    const table =
      '<table><tr><td>索取号</td><td>发布时间</td><td>发布机构</td><td>文件编号</td><td>备注</td></tr>' +
      '<tr><td>01234567X/2024-00031</td><td></td><td>云川市农业农村局</td><td>云农发〔2024〕7号</td><td></td></tr></table>';
    expect(clean(table)).toMatchObject({
      source: '云川市政府办',
      fields: {
        indexNumber: '01234567X/2024-00031',
        issuer: '云川市农业农村局',
        documentNumber: '云农发〔2024〕7号',
      },
    });
  });

  it('says of each field where it was found', () => {
    const row = (cells: string) => `<tr><td>${cells.split(' ').join('</td><td>')}</td></tr>`;
    const table = `<table>${row('索引号 01234567X/2024-00031')}${row('成文日期 2024年3月1日')}</table>`;
    const html = `<head><meta name="FileNum" content="云政发〔2024〕7号"><meta name="Publisher" content="云川市人民政府"></head><body><p class="kicker">云川市农业文件</p><h1>关于做好今年春耕备耕工作的通知</h1>${table}<p>公文时效：有效</p><div class="c">${body}</div></body>`;
    expect(extractArticle({ html, url: null })).toMatchObject({
      kicker: '云川市农业文件',
      fields: {
        indexNumber: '01234567X/2024-00031',
        documentNumber: '云政发〔2024〕7号',
        issuer: '云川市人民政府',
        written: '2024-03-01',
        validity: '有效',
      },
      found: {
        title: 'line:h1',
        kicker: 'line',
        indexNumber: 'table',
        written: 'table',
        validity: 'line',
        documentNumber: 'meta:filenum',
        issuer: 'meta:publisher',
      },
    });
  });

  it.each([
    ['<p>【失效】</p>', '失效'],
    ['<p>（已废止）</p>', '已废止'],
    ['<p>该文件已失效</p>', '已失效'],
    ['<p>全文有效</p>', '全文有效'],
    ['<p><a href="/1.html">云川市粮食管理办法【失效】</a></p>', undefined],
    ['<ul><li><a href="/?x=1">有效</a></li><li><a href="/?x=2">失效</a></li></ul>', undefined],
    ['<p>加强有效管理，防止旧规失效</p>', undefined],
    ['<p>【已修改】</p>', '已修改'],
    ['<p>（已被修訂）</p>', '已被修訂'],
    ['<p>尚未施行</p>', '尚未施行'],
    ['<p>部分失效</p>', '部分失效'],
    ['<p>修改</p>', undefined],
    ['<p><a href="/list?v=1">有效</a></p>', undefined],
    ['<p>本文件已于2025年12月31日废止。</p>', '已于2025年12月31日废止'],
    ['<p>提示：该办法已被《云川市供水条例》废止</p>', '已被《云川市供水条例》废止'],
    ['<img src="s.png" alt="已废止">', '已废止'],
    ['<div><img src="s.png" title="失效"></div>', '失效'],
    ['<img src="s.png" alt="供水现场">', undefined],
  ])('takes %s for whether it holds', (stamp, validity) => {
    expect(clean(stamp).fields.validity).toBe(validity);
  });

  it.each([
    ['【已废止】关于供水管理的通知', '已废止'],
    ['关于供水管理的通知（失效）', '失效'],
    ['关于供水管理的通知（2025年修订）', undefined],
    ['关于废止部分文件的决定', undefined],
  ])('reads from the title %s whether it holds', (title, validity) => {
    const html = `<h1>${title}</h1><p>2026-03-05</p><div>${body}</div>`;
    expect(extractArticle({ html, url: null }).fields.validity).toBe(validity);
  });

  it.each([
    [
      'terms and values',
      '<dl><dt>索引号</dt><dd>SW1/2026-7</dd><dt>文号</dt><dd>云水发〔2026〕7号</dd><dt>发文机关</dt><dd>云川市水务局</dd><dt>成文日期</dt><dd>2026-02-28</dd><dt>发布日期</dt><dd>2026-03-05</dd><dt>效力状态</dt><dd>失效</dd></dl>',
    ],
    [
      'boxes of a label and a value',
      '索引号 SW1/2026-7,公文时效 失效,文 号 云水发〔2026〕7号,发布机关 云川市水务局,签发日期 2026年2月28日,公开日期 2026年3月5日'
        .split(',')
        .map((row) => row.replace(/(.*) (.*)/, '<div><span>$1</span><span>$2</span></div>'))
        .join(''),
    ],
    [
      'labels in brackets on one line',
      '<p>【索引号】SW1/2026-7 【发文机构】云川市水务局 【文号】云水发〔2026〕7号 【成文日期】2026-02-28 【公开日期】2026-03-05 【有效性】失效</p>',
    ],
    [
      'labels in brackets in cells',
      '<table><tr><td>[ 索引号 ]</td><td>SW1/2026-7</td><td>[ 发文字号 ]</td><td>云水发〔2026〕7号</td></tr><tr><td>[ 发布机构 ]</td><td>云川市水务局</td><td>[ 发布日期 ]</td><td>2026-03-05</td></tr><tr><td>[ 成文日期 ]</td><td>2026-02-28</td><td>[ 有效性 ]</td><td>失效</td></tr></table>',
    ],
    [
      'labels with colons on one line, their characters set apart',
      '<p>索 引 号：SW1/2026-7&nbsp;&nbsp;文　　号：云水发〔2026〕7号&nbsp;&nbsp;发文机关：云川市水务局&nbsp;&nbsp;成文日期：2026-02-28&nbsp;&nbsp;有 效 性：失效&nbsp;&nbsp;发布日期：2026-03-05</p>',
    ],
    [
      'lines parted by breaks',
      '<p>索引号：SW1/2026-7<br>文号：云水发〔2026〕7号<br>发文机关：云川市水务局<br>发文时间：2026-02-28<br>文件有效性：失效<br>废止日期：2027-01-01<br>发布日期：2026-03-05</p>',
    ],
  ])('is read from %s', (_, fields) => {
    expect(clean(fields)).toMatchObject({
      published: '2026-03-05',
      fields: {
        indexNumber: 'SW1/2026-7',
        documentNumber: '云水发〔2026〕7号',
        issuer: '云川市水务局',
        written: '2026-02-28',
        validity: '失效',
      },
    });
  });

  it('is read in traditional characters', () => {
    const html = `<h1>雲川縣農村供水管理要點</h1><ul><li>發布單位：雲川縣政府水利處</li><li>發文字號：雲府水字第1150001234號</li><li>發布日期：2026-02-10</li></ul><div>${body}</div>`;
    expect(extractArticle({ html, url: null })).toMatchObject({
      source: '雲川縣政府水利處',
      published: '2026-02-10',
      fields: { issuer: '雲川縣政府水利處', documentNumber: '雲府水字第1150001234號' },
    });
  });

  it('finds the number of a document in its title, below it, and in the note on an order', () => {
    const read = (html: string) => extractArticle({ html: `${html}<div>${body}</div>`, url: null });
    const long = '<title>关于供水的通知（云政办发〔2026〕8号）</title>';
    expect(read(`${long}<h1>关于供水的通知（云政办发〔2026〕8号）</h1>`).fields.documentNumber).toBe(
      '云政办发〔2026〕8号',
    );
    expect(read(`${long}<h1>关于供水的通知</h1><p>云政办发〔2026〕8号</p>`)).toMatchObject({
      title: '关于供水的通知',
      fields: { documentNumber: '云政办发〔2026〕8号' },
    });
    expect(
      read('<h1>供水管理办法</h1><p>（2026年2月10日云川市人民政府令第88号公布）</p>').fields.documentNumber,
    ).toBe('云川市人民政府令第88号');
    expect(read('<h1>关于废止云政办发〔2020〕8号文件的通知</h1>').fields.documentNumber).toBeUndefined();
  });

  it('knows an order by its number, and no end of its validity for a date', () => {
    const { fields, published } = clean('<p>云川市人民政府令第 123 号</p><p>有效期：至2026年12月31日</p>');
    expect(fields.documentNumber).toBe('云川市人民政府令第123号');
    expect(published).toBeNull();
  });

  it('is no part of the text where it stands at its head', () => {
    const row = (cells: string) => `<tr><td>${cells.split(' ').join('</td><td>')}</td></tr>`;
    const text = (table: string) =>
      extractArticle({
        html: `<h1>关于做好今年春耕备耕工作的通知</h1><p>2024-05-11</p><div><table>${table}</table>${body}</div>`,
        url: null,
      }).text;
    expect(
      text(row('索取号 发布机构 文件编号') + row('01234567X 云川市农业农村局 云农发〔2024〕7号')),
    ).toMatch(/^各县/);
    expect(text(row('县区 发布机构 文件编号') + row('石县 石县人民政府 石政发〔2024〕7号'))).toMatch(/^县区/);
  });

  it('leaves out what is empty instead of taking the next label for its value', () => {
    const { fields } = clean(
      '<ul><li>索引号: 01234567X/2024-00031</li><li>文件编号:</li><li>发布机构: 市农业农村局</li><li>主题分类:</li><li>公开方式: 主动公开</li></ul>',
    );
    expect(fields).toEqual({ indexNumber: '01234567X/2024-00031', issuer: '市农业农村局' });
    const row =
      '<table><tr><td>索 引 号：</td><td>主题分类：</td></tr><tr><td>文 号：</td><td>云川市人民政府</td></tr></table>';
    expect(clean(row).fields).toEqual({});
  });
});

describe('the source of a government page', () => {
  it('is what is called 来源 before the issuer', () => {
    const fields = '<p>发文机构：云川市农业农村局办公室</p>';
    expect(clean(fields, '<p>发布日期：2024-06-13 来源：云川日报</p>').source).toBe('云川日报');
    expect(clean(fields).source).toBe('云川市农业农村局办公室');
  });

  it('is not what a site says of its rights', () => {
    const rights =
      '<p>1.凡本站注明“文章类型：原创”的作品，转载时必须注明“文章来源：云川市农业信息网站”。</p>';
    expect(clean('', rights).source).toBe('云川市政府办');
  });
});
