import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ExtractError } from '../../../core/errors.ts';
import { readDocument } from '../../../pipeline/documents/read-document.ts';
import { docxOf, ofdOf, zipOf } from '../../helpers/archives.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/attachments', name));

const outline = async (bytes: Uint8Array) =>
  (await readDocument(bytes)).blocks.map((block) =>
    block.kind === 'heading' ? `${'#'.repeat(block.level ?? 0)} ${block.text}` : block.text,
  );

const TABLE = `类别	序号	指标	单位	2025年	2030年	年均增长〔累计〕	属性
经济发展	1	地区生产总值增速	%	5.6	—	5.5左右	预期性
	2	全员劳动生产率	万元/人	14.2	18.5	5.4%	预期性
	3	常住人口城镇化率	%	63.8	68	〔4.2〕	预期性
民生福祉	4	劳动年龄人口平均受教育年限	年	11.3	>11.8	〔0.5〕	约束性
	5	每千人口执业（助理）医师数	人	3.2	3.9	—	预期性`;

describe('a plan that another program wrote', () => {
  for (const name of ['plan.docx', 'plan.doc', 'plan.rtf', 'plan.odt', 'plan.pdf'])
    it(`has its headings, whole paragraphs and its table of indicators in ${name}`, async () => {
      const { kind, blocks } = await readDocument(fixture(name));
      expect(name).toContain(kind);
      const texts = blocks.map(({ text }) => text);
      expect(
        blocks
          .filter((block) => block.kind === 'heading')
          .map(({ text }) => text)
          .slice(0, 5),
      ).toEqual([
        '云川市2026年政府工作要点',
        '一、主要预期目标',
        '二、重点任务',
        '（一）扩大有效投资',
        '（二）保障改善民生',
      ]);
      expect(texts).toContain(
        '实施市级重点项目260个，年度完成投资480亿元。新开工城市更新项目35个，改造老旧小区84个，惠及居民1.9万户。',
      );
      expect(texts).toContain(TABLE);
    });

  for (const name of ['targets.xlsx', 'targets.xls', 'targets.ods'])
    it(`has the line above its table apart in ${name}`, async () => {
      expect(await outline(fixture(name))).toEqual([
        '云川市2026年重点指标计划表',
        '序号\t指标名称\t计量单位\t2025年完成\t2026年计划\n1\t地区生产总值\t亿元\t2310.5\t2440\n2\t城镇新增就业\t万人\t6.05\t6.2\n3\t森林覆盖率\t%\t41.2\t41.5',
      ]);
    });

  it('is refused in words where it is locked or a scan', async () => {
    await expect(readDocument(fixture('encrypted.pdf'))).rejects.toMatchObject({
      code: 'ATTACHMENT_ENCRYPTED',
    });
    await expect(readDocument(fixture('scan.pdf'))).rejects.toMatchObject({
      code: 'ATTACHMENT_SCANNED',
      message: expect.stringContaining('1 page of pictures without text'),
    });
  });
});

describe('an RTF file', () => {
  const gbk = (text: string) =>
    encode(text, 'gb18030')
      .toString('latin1')
      .replace(/[^ -~]/g, (byte) => `\\'${byte.charCodeAt(0).toString(16)}`);
  const rtf = (body: string, head = '\\ansi\\ansicpg936') => Buffer.from(`{\\rtf1${head}${body}}`, 'latin1');

  it('is read by its code page, and by the character set of each font', async () => {
    expect(await outline(rtf(`${gbk('政府工作要点')}\\par`))).toEqual(['政府工作要点']);
    const fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f13\\fcharset134 \\'cb\\'ce;}}";
    const body = `${fonts}\\loch\\af0\\hich\\af0\\dbch\\af13 ${gbk('就业')}{\\f0 GDP \\'b1}${gbk('增长')}\\par`;
    expect(await outline(rtf(body, '\\ansi\\ansicpg1252'))).toEqual(['就业GDP ±增长']);
  });

  it('says each character once, in Unicode or for programs that do not know it', async () => {
    const body =
      "\\uc1\\u22686\\'d4?\\u-28435 ?{\\uc2\\u53\\'a3\\'b5}{\\uc0\\u37}\\ldblquote a\\rdblquote\\par";
    expect(await outline(rtf(body))).toEqual(['增?郭5%“a”']);
  });

  it('has no heads, feet, notes, pictures, properties and hidden words in its text', async () => {
    const body = `{\\info{\\title ${gbk('草稿')}}}{\\*\\generator X;}{\\header ${gbk('内部')}\\par}${gbk('增长5%')}{\\v ${gbk('删')}}{\\pict\\bin4 }}}}}{\\footnote 1}${gbk('。')}\\par{\\footer 2}\\pard {\\field{\\*\\fldinst PAGE}{\\fldrslt ${gbk('第一页')}}}`;
    expect(await outline(rtf(body))).toEqual(['增长5%。', '第一页']);
  });

  it('keeps cells in their columns, over columns and rows that they span', async () => {
    const row = (cells: readonly (readonly [string, number, string?])[]) =>
      `\\trowd${cells.map(([, right, span = '']) => `${span}\\cellx${right}`).join('')}\\pard\\intbl ${cells.map(([text]) => `${gbk(text)}\\cell `).join('')}\\row\n`;
    const body = [
      row([
        ['指标', 1000, '\\clvmgf'],
        ['2026年', 3000],
      ]),
      row([
        ['', 1010, '\\clvmrg'],
        ['目标', 2000],
        ['单位', 2990],
      ]),
      row([
        ['新增就业', 1000],
        ['6.2', 2010],
        ['万人', 3000],
      ]),
      '\\pard ',
      gbk('完。'),
    ].join('');
    const { blocks } = await readDocument(rtf(body));
    expect(blocks.map(({ rows, text }) => rows ?? text)).toEqual([
      [
        ['指标', '2026年', '2026年'],
        ['指标', '目标', '单位'],
        ['新增就业', '6.2', '万人'],
      ],
      '完。',
    ]);
  });

  it('that is broken or hostile is read as far as it goes, in time', async () => {
    expect(await outline(rtf(`}}}\\constructor ${gbk('增长')}\\`))).toEqual(['增长}']);
    for (const piece of [
      '{',
      '}',
      '\\',
      "\\'",
      '\\u1',
      '\\cell',
      '\\trowd\\cellx1\\cell\\row',
      'a',
      '\\bin-9 ',
    ]) {
      const body = piece.repeat(Math.ceil(2_000_000 / piece.length));
      const start = process.cpuUsage();
      await readDocument(rtf(body)).catch((error: unknown) => expect(error).toBeInstanceOf(ExtractError));
      const { user, system } = process.cpuUsage(start);
      expect([piece, (user + system) / 1e6 < 4]).toEqual([piece, true]);
    }
  });
});

describe('an OpenDocument', () => {
  const zipped = (parts: Record<string, string>) =>
    zipOf(Object.entries(parts).map(([name, body]) => ({ name, body })));
  const odf = (body: string, styles = '', more: Record<string, string> = {}) =>
    zipped({
      'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
      'META-INF/manifest.xml': '<manifest:manifest/>',
      ...more,
    });
  const text = (body: string, styles = '', more = {}) =>
    odf(`<office:text>${body}</office:text>`, styles, more);
  const sheet = (rows: string) =>
    odf(`<office:spreadsheet><table:table table:name="一">${rows}</table:table></office:spreadsheet>`);

  it('gets back the numbers that the word processor counts itself', async () => {
    expect(await outline(fixture('numbered.odt'))).toEqual([
      '# 云川市2026年工作要点',
      '## 一、主要目标',
      '（一）稳增长。地区生产总值增长5%左右。',
      '（二）促就业。城镇新增就业6万人。',
      '中间一段没有编号。',
      '## 二、重点任务',
      '### （一）强产业',
      '1.新建项目30个。',
      '2.改造企业20家。',
      '尾 段',
      '第二行。',
    ]);
  });

  it('counts headings by their outline, levels together, from where it is told', async () => {
    const level = (n: number, more: string) =>
      `<text:outline-level-style text:level="${n}" style:num-format="1" ${more}/>`;
    const styles = `<text:outline-style>${level(1, 'style:num-prefix="第" style:num-suffix="章　"')}${level(2, 'text:display-levels="2" style:num-suffix=" "')}</text:outline-style>`;
    const h = (n: number, name: string, more = '') =>
      `<text:h text:outline-level="${n}" ${more}>${name}</text:h>`;
    const body =
      h(1, '目标') + h(2, '增长') + h(2, '就业') + h(1, '附则', 'text:start-value="9"') + h(2, '期限');
    expect(await outline(text(body, styles))).toEqual([
      '# 第1章　目标',
      '## 1.1 增长',
      '## 1.2 就业',
      '# 第9章　附则',
      '## 9.1 期限',
    ]);
  });

  it('leaves out what is hidden, deleted, noted or an index, in texts and sheets', async () => {
    const styles = '<style:style style:name="T9"><style:text-properties text:display="none"/></style:style>';
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>增长6%</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:table-of-content><text:index-body><text:p>一、目标 1</text:p></text:index-body></text:table-of-content>' +
      '<text:p>财政收入增长5%<text:span text:style-name="T9">（内部）</text:span><office:annotation><text:p>批注</text:p></office:annotation>左右。</text:p>' +
      '<text:p text:style-name="T9">内部</text:p><text:section text:display="none"><text:p>内部</text:p></text:section>' +
      '<text:p><draw:frame><draw:text-box><text:p>框内一行。</text:p></draw:text-box></draw:frame></text:p>';
    expect(await outline(text(body, styles))).toEqual(['财政收入增长5%左右。', '框内一行。']);
    expect(await outline(fixture('hidden.ods'))).toEqual([
      '云川市2026年指标表',
      '指标\t2026年\n增速\t5.5%\n同\t同\n同\t同',
    ]);
  });

  it('keeps cells over several rows and columns together', async () => {
    const cell = (name: string, more = '') =>
      `<table:table-cell ${more}><text:p>${name}</text:p></table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const body = `<table:table><table:table-header-rows><table:table-row>${cell('类别', 'table:number-rows-spanned="2"')}${cell('目标', 'table:number-columns-spanned="2"')}${covered}</table:table-row></table:table-header-rows><table:table-row>${covered}${cell('2025年')}${cell('2030年')}</table:table-row></table:table>`;
    expect((await readDocument(text(body))).blocks[0]?.rows).toEqual([
      ['类别', '目标', '目标'],
      ['类别', '2025年', '2030年'],
    ]);
  });

  it('is refused in words where it is locked, neither text nor sheets, or empty', async () => {
    const locked =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const faults = [
      [text('<text:p>密</text:p>', '', { 'META-INF/manifest.xml': locked }), 'ATTACHMENT_ENCRYPTED'],
      [zipped({ 'META-INF/manifest.xml': '<m/>', 'encrypted-package': 'x' }), 'ATTACHMENT_ENCRYPTED'],
      [odf('<office:presentation/>'), 'ATTACHMENT_UNSUPPORTED'],
      [text(''), 'ATTACHMENT_SCANNED'],
      [zipped({ 'META-INF/manifest.xml': '<m/>', 'content.xml': 'no' }), 'ATTACHMENT_UNREADABLE'],
    ] as const;
    for (const [bytes, code] of faults) await expect(readDocument(bytes)).rejects.toMatchObject({ code });
  });

  it('may claim what it likes of its size', async () => {
    const start = performance.now();
    const cell = (more: string) => `<table:table-cell ${more}><text:p>1</text:p></table:table-cell>`;
    const bombs = [
      sheet(`<table:table-row table:number-rows-repeated="1048576">${cell('')}${cell('')}</table:table-row>`),
      sheet(`<table:table-row>${cell('table:number-columns-repeated="99999999"')}</table:table-row>`),
    ];
    for (const bomb of bombs)
      await expect(readDocument(bomb)).rejects.toMatchObject({ code: 'ATTACHMENT_TOO_LARGE' });
    const wide = `<table:table-row>${cell('table:number-rows-spanned="9999999" table:number-columns-spanned="9999999"')}${cell('')}</table:table-row>`;
    expect(await outline(sheet(wide))).toEqual(['1\t1']);
    await expect(readDocument(text(`<table:table>${wide}</table:table>`))).rejects.toMatchObject({
      code: 'ATTACHMENT_TOO_LARGE',
    });
    const empty =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect(await outline(sheet(`${empty}<table:table-row>${cell('')}${cell('')}</table:table-row>`))).toEqual(
      ['1\t1'],
    );
    expect(await outline(text(`<text:p>长<text:s text:c="999999999"/>空</text:p>`))).toEqual(['长 空']);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a Word document', () => {
  const p = (text: string, properties = '') =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it('gets back the numbers that the word processor counts itself', async () => {
    const levels =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>';
    const numbering = `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`;
    const at = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`;
    const body =
      p('主要目标', at(0)) +
      p('稳增长', at(1)) +
      p('促就业', at(1)) +
      p('重点任务', at(0)) +
      p('强产业', at(1));
    expect(await outline(docxOf(body, numbering))).toEqual([
      '## 一、主要目标',
      '### （一）稳增长',
      '### （二）促就业',
      '## 二、重点任务',
      '### （一）强产业',
    ]);
  });

  it('leaves out what is deleted, hidden or only an instruction', async () => {
    const body =
      '<w:p><w:r><w:t>财政收入增长</w:t></w:r><w:del><w:r><w:delText>6%</w:delText></w:r></w:del><w:ins><w:r><w:t>5%</w:t></w:r></w:ins>' +
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>（内部）</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>左右。</w:t></w:r></w:p>';
    expect(await outline(docxOf(body))).toEqual(['财政收入增长5%左右。']);
  });

  it('keeps cells over several rows and columns together', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const rows = [
      cell('类别', '<w:vMerge w:val="restart"/>') + cell('目标', '<w:gridSpan w:val="2"/>'),
      cell('', '<w:vMerge/>') + cell('2025年') + cell('2030年'),
    ];
    const body = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    const [table] = (await readDocument(docxOf(body))).blocks;
    expect(table?.rows).toEqual([
      ['类别', '目标', '目标'],
      ['类别', '2025年', '2030年'],
    ]);
    expect(table?.text).toBe('类别\t目标\t\n\t2025年\t2030年');
  });

  it('knows no entities but those of XML', async () => {
    const lol = `<!DOCTYPE d [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const body = `${lol}<w:document xmlns:w="w"><w:body>${p('甲&b;乙&f;丙&amp;丁')}</w:body></w:document>`;
    const text = (await outline(zipOf([{ name: 'word/document.xml', body }]))).join('');
    expect(text).toContain('丙&丁');
    expect(text).not.toMatch(/哈哈|root:/);
  });
});

describe('an OFD', () => {
  it('is read like paper: paragraphs over lines, page numbers off, drawn tables', async () => {
    const [top, middle, bottom] = [120, 130, 140];
    const [left, first, second, right] = [20, 80, 120, 160];
    const across = [top, middle, bottom].map((y) => `M ${left} ${y} L ${right} ${y}`);
    const down = [left, first, second, right].map((x) => `M ${x} ${top} L ${x} ${bottom}`);
    const bytes = ofdOf(
      [
        { text: '一、总体目标', x: 20, y: 60 },
        { text: '坚持稳中求进工作总基调，着力稳就业、稳企业、稳市场、稳预期，推动', x: 28, y: 70 },
        { text: '全市经济实现质的有效提升，地区生产总值增长５％。', x: 20, y: 77 },
        { text: '指标', x: 22, y: 126 },
        { text: '2025年', x: 82, y: 126 },
        { text: '2026年', x: 122, y: 126 },
        { text: '粮食产量（万吨）', x: 22, y: 136 },
        { text: '120', x: 82, y: 136 },
        { text: '121', x: 122, y: 136 },
        { text: '—3—', x: 100, y: 285 },
      ],
      [...across, ...down],
    );
    expect(await outline(bytes)).toEqual([
      '## 一、总体目标',
      '坚持稳中求进工作总基调，着力稳就业、稳企业、稳市场、稳预期，推动全市经济实现质的有效提升，地区生产总值增长５％。',
      '指标\t2025年\t2026年\n粮食产量（万吨）\t120\t121',
    ]);
  });
});

describe('a workbook', () => {
  it('shows values as its reader sees them, and nothing of hidden sheets', async () => {
    const sheet = utils.aoa_to_sheet([
      ['指标', '2026年'],
      ['研发投入强度', 0.0255],
    ]);
    sheet.B2 = { t: 'n', v: 0.0255, z: '0.00%' };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '目标');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['底稿', '1']]), '底稿');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    for (const bookType of ['xlsx', 'biff8'] as const)
      expect(await outline(write(book, { type: 'buffer', bookType }))).toEqual([
        '指标\t2026年\n研发投入强度\t2.55%',
      ]);
  });
});

describe('an archive', () => {
  it('has its documents under their names, also where these are GBK and lead elsewhere', async () => {
    const gbk = Buffer.from([0xb8, 0xbd, 0xbc, 0xfe]); // 附件
    const bytes = zipOf([
      {
        name: Buffer.concat([Buffer.from('../../etc/'), gbk, Buffer.from('1.docx')]),
        body: docxOf('<w:p><w:r><w:t>正文。</w:t></w:r></w:p>'),
      },
      { name: '说明.txt', body: '无' },
    ]);
    const { kind, blocks, faults } = await readDocument(bytes);
    expect(kind).toBe('zip');
    expect(blocks.map(({ text }) => text)).toEqual(['附件1.docx', '正文。']);
    expect(faults).toMatchObject([
      { code: 'ATTACHMENT_UNSUPPORTED', message: expect.stringContaining('说明.txt') },
    ]);
  });

  it('inside an archive stays closed', async () => {
    const inner = zipOf([{ name: 'a.docx', body: docxOf('<w:p/>') }]);
    await expect(readDocument(zipOf([{ name: 'inner.zip', body: inner }]))).rejects.toMatchObject({
      code: 'ATTACHMENT_UNSUPPORTED',
    });
  });
});
