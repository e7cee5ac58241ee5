import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../pipeline/documents/read-document.ts';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document>
<title>方案</title><style><!-- p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN><div class=Section1>
<p class=MsoNormal align=center style='text-align:center'><b>云川市2026年<span lang=EN-US>5G</span>建设方案<o:p></o:p></b></p>
<p class=MsoNormal>一、总体目标<o:p></o:p></p>
<p class=MsoNormal>全年新建基站<span lang=EN-US>1200</span>个，完成投资<span lang=EN-US>3</span>亿元。<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
</div></body></html>`;

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8></head><body><table>
<tr><td>指标</td><td>单位</td><td>2026年</td></tr><tr><td>城镇新增就业</td><td>万人</td><td x:num>6.2</td></tr></table></body></html>`;

describe('a page that an Office program saved as a document', () => {
  it('has its paragraphs and headings, in its own encoding', async () => {
    const { kind, blocks } = await readDocument(encode(WORD, 'gb18030'));
    expect(kind).toBe('html');
    expect(blocks.map((block) => [block.kind, block.text])).toEqual([
      [expect.any(String), '云川市2026年5G建设方案'],
      ['heading', '一、总体目标'],
      ['paragraph', '全年新建基站1200个，完成投资3亿元。'],
    ]);
  });

  it('has its tables', async () => {
    const { blocks } = await readDocument(Buffer.from(EXCEL));
    expect(blocks).toEqual([
      {
        kind: 'table',
        text: '指标\t单位\t2026年\n城镇新增就业\t万人\t6.2',
        rows: [
          ['指标', '单位', '2026年'],
          ['城镇新增就业', '万人', '6.2'],
        ],
      },
    ]);
  });

  it('is told from any other page', async () => {
    const page = Buffer.from('<!DOCTYPE html><html><body><p>您访问的页面不存在</p></body></html>');
    await expect(readDocument(page)).rejects.toMatchObject({ code: 'ATTACHMENT_UNSUPPORTED' });
  });
});
