import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../pipeline/clean/extract-article.ts';
import { aGovernmentPage } from '../../helpers/pages.ts';

const url = 'http://gov.example/zwgk/2026/t1.html';
const read = (...body: string[]) =>
  extractArticle({ html: aGovernmentPage('云川市2026年工作要点', '2026-01-20', body), url });

describe('a page that only has a file', () => {
  it.each([
    ['shown in a frame', '<iframe src="./files/2026.pdf" width="100%"></iframe>'],
    [
      'shown by a viewer',
      '<iframe src="/pdfjs/web/viewer.html?file=%2Fzwgk%2F2026%2Ffiles%2F2026.pdf"></iframe>',
    ],
    ['embedded', '<embed src="files/2026.pdf" type="application/pdf">'],
    ['as an object', '<object data="files/2026.pdf?v=2"></object>'],
    ['linked', '<a href="files/2026.pdf">2026.pdf</a>'],
    ['handed out by a script', '<a href="/download.jsp?id=7">云川市2026年工作要点.pdf</a>'],
    ['called an annex', '<p>附件：<a href="/downloadFile.do?id=7">云川市2026年重点任务分工表</a></p>'],
    ['counted as an annex', '<p>1.<a href="/download?fileId=7">云川市2026年重点任务分工表</a></p>'],
  ])('is an article: %s', (_, body) => {
    const { kind, blocks } = read(body);
    expect(kind).toBe('article');
    expect(blocks.map(({ kind: is, href }) => [is, href])).toEqual([
      ['attachment', expect.stringMatching(/gov\.example\/(?:zwgk\/2026\/files\/2026\.pdf|download)/)],
    ]);
  });

  it('is not one by a link to a page, or to a program', () => {
    expect(read('<p>附件：<a href="/attach/1.html">云川市2026年重点任务分工表</a></p>').kind).not.toBe(
      'article',
    );
    expect(read('<p><a href="/download/app">下载云川政务客户端</a></p>').kind).not.toBe('article');
  });

  it('is not one by a frame with another page', () => {
    expect(read('<iframe src="/video/player.html"></iframe>').kind).not.toBe('article');
  });
});
