// Fetch the pages of the bench's site with Crawlee and take their titles: node crawlee-titles.mjs FOLDER SITE PAGES [tuned]
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, site, pages, tuned] = process.argv.slice(2);
const { CheerioCrawler, Configuration } = createRequire(join(folder, 'package.json'))('crawlee');
let done = 0;
const options = {
  maxConcurrency: 8,
  requestHandler: ({ $ }) => {
    if ($('title').text() !== '') done++;
  },
};
// As its documentation shows it; tuned, it begins with all fetches at once and keeps nothing of its queue on disk.
const crawler = tuned
  ? new CheerioCrawler(
      { ...options, minConcurrency: 8 },
      new Configuration({ persistStorage: false, logLevel: 'ERROR' }),
    )
  : new CheerioCrawler(options, new Configuration({ logLevel: 'ERROR' }));
const start = performance.now();
await crawler.run(Array.from({ length: Number(pages) }, (_, i) => `${site}/t${i}.html`));
console.log(JSON.stringify({ done, seconds: (performance.now() - start) / 1000 }));
process.exit(0);
