import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../app/config/read-yaml.ts';
import { sourceSchema } from '../../app/config/schema.ts';
import { compileGlob } from '../../crawlers/find/glob.ts';

const folder = new URL('../../app/init/starter/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
const read = (name: string) => readFile(new URL(name, folder), 'utf8');

describe('the starter set of sources', () => {
  for (const name of names) {
    it(`has a valid ${name} that begins with what it is`, async () => {
      const text = await read(name);
      expect(readYaml(name, text, sourceSchema)).not.toHaveProperty('faults');
      expect(text).toMatch(/^# \S/);
    });
  }

  it('follows article addresses of the kind each site has', () => {
    const follows = (pattern: string, url: string) => compileGlob(pattern)(url);
    expect(
      follows(
        'https://www.gov.cn/zhengce/**content_*.htm',
        'https://www.gov.cn/zhengce/202404/content_6946880.htm',
      ),
    ).toBe(true);
    expect(
      follows('**jinan.gov.cn/**art_*.html', 'https://www.jinan.gov.cn/col/col1/art/2026/art_7dc3135b.html'),
    ).toBe(true);
    expect(
      follows(
        '**qingdao.gov.cn/**/t*.shtml',
        'https://www.qingdao.gov.cn/zwgk/zdgk/202601/t20260130_1.shtml',
      ),
    ).toBe(true);
  });

  it('starts no two sources in the same minute of an hour', async () => {
    const minutes = await Promise.all(
      names.map(async (name) => /^cron: "(\d+) /m.exec(await read(name))?.[1]),
    );
    expect(new Set(minutes).size).toBe(names.length);
  });
});
