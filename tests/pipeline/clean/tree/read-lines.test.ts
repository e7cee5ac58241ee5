import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../../pipeline/clean/tree/line.ts';
import { parsePage } from '../../../../pipeline/clean/tree/parse-page.ts';
import { readLines } from '../../../../pipeline/clean/tree/read-lines.ts';

const linesOf = (html: string) => readLines(parsePage(html).document).lines;

describe('the lines of a page', () => {
  it('give the address of a link without text to no other line', () => {
    const lines = linesOf('<div><a href="/top.html"></a></div><p>云川市公布今年计划。</p>');
    expect(lines.map(({ text, hrefs }) => ({ text, hrefs }))).toEqual([
      { text: '云川市公布今年计划。', hrefs: [] },
    ]);
  });

  it('come apart where inline elements begin and end', () => {
    const [line] = linesOf('<p><span>来源：云川日报</span><i></i><b>2026-03-05</b> 王小文</p>');
    expect(line && partsOf(line)).toEqual(['来源：云川日报', '2026-03-05', '王小文']);
  });

  it('are one piece where an inline element is all there is of them', () => {
    const [line] = linesOf('<li><a href="/a.html">关于开展检查的通知</a></li>');
    expect(line?.raw).toBe('关于开展检查的通知');
    expect(line && partsOf(line)).toEqual(['关于开展检查的通知']);
  });

  it('stand in boxes named in lower case, each with the role of its name', () => {
    const { boxes } = readLines(
      parsePage('<div class="Main" id="Zoom">一</div><div>二</div><nav class="Main">三</nav>').document,
    );
    const named = boxes.slice(1).map(({ mark, role }) => [mark, role]);
    expect(named).toEqual([
      [' main zoom ', 'content'],
      ['', 'plain'],
      [' main  ', 'chrome'],
    ]);
  });
});
