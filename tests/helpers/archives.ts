import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchiveFile {
  readonly name: string | Buffer;
  readonly body: string | Buffer;
  /** Uncompressed size to claim instead of the true one. */
  readonly claimed?: number;
  readonly encrypted?: boolean;
}

/** A zip archive, honest or not. */
export function zipOf(files: readonly ArchiveFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const body = Buffer.from(file.body);
    const packed = deflateRawSync(body);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(file.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(file.claimed ?? body.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, central, name]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

/** A Word document of the given body, and numbering where it has one. */
export function docxOf(body: string, numbering?: string): Buffer {
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipOf([
    { name: '[Content_Types].xml', body: '<Types/>' },
    { name: 'word/document.xml', body: `<w:document ${space}><w:body>${body}</w:body></w:document>` },
    ...(numbering === undefined
      ? []
      : [{ name: 'word/numbering.xml', body: `<w:numbering ${space}>${numbering}</w:numbering>` }]),
  ]);
}

/** One line of a page of an OFD: its text, and where it begins in millimetres. */
export interface OfdLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** An OFD of one page of A4: lines of text of 4 mm, and drawn lines. */
export function ofdOf(lines: readonly OfdLine[], strokes: readonly string[] = []): Buffer {
  const texts = lines.map(
    ({ text, x, y }, at) =>
      `<ofd:TextObject ID="${at + 10}" Boundary="${x} ${y - 4} 160 6" Font="1" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g ${[...text].length - 1} 4">${text}</ofd:TextCode></ofd:TextObject>`,
  );
  const paths = strokes.map(
    (data, at) =>
      `<ofd:PathObject ID="${at + 500}" Boundary="0 0 210 297" LineWidth="0.2"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`,
  );
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  return zipOf([
    {
      name: 'OFD.xml',
      body: `<ofd:OFD ${space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: 'Doc_0/Document.xml',
      body: `<ofd:Document ${space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`,
    },
    {
      name: 'Doc_0/Pages/Page_0/Content.xml',
      body: `<ofd:Page ${space}><ofd:Content><ofd:Layer ID="2">${texts.join('')}${paths.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
    },
  ]);
}

/** A PDF whose page tree claims so many pages, all of them one empty page. */
export function pdfOf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, () => '3 0 R').join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  return Buffer.from(
    `${body}xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
}
