/** How people use each command, in lines that can be copied: what its help ends with. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  demo: ['demo', 'demo --once --language en'],
  init: [
    'init watch',
    'init .    # after an upgrade: new starter sources, new schemas; files that are there stay',
  ],
  check: [
    'check --offline    # is the configuration right?',
    'check qingdao-drc --samples 5    # what would be kept of this source?',
  ],
  subscribe: [
    'subscribe you@example.org',
    'subscribe you@example.org --region 山东省 --word 就业 --word 粮食',
    'subscribe    # lists the subscribers',
  ],
  crawl: ['crawl', 'crawl qingdao-drc jinan-gov', 'crawl --recheck    # documents that are not due, too'],
  notify: [
    'notify --preview    # what would be sent now',
    'notify',
    'notify --resend ID    # ID as in status',
  ],
  serve: ['serve', 'serve --role web    # the web page alone'],
  status: ['status', 'status --json'],
  accept: [
    'accept    # what is held back, and why',
    'accept https://www.example.gov.cn/zwgk/t20260120_1.html    # after you looked at it',
  ],
  history: ['history https://www.example.gov.cn/zwgk/t20260120_1.html'],
  show: ['show https://www.example.gov.cn/zwgk/t20260120_1.html 1    # its first version'],
  diff: ['diff https://www.example.gov.cn/zwgk/t20260120_1.html    # its last two versions'],
  clean: [
    'clean page.html',
    'clean https://www.example.gov.cn/zwgk/t20260120_1.html --preview',
    'clean page.html --explain > why.html    # what was removed, and why',
    'clean --jsonl < pages.jsonl > articles.jsonl',
  ],
  targets: [
    'targets report.txt',
    'targets page.html --all --json',
    'targets --jsonl < plans.jsonl > targets.jsonl',
  ],
  compare: ['compare 2025.txt 2026.txt', 'compare --jsonl < pairs.jsonl > changes.jsonl'],
  reprocess: ['reprocess --dry-run', 'reprocess'],
  migrate: ['migrate'],
};

/** What the help of the program ends with: the way from nothing to a mail. */
export const START = `
To begin:
  planwatch demo                        # the whole way, offline
  planwatch init watch                  # settings and a starter set of sources; then, in that folder:
  planwatch check                       # does each source work?
  planwatch subscribe you@example.org   # who gets mail
  planwatch serve                       # crawls and mails on schedule, shows the web page

Exit codes: 0 done, 1 failed, 2 bad usage or configuration. "planwatch COMMAND --help" shows examples.`;

/** The examples of a command; nothing for one that has none. */
export function examplesOf(command: string): string {
  const lines = EXAMPLES[command] ?? [];
  return lines.length === 0 ? '' : `\nExamples:\n${lines.map((line) => `  planwatch ${line}`).join('\n')}`;
}
