import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Io } from '../../app/io.ts';
import { answerLines, base64 } from '../../app/jsonl.ts';
import { runCli } from '../helpers/cli.ts';

const schema = z.object({ id: z.unknown(), text: z.string() });

/** What comes out when these bytes come in, in pieces of a few bytes, as pipes cut them anywhere. */
async function answersTo(input: string, options: { mostBytes?: number; pieces?: number } = {}) {
  const { mostBytes, pieces = 7 } = options;
  const bytes = Buffer.from(input);
  const chunks = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, i) =>
    bytes.subarray(i * pieces, (i + 1) * pieces),
  );
  let out = '';
  const stdout = new Writable({
    write(chunk, _, done) {
      out += String(chunk);
      done();
    },
  });
  const io: Pick<Io, 'stdin' | 'stdout'> = { stdin: Readable.from(chunks), stdout };
  await answerLines(io, schema, ({ text }) => ({ text }), mostBytes);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

const badLine = (id: unknown, message: string) => ({
  id,
  error: { code: 'BAD_LINE', message: expect.stringContaining(message) },
});

describe('a stream of JSON lines', () => {
  it('ends a line at a line feed alone, for JSON may hold the other ends of lines as they are', async () => {
    const texts = ['一\u2028二', '三\u2029四', '五\u0085六'];
    const lines = texts.map((text, id) => `{"id":${id},"text":"${text}"}`);
    expect(await answersTo(lines.join('\n'))).toEqual(texts.map((text, id) => ({ id, text })));
  });

  it('takes a byte order mark, CRLF, empty lines and a last line without an end', async () => {
    const input = '\uFEFF{"id":1,"text":"稳"}\r\n\r\n  \n{"id":2,"text":"进"}';
    expect(await answersTo(input)).toEqual([
      { id: 1, text: '稳' },
      { id: 2, text: '进' },
    ]);
  });

  it('answers a line that is too long to hold, and goes on behind it', async () => {
    const input = `{"id":1,"text":"a"}\n{"id":2,"text":"${'b'.repeat(500)}"}\n{"id":3,"text":"c"}\n`;
    expect(await answersTo(input, { mostBytes: 100 })).toEqual([
      { id: 1, text: 'a' },
      badLine(null, 'longer than 100 bytes'),
      { id: 3, text: 'c' },
    ]);
  });

  it('answers a line whose id is too deep to be written back, and goes on behind it', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const answers = await answersTo(`{"id":${deep},"text":"a"}\n{"id":2,"text":"b"}\n`, { pieces: 65_536 });
    expect(answers).toEqual([badLine(null, 'id'), { id: 2, text: 'b' }]);
  });

  it('says which field is wrong, once and in plain words', async () => {
    const answers = await answersTo('{"id":1}\n{"text":"a"}\n[]\n{"id":2,"text":5}\n');
    expect(answers.map(({ error }) => error.message)).toEqual([
      'This line cannot be read (text is missing). Write one JSON object a line.',
      'This line cannot be read (id is missing). Write one JSON object a line.',
      'This line cannot be read (expected object, received array). Write one JSON object a line.',
      'This line cannot be read (text: expected string, received number). Write one JSON object a line.',
    ]);
  });

  it('takes no other bytes for base64 than it has', () => {
    expect(base64.safeParse('5oiR\n5Lus==').success).toBe(true);
    expect(base64.safeParse('%PDF-1.4').success).toBe(false);
  });
});

for (const args of [
  ['clean', 'a.jsonl'],
  ['targets', 'a.jsonl'],
  ['compare', 'a.jsonl'],
]) {
  it(`does not wait at the keyboard when ${args[0]} --jsonl is given a file`, async () => {
    const { code, stderr } = await runCli([...args, '--jsonl']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('JSONL_STDIN') });
  });
}
