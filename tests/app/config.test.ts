import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../app/config/load-config.ts';
import { readYaml } from '../../app/config/read-yaml.ts';
import { configSchema } from '../../app/config/schema.ts';
import { initFolder, jsonSchema } from '../../app/init/init.ts';
import { inFolder, runCli } from '../helpers/cli.ts';

const GOOD_SOURCE = 'publisher: 某市人民政府\nkind: list\nurls: [https://www.example.gov.cn/index.html]\n';

async function faultsOf(files: Record<string, string | Buffer>): Promise<string[]> {
  return inFolder(async (folder) => {
    await mkdir(join(folder, 'sources'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const error: unknown = await loadConfig(folder).catch((thrown: unknown) => thrown);
    if (!(error instanceof Error)) throw new Error('expected a fault');
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  });
}

describe('configuration', () => {
  it('takes an empty file for all defaults', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'planwatch.yaml'), '');
      const config = await loadConfig(folder);
      expect(config).toMatchObject({ language: 'zh', timezone: 'Asia/Shanghai', sources: [] });
      expect(config.store.path).toBe(join(folder, 'planwatch.db'));
    });
  });

  it('names every fault of every file at once, with line and what to write instead', async () => {
    const faults = await faultsOf({
      'planwatch.yaml':
        'language: fr\nmail:\n  schedule: every day\n  sender: me\n  operators: [Ops <ops@example.org>]\ntimezone: Peking\n',
      'sources/a.yaml': 'publisher: x\nkind: lists\nurls: [ftp://example.org/]\ncron: "* * * *"\n',
      'sources/b.yaml': 'kind: page\nurls: []\n',
    });
    expect(faults).toEqual([
      'planwatch.yaml:1 language: "fr" is not one of zh, en.',
      'planwatch.yaml:3 mail.schedule: "every day" is not a cron expression; write five fields, minute hour day month weekday, such as "15 8 * * *".',
      'planwatch.yaml:4 mail.sender: unknown field "sender". Write one of from, schedule, operators, directory, smtp, or remove it.',
      'planwatch.yaml:5 mail.operators.0: "Ops <ops@example.org>" is not a bare mail address; write name@example.org.',
      'planwatch.yaml:6 timezone: "Peking" is not a time zone; write an IANA name such as Asia/Shanghai.',
      'sources/a.yaml:2 kind: "lists" is not one of page, list, feed, sitemap.',
      'sources/a.yaml:3 urls.0: "ftp://example.org/" is not a web address; write it whole, such as https://www.example.gov.cn/zwgk/index.html.',
      'sources/a.yaml:4 cron: "* * * *" is not a cron expression; write five fields, minute hour day month weekday, such as "15 8 * * *".',
      'sources/b.yaml:1 publisher: is missing: write "publisher: …" (text).',
      'sources/b.yaml:2 urls: [] is empty: write at least one.',
    ]);
  });

  it('says for each kind of value what to write instead', async () => {
    const faults = await faultsOf({
      'planwatch.yaml':
        'store:\ncrawl: {timeoutMs: 30s, attempts: 1.5, concurrency: 0, sources: 65}\nweb: here\n',
      'sources/a.yaml': 'publisher: ""\nurls: https://a.example/\nenabled: yes\ntags: [1]\n',
    });
    expect(faults).toEqual([
      'planwatch.yaml:1 store: null is not a group of fields: write them below it, indented, or remove it.',
      'planwatch.yaml:2 crawl.timeoutMs: "30s" is not a number: write digits alone.',
      'planwatch.yaml:2 crawl.concurrency: 0 is too small: write at least 1.',
      'planwatch.yaml:2 crawl.attempts: 1.5 is not a whole number.',
      'planwatch.yaml:2 crawl.sources: 65 is too large: write at most 64.',
      'planwatch.yaml:3 web: "here" is not a group of fields: write them below it, indented, or remove it.',
      'sources/a.yaml:1 publisher: "" is empty: write something.',
      'sources/a.yaml:1 kind: is missing: write "kind: …" (one of page, list, feed, sitemap).',
      'sources/a.yaml:2 urls: "https://a.example/" is not a list: write ["https://a.example/"].',
      'sources/a.yaml:3 enabled: "yes" is neither true nor false.',
      'sources/a.yaml:4 tags.0: 1 is not text: write it in quotes.',
    ]);
  });

  it('refuses selectors that could not be read, wherever one may stand', async () => {
    const faults = await faultsOf({
      'planwatch.yaml': '',
      'sources/a.yaml': `${GOOD_SOURCE}links: {select: "div["}\nrules:\n  select: "p:nosuch"\n  remove: [".ad", {startBefore: "h2["}]\n  title: ":::"\n  date: ""\npastRules: [{validUntil: 2025-01-01, select: "a >>"}]\n`,
    });
    expect(faults.map((fault) => fault.split(' is ')[0])).toEqual([
      'sources/a.yaml:4 links.select: "div["',
      'sources/a.yaml:6 rules.select: "p:nosuch"',
      'sources/a.yaml:7 rules.remove.1.startBefore: "h2["',
      'sources/a.yaml:8 rules.title: ":::"',
      'sources/a.yaml:9 rules.date: ""',
      'sources/a.yaml:10 pastRules.0.select: "a >>"',
    ]);
    expect(faults[0]).toContain('write CSS, such as');
  });

  it('takes selectors of all kinds that CSS has', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'sources'));
      await writeFile(join(folder, 'planwatch.yaml'), '');
      const rules = 'rules: {select: [".a > p:not(.b)", {startAfter: "h1"}], title: "h1, h2:first-child"}\n';
      await writeFile(
        join(folder, 'sources/a.yaml'),
        `${GOOD_SOURCE}links: {select: "ul li:eq(0) a"}\n${rules}`,
      );
      expect((await loadConfig(folder)).sources).toHaveLength(1);
    });
  });

  it('refuses a schedule that never falls into the hours of the site', async () => {
    const night = (cron: string) => `${GOOD_SOURCE}hours: "22:00-06:00"\ncron: "${cron}"\n`;
    const faults = await faultsOf({
      'planwatch.yaml': '',
      'sources/a.yaml': night('20 8,14 * * *'),
      'sources/b.yaml': night('0 */6 * * *'),
      'sources/c.yaml': night('30 5 1 1 *'),
    });
    expect(faults).toEqual([
      'sources/a.yaml:5 cron: "20 8,14 * * *" never names a minute within hours, so that the source would never be crawled; write one that does, such as "30 22 * * *".',
    ]);
  });

  it('refuses two files for one source, and files that are not in UTF-8', async () => {
    const gbk = Buffer.concat([Buffer.from('publisher: '), Buffer.from([0xb9, 0xfa]), Buffer.from('\n')]);
    const faults = await faultsOf({
      'planwatch.yaml': gbk,
      'sources/a.yaml': GOOD_SOURCE,
      'sources/a.yml': GOOD_SOURCE,
      'sources/B.YAML': GOOD_SOURCE,
      'sources/gbk.yaml': gbk,
    });
    expect(faults).toEqual([
      'planwatch.yaml:1: is not in UTF-8: save it as UTF-8 in your editor.',
      expect.stringContaining("sources/B.YAML:1: the file name is the source's id"),
      'sources/a.yml:1: is a second file of the source a: remove one of them.',
      'sources/gbk.yaml:1: is not in UTF-8: save it as UTF-8 in your editor.',
    ]);
  });

  it('does not take a folder of sources that it cannot read for an empty one', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'planwatch.yaml'), '');
      await writeFile(join(folder, 'sources'), '');
      await expect(loadConfig(folder)).rejects.toThrow(/sources:1: cannot be read \(ENOTDIR/);
    });
  });

  it('wants a password for a user of the mail server, and the other way round', async () => {
    const smtp = (field: string) => `mail: {smtp: {host: smtp.example.org, ${field}}}\n`;
    expect(await faultsOf({ 'planwatch.yaml': smtp('user: me') })).toEqual([
      'planwatch.yaml:1 mail.smtp.passwordEnv: is missing: user and passwordEnv go together.',
    ]);
    expect(await faultsOf({ 'planwatch.yaml': smtp('passwordEnv: SECRET') })).toEqual([
      'planwatch.yaml:1 mail.smtp.user: is missing: user and passwordEnv go together.',
    ]);
  });

  it('says what to mend in YAML that a person would not guess, and goes on behind it', async () => {
    const faults = await faultsOf({
      'planwatch.yaml': 'language: zh\nlanguage: fr\n',
      'sources/a.yaml': `${GOOD_SOURCE}---\npublisher: x\n`,
      'sources/b.yaml': 'links:\n\tselect: a\n',
    });
    expect(faults).toEqual([
      'planwatch.yaml:2: the field stands here a second time: remove one of the two.',
      'planwatch.yaml:1 language: "fr" is not one of zh, en.',
      'sources/a.yaml:4: a second document begins: remove the line "---", or make it a file of its own.',
      'sources/b.yaml:2: a tab: indent with spaces.',
    ]);
  });

  it('says in which line YAML itself is broken', async () => {
    const [fault] = await faultsOf({ 'planwatch.yaml': 'language: zh\nmail: [unclosed\n' });
    expect(fault).toMatch(/^planwatch\.yaml:\d+: not valid YAML: /);
  });

  it('refuses a source id that could not be a file name or an address', async () => {
    const faults = await faultsOf({ 'planwatch.yaml': '', 'sources/__proto__.yaml': GOOD_SOURCE });
    expect(faults[0]).toContain("the file name is the source's id");
  });

  it('does not expand a bomb of aliases', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `k${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`,
    );
    const read = () => readYaml('x.yaml', ['k0: &a0 [x]', ...levels].join('\n'), configSchema);
    expect(read()).toMatchObject({ faults: [{ file: 'x.yaml' }] });
  });

  it('tells where a missing planwatch.yaml would come from', async () => {
    await inFolder(async (folder) => {
      await expect(loadConfig(folder)).rejects.toMatchObject({
        code: 'CONFIG_MISSING',
        message: expect.stringContaining('planwatch init'),
      });
    });
  });
});

describe('init', () => {
  it('writes a commented file that says exactly the defaults', async () => {
    await inFolder(async (folder) => {
      await initFolder(folder);
      const text = await readFile(join(folder, 'planwatch.yaml'), 'utf8');
      expect(readYaml('planwatch.yaml', text, configSchema)).toEqual({ value: configSchema.parse({}) });
      const config = await loadConfig(folder);
      expect(config.sources.length).toBeGreaterThanOrEqual(14);
    });
  });

  it('leaves files that are there', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'planwatch.yaml'), 'language: en\n');
      const { left } = await initFolder(folder);
      expect(left).toEqual(['planwatch.yaml']);
      expect(await readFile(join(folder, 'planwatch.yaml'), 'utf8')).toBe('language: en\n');
    });
  });

  it('points editors from every file it writes to the schema beside it', async () => {
    await inFolder(async (folder) => {
      const { written } = await initFolder(folder);
      for (const path of written.filter((name) => name.endsWith('.yaml'))) {
        const [first = ''] = (await readFile(join(folder, path), 'utf8')).split('\n');
        const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? `none in ${path}`;
        expect(written).toContain(join(path, '..', schema));
      }
    });
  });

  it('says how to go on in words that work where they are read', async () => {
    await inFolder(async (folder) => {
      const { stdout } = await runCli(['init', join(folder, '观察 一')], {
        env: { npm_lifecycle_event: 'planwatch' },
      });
      expect(stdout).toContain(`npm run -s planwatch -- check --config '${join(folder, '观察 一')}'`);
    });
  });

  it('gives editors the names of all fields', () => {
    const schema = JSON.parse(jsonSchema(configSchema));
    expect(Object.keys(schema.properties)).toEqual(Object.keys(configSchema.shape));
  });
});

describe('the command line', () => {
  it('exits with 2 on a fault of configuration and names it', async () => {
    await inFolder(async (folder) => {
      const { code, stderr } = await runCli(['status', '--config', folder]);
      expect(code).toBe(2);
      expect(stderr).toContain('CONFIG_MISSING');
    });
  });

  it('exits with 2 on an unknown option and shows where help is', async () => {
    const { code, stderr } = await runCli(['crawl', '--fast']);
    expect(code).toBe(2);
    expect(stderr).toContain('--help');
  });

  it('names the known sources when one is unknown', async () => {
    await inFolder(async (folder) => {
      await runCli(['init', folder]);
      const { code, stderr } = await runCli(['crawl', 'nowhere', '--config', folder]);
      expect(code).toBe(2);
      expect(stderr).toContain('SOURCE_UNKNOWN');
      expect(stderr).toContain('qingdao-drc');
    });
  });

  it('migrates once when two processes start at the same time', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'planwatch.yaml'), '');
      const both = await Promise.all([1, 2].map(() => runCli(['migrate', '--config', folder])));
      expect(both.map((one) => one.code)).toEqual([0, 0]);
      expect(both.map((one) => one.stdout).sort()).toEqual([
        expect.stringMatching(/^0001-archive done\n(?:\d{4}-[a-z-]+ done\n){6}$/),
        'Nothing to do.\n',
      ]);
    });
  });

  it('validates the configuration alone without a database', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'planwatch.yaml'), 'store:\n  path: planwatch.yaml/archive.db\n');
      const { code, stdout } = await runCli(['check', '--offline', '--config', folder]);
      expect({ code, stdout }).toEqual({ code: 0, stdout: 'Configuration is valid: 0 sources.\n' });
    });
  });

  it('says what to do when the database cannot be written', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'planwatch.yaml'), 'store:\n  path: planwatch.yaml/archive.db\n');
      const { code, stderr } = await runCli(['status', '--config', folder]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/STORE_UNWRITABLE.*permissions/);
    });
  });
});
