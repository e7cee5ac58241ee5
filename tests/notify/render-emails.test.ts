import { describe, expect, it } from 'vitest';
import type { Digest, Language, News } from '../../core/digest.ts';
import { buildDigests } from '../../notify/build-digests.ts';
import { renderEmails } from '../../notify/render-emails.ts';
import {
  change,
  compared,
  edited,
  found,
  gone,
  ledger,
  level,
  period,
  plan,
  revised,
  site,
  source,
  statement,
  subscriber,
  tasks,
  version,
} from '../helpers/news.ts';

const all = [gone(), edited(), found(), revised(), compared()];

function digestOf(news: readonly News[], language: Language = 'zh'): Digest {
  const [digest] = buildDigests(news, [subscriber({ language })], period);
  if (digest === undefined) throw new Error('no digest');
  return digest;
}
const renderAll = (news: readonly News[], language: Language = 'zh') =>
  renderEmails(digestOf(news, language), site);
/** The mail of a digest that fits into one. */
function render(news: readonly News[], language: Language = 'zh') {
  const [only, ...more] = renderAll(news, language);
  if (only === undefined || more.length > 0) throw new Error(`${more.length + 1} mails`);
  return only;
}
/** A plan of many targets, all raised. */
const longPlan = (targets: number, id: string) =>
  compared({
    id,
    planId: id,
    changes: Array.from({ length: targets }, (_, index) =>
      change(
        'raised',
        level(`新建公园${index}个`, `公园${index}`, index, '个', { start: 10 * index }),
        level(`新建公园${index + 1}个`, `公园${index}`, index + 1, '个', { start: 10 * index }),
      ),
    ),
  });

describe('renderEmails', () => {
  it('shows each moved target with its numbers, its change, both quotes and both archived places', () => {
    const { text } = render([compared()]);
    expect(text).toContain(`  ▼ 下调 −0.5个百分点  地区生产总值 (主要指标)
    2025年：增长5.5%左右  “地区生产总值增长5.5%左右”
      https://watch.example/documents/d2025/versions/1#s88-104
    2026年：增长5%以上  “地区生产总值增长5%以上”
      https://watch.example/documents/d2026/versions/1#s120-132`);
    for (const said of [
      '▲ 上调 +10万人（+9.1%）  城镇新增就业',
      '◆ 界限变化  城镇调查失业率',
      '× 不再提  老旧小区改造',
      '+ 新增  农村公路',
    ])
      expect(text).toContain(said);
  });

  it('says the same in HTML', () => {
    const { html } = render([compared()]);
    for (const said of [
      '▲ 上调',
      '增长5.5%左右',
      '“城镇新增就业120万人以上”',
      'href="https://watch.example/documents/d2025/versions/1#s88-104"',
      'href="https://watch.example/documents/d2026/versions/1#s120-132"',
      'href="https://watch.example/plans/p2026"',
      'href="https://www.linhai.example/zwgk/2026/report.html"',
      'href="https://www.linhai.example/zwgk/2025/report.html"',
    ])
      expect(html).toContain(said);
  });

  it('collapses unchanged targets into one line', () => {
    expect(render([compared()]).text).toContain('1项不变：粮食总产量');
    expect(render([compared()], 'en').text).toContain('1 target unchanged: 粮食总产量');
  });

  it('tells below the targets how last year’s ended, the missed ones by name, and which commitments changed', () => {
    const { text, html } = render([compared({ ledger, tasks })]);
    expect(text).toContain(`1项不变：粮食总产量

2025年目标完成情况：1项完成，1项未完成，1项未报告
  ✗ 地区生产总值：目标增长5.5%左右，报告增长5.2%
      https://watch.example/documents/d2026/versions/1#s40-52
  https://watch.example/plans/p2026#ledger


任务措辞：1项力度加强，1项力度减弱，1项期限变化
  ▲ 探索 → 加快 建立农村养老服务制度
      https://watch.example/plans/p2026#tasks
  ▼ 加快 → 研究 建立数据交易市场
      https://watch.example/plans/p2026#tasks
  ◆ 6月底前 → 9月底前 9月底前完成学校食堂整治。
      https://watch.example/plans/p2026#tasks
  https://watch.example/plans/p2026#tasks

查看完整对照: `);
    for (const said of [
      'href="https://watch.example/plans/p2026#ledger"',
      '2025年目标完成情况：1项完成，1项未完成，1项未报告</a>',
      'href="https://watch.example/documents/d2026/versions/1#s40-52"',
      '目标增长5.5%左右，报告增长5.2%</a>',
      '探索 → 加快 建立农村养老服务制度</a>',
    ])
      expect(html).toContain(said);
    expect(render([compared({ ledger, tasks })], 'en').text).toContain(
      `Targets of 2025: 1 met, 1 missed, 1 not reported
  ✗ 地区生产总值: target up about 5.5%, reported up 5.2%`,
    );
  });

  it('sets the targets beside those of the region above, and names the articles that report on the plan', () => {
    const own = statement('地区生产总值增长5%以上', { value: 5, comparator: '>=' });
    const above = {
      own,
      above: { ...own, value: 4.5, start: 7, end: 20 },
      version: { documentId: 'd-above', seq: 2 },
    };
    const context = {
      above: {
        region: '全国',
        targets: [
          { ...above, headline: true, toParent: 'above' as const },
          { ...above, headline: true, toParent: 'equal' as const },
          { ...above, headline: false, toParent: 'below' as const },
        ],
      },
      reports: [version({ documentId: 'd-report', title: '一图读懂政府工作报告' })],
    };
    const { text, html } = render([compared({ context })]);
    expect(text).toContain(`与全国同年目标相比：1项高于，1项持平，1项低于
  ▲ 地区生产总值：增长5%以上，上级增长4.5%以上
      https://watch.example/documents/d-above/versions/2#s7-20
  https://watch.example/regions?year=2026`);
    expect(text).toContain(`相关报道
  · 一图读懂政府工作报告 2026-01-20
      https://watch.example/documents/d-report/versions/1`);
    expect(html).toContain('href="https://watch.example/documents/d-above/versions/2#s7-20"');
    expect(render([{ ...found(), context }], 'en').text).toContain(
      'Beside the targets of 全国 for the year: 1 above',
    );
  });

  it('says nothing of results or tasks where there is nothing to say', () => {
    const counts = { ...tasks.counts, firmer: 0, weaker: 0, deadline: 0, units: 0 };
    const { text } = render([compared({ ledger: [], tasks: { counts, changes: [] } })]);
    expect(text).not.toContain('任务措辞');
    expect(text).not.toContain('完成情况');
  });

  it('shows a silent edit as a diff', () => {
    const { text, html } = render([edited()]);
    expect(text).toContain('  - 到今年年底，全省将建成120个乡村振兴示范片区');
    expect(text).toContain('  + 到今年年底，全省将建成100个乡村振兴示范片区');
    expect(text).toContain('  - 市级财政将安排10亿元专项资金。\n  + 资金安排另行通知。');
    expect(html).toMatch(/全省将建成<del [^>]+>120个<\/del><ins [^>]+>100个<\/ins>乡村振兴/);
    expect(html).toContain('href="https://watch.example/documents/d-news/diff/1..2"');
  });

  it('leads from a revised plan to the diff of its text', () => {
    expect(render([revised()]).text).toContain(
      '查看逐段对照: https://watch.example/documents/d2026/diff/1..2',
    );
  });

  it('says what a plan takes the place of that stood on another page', () => {
    const news = revised();
    if (news.kind !== 'plan_revised') throw new Error('no revision');
    const draft = { ...plan(2026), stage: 'draft' } as const;
    const elsewhere = { ...news, before: { plan: draft, version: version({ documentId: 'draft' }) } };
    expect(render([news]).text).toContain('之间有改动');
    const { text } = render([elsewhere]);
    expect(text).toContain('与此前的征求意见稿对照：');
    expect(text).not.toContain('之间有改动');
  });

  it('says that an article was taken down, with its archived version', () => {
    const { text } = render([gone()]);
    expect(text).toContain('2026-01-23 11:00 确认原网址已不再提供这篇文章');
    expect(text).toContain('https://watch.example/documents/d-gone/versions/3');
  });

  it('lists the copies of a text', () => {
    expect(render([edited()]).text).toContain(
      '同文另见：\n  portal.example: https://watch.example/documents/d-copy/versions/1',
    );
  });

  it('speaks the language of the subscriber', () => {
    const { html, text, subject } = render([compared()], 'en');
    expect(html).toContain('<html lang="en">');
    expect(text).toContain('▼ lowered −0.5 pp  地区生产总值 (standing target)');
    expect(subject).toBe('临海省2026年政府工作报告: 1 raised, 1 lowered, 1 bound changed, 1 rescoped…');
  });

  describe('subject', () => {
    it.each<[string, News, string]>([
      [
        'a comparison',
        compared(),
        '临海省2026年政府工作报告：1项上调，1项下调，1项界限变化，1项口径变化，1项不再提，1项新增，1项未重提',
      ],
      ['a revision', revised(), '临海省2026年政府工作报告：同年修订，1项上调'],
      ['a new plan', found(), '临海省港城市2026年全市发展改革工作要点：新收录，2项目标'],
      ['an edit', edited(), '今年全省将建成100个乡村振兴示范片区：发布后有改动'],
      ['a page taken down', gone(), '关于下达重点项目计划的通知：已下线'],
    ])('says the most important thing of %s', (_, news, subject) => {
      expect(render([news]).subject).toBe(subject);
    });

    it('counts what else is in the mail', () => {
      const stamps = {
        field: 'validity',
        before: '有效\r\nBcc: x@y.z'.repeat(4),
        after: '废止<b>'.repeat(16),
      } as const;
      const mail = render([{ ...edited(), hunks: [], facts: [stamps] }, gone()]);
      expect(mail.subject).toMatch(/^今年全省.*效力：有效 Bcc.*…（另有1条）$/);
      expect(mail.subject.length).toBeLessThanOrEqual(70);
      expect(mail.html).not.toContain('废止<b>');
      expect(render(all).subject).toMatch(/^临海省2026年政府工作报告：1项上调.*（另有4条）$/);
    });

    it('stays within 70 characters and on one line whatever a title holds', () => {
      const title = `标题\r\nBcc: thief@evil.example\u2028${'长'.repeat(3000)}`;
      for (const language of ['zh', 'en'] as const) {
        const { subject } = render(
          [compared({ plan: plan(2026, { title }) }), { ...gone(), version: version({ title }) }],
          language,
        );
        expect(subject).toMatch(/^[^\r\n\u2028]{10,70}$/);
      }
    });
  });

  it('tells a digest that fits into no mail in several, each target once, with quotes and places of both years', () => {
    const mails = renderAll([longPlan(150, 'p1'), longPlan(150, 'p2'), ...all]);
    expect(mails.length).toBeGreaterThan(2);
    for (const [body, row, quote] of [
      [mails.map(({ text }) => text), /▲ 上调 .*公园\d+/g, /“新建公园\d+个”\n +https:\S+#s\d+-\d+/g],
      [
        mails.map(({ html }) => html),
        /<th scope="row"[^>]*>公园\d+/g,
        /href="https:[^"]+#s\d+-\d+"[^>]*>“新建公园\d+个”/g,
      ],
    ] as const) {
      expect(body.join('').match(row)).toHaveLength(300);
      expect(body.join('').match(quote)).toHaveLength(600);
      expect(body.join('')).not.toMatch(/另有\d+项，见完整对照|未列入本邮件/);
      for (const each of body) expect(Buffer.byteLength(each)).toBeLessThan(100_000);
    }
    expect(mails.at(-1)?.text).toContain('- 市级财政将安排10亿元专项资金。');
  });

  it('numbers the mails of a digest, says where a table goes on, and lets mail programs keep them together', () => {
    const mails = renderAll([longPlan(200, 'p1')]);
    const [first, second, ...more] = mails;
    expect(first?.subject).toBe('临海省2026年政府工作报告：200项上调（1/3）');
    expect(second?.subject).toBe('临海省2026年政府工作报告：200项上调（2/3）');
    expect([first?.text, second?.text].map((text) => /[^\n]*一封邮件[^\n]*/g.exec(text ?? '')?.[0])).toEqual([
      '下一封邮件继续',
      '续上一封邮件',
    ]);
    expect(more.at(-1)?.text).not.toContain('下一封邮件继续');
    expect(mails.map(({ id }) => id)).toEqual([first?.id, `${first?.id}-2`, `${first?.id}-3`]);
    expect(first?.headers).not.toHaveProperty('In-Reply-To');
    expect(second?.headers).toMatchObject({ 'In-Reply-To': first?.messageId, References: first?.messageId });
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('leaves room for what stands behind long plans', () => {
    const mails = renderAll([...[1, 2, 3].map((index) => longPlan(900, `p${index}`)), ...all]);
    const text = mails.map((mail) => mail.text).join('');
    expect(new Set(text.match(/^\[.+\] .+\n.*(?=\n)/gm)).size).toBeGreaterThanOrEqual(6);
    expect(text).not.toContain('未列入本邮件');
    expect(text).toContain('- 市级财政将安排10亿元专项资金。');
    expect(Number(/另有(\d+)项，见完整对照/.exec(text)?.[1])).toBeGreaterThanOrEqual(200);
    for (const { html } of mails) expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  });

  describe('headers', () => {
    it('lets mail programs unsubscribe with one click and tells that a program wrote', () => {
      const email = render(all);
      expect(email.headers).toEqual({
        'List-Id': 'planwatch <digest.watch.example>',
        'List-Unsubscribe': '<https://watch.example/unsubscribe/f3a9c1d27b5e48609f3a9c1d27b5e486>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      });
      expect(email.messageId).toBe(`<${email.id}@watch.example>`);
      expect(email.date).toBe(site.now);
    });

    it('gives the same mail for the same digest', () => {
      expect(render(all)).toEqual(render(all.toReversed()));
    });
  });

  describe('hostile pages', () => {
    const evil = `<script>alert(1)</script>"><img src=x onerror=alert(1)>'&`;

    it('escapes all they say', () => {
      const row = change('raised', level(evil, evil, 1, evil), level(evil, evil, 2, evil), { entity: evil });
      const { html } = render([
        compared({
          plan: plan(2026, { title: evil, region: evil }),
          changes: [row],
          source: source({ publisher: evil }),
        }),
        {
          ...edited(),
          version: version({ documentId: evil, seq: 2, title: evil }),
          hunks: [{ kind: 'added', parts: [{ kind: 'added', text: evil }] }],
        },
      ]);
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<img');
      expect(html).toContain('&lt;script&gt;');
    });

    it('never makes a link of an address that is not http or https', () => {
      const url = 'javascript:alert(document.domain)';
      const news = [
        compared({ version: version({ url }) }),
        { ...edited(), copies: [version({ url, documentId: 'x' })] },
      ];
      expect(render(news).html).not.toContain('javascript:');
      expect(render(news).text).not.toContain('javascript:');
    });

    it('keep mails few and below the size at which mail programs cut them, and say what was left out', () => {
      const row = change(
        'raised',
        level('&"'.repeat(5000), '&'.repeat(500), 1, '项'),
        level('<'.repeat(5000), '长'.repeat(500), 2, '项'),
      );
      const plans = Array.from({ length: 40 }, (_, index) =>
        compared({ id: `n${index}`, planId: `p${index}`, changes: Array.from({ length: 400 }, () => row) }),
      );
      const evilLedger = ledger.flatMap((entry) =>
        Array.from({ length: 300 }, () => ({
          ...entry,
          outcome: 'missed' as const,
          target: { ...entry.target, indicator: '<&"'.repeat(2000), unit: '"'.repeat(2000) },
        })),
      );
      const shift = { object: '<&"'.repeat(2000), before: '&', after: '<', shift: 'weaker' as const };
      const evilTasks = {
        counts: tasks.counts,
        changes: tasks.changes.map((each) => ({ ...each, shifts: Array.from({ length: 50 }, () => shift) })),
      };
      const told = plans.map((each) => ({ ...each, ledger: evilLedger, tasks: evilTasks }));
      const parts = Array.from({ length: 5000 }, () => ({ kind: 'added' as const, text: '<&>'.repeat(30) }));
      const hunks = Array.from({ length: 50 }, () => ({ kind: 'edited' as const, parts }));
      for (const news of [
        plans,
        told,
        [{ ...edited(), hunks }],
        Array.from({ length: 900 }, (_, index) => ({
          ...gone(),
          id: `g${index}`,
          version: version({ documentId: `g${index}` }),
        })),
      ]) {
        const mails = renderAll(news);
        expect(mails.length).toBeLessThanOrEqual(16);
        expect(mails.map(({ html }) => html).join('')).toMatch(/另有\d+(项|处|条)/);
        for (const { html, text } of mails) {
          expect(Buffer.byteLength(html)).toBeLessThan(100_000);
          expect(Buffer.byteLength(text)).toBeLessThan(100_000);
          expect(html).toContain('退订');
        }
      }
    });
  });
});
