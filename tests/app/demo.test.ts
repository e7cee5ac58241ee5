import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DemoChange, DemoTarget } from '../../app/demo/facts/fact.ts';
import { demoFacts } from '../../app/demo/facts.ts';
import type { ComparisonRecord } from '../../core/archive.ts';
import type { TargetChange } from '../../core/change.ts';
import type { Statement } from '../../core/plan.ts';
import { openStore } from '../../store/open-store.ts';
import { sqliteEngine } from '../../store/sqlite.ts';
import { type Finished, inFolder, runCli } from '../helpers/cli.ts';

interface Demo {
  readonly run: Finished;
  readonly again: Finished;
  readonly comparisons: readonly (ComparisonRecord & { readonly path: string })[];
  readonly events: readonly string[];
  readonly mails: readonly {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  }[];
}

async function runTwice(): Promise<Demo> {
  return inFolder(async (cwd) => {
    const run = await runCli(['demo', '--once', '--port', '0'], { cwd });
    const again = await runCli(['demo', '--once', '--port', '0'], { cwd });
    const { store } = await openStore(sqliteEngine(join(cwd, 'demo-data/planwatch.db')));
    const found = await store.comparisons({ present: true, limit: 100 });
    const comparisons = await Promise.all(
      found.map(async (one) => ({
        ...one,
        path: (await store.document(one.after.documentId))?.url.replace(/^http:\/\/[^/]+/, '') ?? '',
      })),
    );
    const events = (await store.events({ limit: 100 }))
      .filter((event) => event.news)
      .map((event) => event.kind);
    await store.close();
    const outbox = join(cwd, 'demo-data/outbox');
    const mails = await Promise.all(
      (await readdir(outbox)).map(async (name) => {
        const { to, subject, text, html } = await simpleParser(await readFile(join(outbox, name)));
        return {
          to: [to].flat()[0]?.text ?? '',
          subject: subject ?? '',
          text: text ?? '',
          html: String(html),
        };
      }),
    );
    return { run, again, comparisons, events, mails };
  });
}

function states(statement: Statement | null, want: DemoTarget | null): boolean {
  if (statement === null || want === null) return statement === want;
  return (
    statement.value === want.value &&
    statement.value2 === want.value2 &&
    statement.comparator === want.comparator &&
    (want.words.includes(statement.quote) ||
      statement.quote.includes(want.words.slice(0, 6)) ||
      want.words.includes(statement.quote.slice(-6)))
  );
}

/** What a mail must say of one side of a change: its quote, as far as a mail shows it, and the place it was archived at. */
function proofOf(said: Statement, { documentId, seq }: { documentId: string; seq: number }) {
  return {
    quote: said.quote.replace(/\s+/g, ' ').slice(0, 150),
    link: `/documents/${documentId}/versions/${seq}#s${said.start}-${said.end}`,
  };
}

function shows(changes: readonly TargetChange[], want: DemoChange): boolean {
  return changes.some(
    (change) =>
      change.change === want.change && states(change.before, want.before) && states(change.after, want.after),
  );
}

describe('the demo', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await runTwice();
  }, 120_000);

  it('ends well, twice in the same folder', () => {
    expect([demo.run.code, demo.again.code], demo.run.stderr).toEqual([0, 0]);
  });

  it('says on the terminal what changed, where the mails lie, and what was taken down', () => {
    expect(demo.run.stdout).toMatch(/指标.*去年.*今年.*变化/);
    expect(demo.run.stdout).toContain('发布后被悄悄改动');
    expect(demo.run.stdout).toMatch(/去年目标：\d+项完成, \d+项未完成/);
    expect(demo.run.stdout).toContain(`${demo.mails.length} mails: `);
    expect(demo.run.stdout).toMatch(/mails: .*outbox\/\*\.eml/);
    expect(demo.run.stdout).toContain('原文下线');
  });

  it('reads the changes its plans were written to show', () => {
    const missed = demoFacts.plans.flatMap((plan) => {
      const found = demo.comparisons
        .filter((one) => one.kind === 'year' && one.path === plan.after)
        .flatMap((one) => one.changes);
      return plan.changes
        .filter((want) => !shows(found, want))
        .map((want) => `${plan.after} ${want.change} ${want.indicator}`);
    });
    const wanted = demoFacts.plans.flatMap((plan) => plan.changes).length;
    // Honest texts: a failure lists what the reader gets wrong, and this bound only goes down.
    expect(missed.length / wanted, missed.join('\n')).toBeLessThanOrEqual(0.1);
  });

  it('compares each of its plans with the year before, and knows each plan once', () => {
    const years = demo.comparisons.filter((one) => one.kind === 'year').map((one) => one.path);
    expect(new Set(years)).toEqual(new Set(demoFacts.plans.map((plan) => plan.after)));
  });

  it('finds the number that was changed in silence, and nothing else in that plan', () => {
    const revision = demo.comparisons.filter((one) => one.kind === 'revision');
    expect(revision.map((one) => one.path)).toEqual([demoFacts.edited.path]);
    const moved = revision[0]?.changes.filter((change) => change.change !== 'same') ?? [];
    expect(moved.map((change) => [change.change, change.before?.value, change.after?.value])).toEqual([
      ['lowered', demoFacts.edited.from.value, demoFacts.edited.to.value],
    ]);
  });

  it('tells each plan, the edit and the page taken down once', () => {
    const count = (kind: string) => demo.events.filter((event) => event === kind).length;
    expect([count('plan_compared'), count('plan_revised'), count('article_gone')]).toEqual([
      demoFacts.plans.length,
      1,
      1,
    ]);
    expect(count('article_edited')).toBe(0);
  });

  it('mails every changed target, in Chinese and in English, with both quotes and links to both archived versions', () => {
    const rows = demo.comparisons.flatMap((one) =>
      one.changes
        .filter((change) => change.change !== 'same')
        .map((change) => ({
          change: change.change,
          proofs: [
            { side: change.before, version: one.before },
            { side: change.after, version: one.after },
          ].flatMap(({ side, version }) => (side === null ? [] : [proofOf(side, version)])),
        })),
    );
    for (const kind of ['raised', 'lowered', 'new', 'dropped'])
      expect(rows.some((row) => row.change === kind)).toBe(true);
    for (const to of ['analyst@', 'reader@']) {
      const mails = demo.mails.filter((mail) => mail.to.startsWith(to));
      const bodies = [mails.map(({ text }) => text).join('\n'), mails.map(({ html }) => html).join('\n')];
      const missed = rows.flatMap(({ change, proofs }) =>
        proofs
          .flatMap(({ quote, link }) => [quote, link])
          .filter((proof) => !bodies.every((body) => body.includes(proof)))
          .map((proof) => `${to}: ${change} ${proof}`),
      );
      expect(missed).toEqual([]);
      expect(bodies.join('')).not.toMatch(/见完整对照|see the full comparison/);
    }
    expect(demo.mails.some(({ text }) => /2025年目标完成情况：\d+项完成，\d+项未完成/.test(text))).toBe(true);
    expect(demo.mails.some(({ text }) => /✗ .+: target .+, reported .+\n +http.+#s\d+-\d+/.test(text))).toBe(
      true,
    );
    expect(
      demo.mails.some(({ text }) => /与澜海省同年目标相比：\d+项高于[\s\S]+上级增长4\.5–5%/.test(text)),
    ).toBe(true);
    expect(
      demo.mails.some(({ text }) => /相关报道\n {2}· .*一组数字读懂澜海省2026年政府工作报告/.test(text)),
    ).toBe(true);
    const [zh, en] = ['▲ 上调', 'raised'].map((mark) => demo.mails.find((mail) => mail.text.includes(mark)));
    expect(zh?.subject).toMatch(/上调/);
    expect(en?.subject).toMatch(/raised/);
  });
});

describe('a demo that cannot start', () => {
  it('ends and says why when its database cannot be opened', async () => {
    await inFolder(async (folder) => {
      // Longer than SQLite takes a path, and not longer than the system does.
      const deep = join(folder, ...Array.from({ length: 3 }, () => 'd'.repeat(200)));
      const { code, stderr } = await runCli(['demo', '--once', '--port', '0', '--directory', deep]);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('STORE_UNWRITABLE') });
    });
  });

  it('says what to do when its folder cannot be made, or its port is none', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'file'), '');
      const unwritable = await runCli(['demo', '--once', '--directory', 'file/demo'], { cwd: folder });
      expect(unwritable).toMatchObject({ code: 2, stderr: expect.stringContaining('--directory') });
      const port = await runCli(['demo', '--once', '--port', '65536'], { cwd: folder });
      expect(port).toMatchObject({ code: 2, stderr: expect.stringContaining('BAD_PORT') });
    });
  });
});
