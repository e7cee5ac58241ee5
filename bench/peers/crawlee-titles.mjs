// Fetch the pages of the bench's site with Crawlee and take their titles: node crawlee-titles.mjs FOLDER SITE PAGES
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, site, pages] = process.argv.slice(2);
const { CheerioCrawler, Configuration } = createRequire(join(folder, 'package.json'))('crawlee');
let done = 0;
const crawler = new CheerioCrawler(
  {
    minConcurrency: 8,
    maxConcurrency: 8,
    maxRequestRetries: 0,
    requestHandler: async ({ $ }) => {
      if ($('title').text() !== '') done++;
    },
  },
  new Configuration({ persistStorage: false, logLevel: 'ERROR' }),
);
const start = performance.now();
await crawler.run(Array.from({ length: Number(pages) }, (_, i) => `${site}/t${i}.html`));
console.log(JSON.stringify({ done, seconds: (performance.now() - start) / 1000 }));
process.exit(0);
