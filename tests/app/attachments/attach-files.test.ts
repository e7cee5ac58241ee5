import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachFiles } from '../../../app/attachments/attach-files.ts';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';
import { readDocument } from '../../../pipeline/documents/read-document.ts';
import { aGovernmentPage } from '../../helpers/pages.ts';

const names = ['plan.docx', 'plan.pdf', 'targets.xlsx'];
const files = await Promise.all(
  names.map(async (name) => {
    const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/attachments', name));
    return { url: `http://gov.example/${name}`, blocks: (await readDocument(bytes)).blocks };
  }),
);
const links = `附件：${names.map((name) => `<a href="/${name}">${name}</a>`).join('　')}`;
const attached = (...body: string[]) => {
  const html = aGovernmentPage('云川市关于印发2026年政府工作要点的通知', '2026-01-20', [...body, links]);
  const article = attachFiles(extractArticle({ html, url: 'http://gov.example/1.html' }), files);
  expect(article.text).toBe(article.blocks.map(({ text }) => text).join('\n'));
  return article.blocks.flatMap(({ kind, href, text }) => (kind === 'heading' && href ? [text] : []));
};

describe('the files of an article', () => {
  it('follow its text, but for those that say again in another format what stands before them', () => {
    expect(attached('现将要点印发给你们，请认真贯彻落实。')).toEqual(['plan.docx', 'targets.xlsx']);
  });

  it('are left out where the page itself has their text', () => {
    const own = (files[0]?.blocks ?? []).filter(({ kind }) => kind !== 'table').map(({ text }) => text);
    expect(attached(...own)).toEqual(['targets.xlsx']);
  });
});
