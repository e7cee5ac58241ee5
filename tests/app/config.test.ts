import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../app/config/load-config.ts';
import { readYaml } from '../../app/config/read-yaml.ts';
import { configSchema } from '../../app/config/schema.ts';
import { initFolder, jsonSchema } from '../../app/init/init.ts';
import { inFolder, runCli } from '../helpers/cli.ts';

const GOOD_SOURCE = 'publisher: 某市人民政府\nkind: list\nurls: [https://www.example.gov.cn/index.html]\n';

async function faultsOf(files: Record<string, string>): Promise<string[]> {
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
      'planwatch.yaml': 'language: fr\nmail:\n  schedule: every day\n  sender: me\ntimezone: Peking\n',
      'sources/a.yaml': 'publisher: x\nkind: lists\nurls: [ftp://example.org/]\ncron: "* * * *"\n',
      'sources/b.yaml': 'kind: page\nurls: []\n',
    });
    expect(faults).toEqual([
      'planwatch.yaml:1 language: "fr" is not one of zh, en.',
      'planwatch.yaml:3 mail.schedule: "every day" is not a cron expression; write five fields, minute hour day month weekday, such as "15 8 * * *".',
      'planwatch.yaml:4 mail.sender: unknown field "sender". Write one of from, schedule, operators, directory, smtp, or remove it.',
      'planwatch.yaml:5 timezone: "Peking" is not a time zone; write an IANA name such as Asia/Shanghai.',
      'sources/a.yaml:2 kind: "lists" is not one of page, list, feed, sitemap.',
      'sources/a.yaml:3 urls.0: "ftp://example.org/" is not a web address; write it whole, such as https://www.example.gov.cn/zwgk/index.html.',
      'sources/a.yaml:4 cron: "* * * *" is not a cron expression; write five fields, minute hour day month weekday, such as "15 8 * * *".',
      'sources/b.yaml:1 publisher: is missing: write "publisher: …" (a string).',
      'sources/b.yaml:2 urls: [] is too small or too short; at least 1.',
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
      expect(both.map((one) => one.stdout).sort()).toEqual(['0001-archive done\n', 'Nothing to do.\n']);
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
