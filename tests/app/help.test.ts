import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Io } from '../../app/io.ts';
import { runProgram } from '../../app/program.ts';
import { runCli } from '../helpers/cli.ts';

async function help(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const out = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const io: Io = {
    stdin: Readable.from([]),
    stdout: out,
    stderr: out,
    env: {},
    cwd: '/',
    interactive: false,
    columns: 100,
    pid: 1,
    isAlive: () => false,
    onStop: () => {},
  };
  return { code: await runProgram([...args, '--help'], io), text };
}

const { text: whole } = await help();
const names = [...whole.matchAll(/^ {2}([a-z]+) (?:\[options\]|<|\[)/gm)].map(([, name]) => String(name));

describe('help', () => {
  it('lists the commands, the way from nothing to a mail, and what the exit codes mean', () => {
    expect(names).toEqual(
      expect.arrayContaining(['demo', 'init', 'check', 'crawl', 'serve', 'notify', 'status']),
    );
    expect(whole).toMatch(/planwatch init.*planwatch check.*planwatch subscribe.*planwatch serve/s);
    expect(whole).toContain('0 done, 1 failed, 2 bad usage or configuration');
  });

  it.each(names.filter((name) => name !== 'help'))('of %s shows how people use it', async (name) => {
    const { code, text } = await help(name);
    expect(code).toBe(0);
    expect(text).toMatch(new RegExp(`Examples:\n +planwatch ${name}`));
  });
});

it('says which Node it needs, to one that is too old', async () => {
  const old = "Object.defineProperty(process,'versions',{value:{node:'20.1.0'}})";
  const { code, stderr } = await runCli(['--version'], {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` },
  });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('It needs Node 24') });
});
