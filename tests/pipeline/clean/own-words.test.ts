import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';

const say = (at: number) => `第${at}季度全市新建高标准农田十五万亩，改造老旧小区四十个，各项工作按期完成。`;
const page = (title: string, ...body: string[]) =>
  extractArticle({
    html: `<title>${title}</title><h1>${title}</h1><p>来源：云川日报 2024-03-05</p><div class="c">${body.map((line) => `<p>${line}</p>`).join('')}</div>`,
    url: null,
  });

describe('words of a page that are also those of a text', () => {
  it('keep what stands behind a remark of the writer, which is no comment of readers', () => {
    const verses = ['《秋日登山》', '——（宋）云川客', '点评：', say(1), '《夜泊》', '点评：', say(2), say(3)];
    expect(page('古诗里的云川', say(4), ...verses).text.split('\n')).toEqual([say(4), ...verses]);
  });

  it('cut what stands behind the heading of a comment box', () => {
    const { text } = page(
      '云川市部署春耕',
      say(1),
      say(2),
      say(3),
      '<h3>点评</h3>',
      '说得好，支持一下楼主。',
    );
    expect(text.split('\n')).toEqual([say(1), say(2), say(3)]);
  });

  it('keep the last words of a page that is itself about rights', () => {
    const last =
      '您使用本站的行为视为已同意上述声明，本站对由此产生的损失不承担责任，版权所有，未经许可不得转载。';
    expect(page('云川导航网免责声明', say(1), say(2), '三、使用风险', last).text).toContain(last);
    expect(page('云川市部署春耕', say(1), say(2), last).text).not.toContain(last);
  });

  it('leave out what readers of chapters may do', () => {
    const { text } = page('第三章 分离', say(1), say(2), '收藏此章节 投诉', '插入书签');
    expect(text.split('\n')).toEqual([say(1), say(2)]);
  });
});

describe('the head of a page', () => {
  const head = (above: string, below: string) =>
    extractArticle({
      html: `<title>云川地理学会</title>${above}<div class="c"><p>${say(1)}</p><p>${say(2)}</p><p>${say(3)}</p></div>${below}`,
      url: null,
    });

  it('has the title above date and source, not the small heading of the site', () => {
    const { title, published, source } = head(
      '<h5>云川地理学会</h5><ul><li><a href="/a">学会概况</a></li><li><a href="/b">学术活动</a></li></ul><div>第三届云川地理年会在望潮举行</div><div>发布时间：2019-05-18 来源：云川地理学会</div>',
      '',
    );
    expect([title, published, source]).toEqual([
      '第三届云川地理年会在望潮举行',
      '2019-05-18',
      '云川地理学会',
    ]);
  });

  it('takes no date from a link to what explains the document', () => {
    const { published } = head(
      '<h1>云川地理学会章程</h1><p>日期：2023-05-11</p><p>关联稿件：</p><p><a href="/t2.html">图文解读：《云川地理学会章程》</a> 2023-07-12 10:00</p>',
      '',
    );
    expect(published).toBe('2023-05-11');
  });

  it('has a source behind 来源于：', () => {
    expect(head('<h1>云川地理学会年会</h1><p>来源于：东区办事处 2024-03-05</p>', '').source).toBe(
      '东区办事处',
    );
  });
});

describe('what a plan says', () => {
  const plan = (...body: string[]) =>
    extractArticle({
      html: `<title>云川市2026年工作要点</title><h1>云川市2026年工作要点</h1><div>来源：云川市政府 2026-01-20</div><div class="c">${body.join('')}</div>`,
      url: null,
    });
  const parts = [1, 2, 3, 4, 5].map(
    (at) => `<h3>${at}、推进第${at}项重点工作</h3><p>新建学校${at}0所；改造小区${at}00个</p>`,
  );

  it('is an article where no item ends in a full stop', () => {
    expect(plan(...parts)).toMatchObject({ kind: 'article', title: '云川市2026年工作要点' });
  });

  it('is an article where its parts are numbered and its items count nothing', () => {
    const names = ['强化产业支撑', '推进乡村振兴', '改善民生', '加强协调'];
    const unnumbered = names.map((name) => `<h3>${name}</h3><p>责任单位：市教育局</p>`);
    expect(plan(...unnumbered).kind).toBe('article');
    const named = names.map((name, at) => `${'一二三四'[at]}、${name}`);
    expect(plan(...named.map((name) => `<h3>${name}</h3><p>责任单位：市教育局、市住建局</p>`)).kind).toBe(
      'article',
    );
  });

  it('is one without a date too', () => {
    const html = `<title>云川市2026年工作要点</title><h1>云川市2026年工作要点</h1>${parts.join('')}`;
    expect(extractArticle({ html, url: null }).kind).toBe('article');
  });

  it('keeps the document that it names between its paragraphs', () => {
    const link = '<div><a href="/t1.html">《云川市2026年重点任务分工方案》</a></div>';
    expect(plan(`<p>${say(1)}</p>`, link, `<p>${say(2)}</p>`).text).toContain('重点任务分工方案');
  });

  it('keeps a number that is its last word', () => {
    const { text } = plan(`<p>${say(1)}</p>`, '<p>总投资（万元）</p>', '<p class="v">3000</p>');
    expect(text.split('\n').at(-1)).toBe('3000');
  });
});
