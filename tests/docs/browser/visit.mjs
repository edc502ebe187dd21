// Visits the built site in a real browser, and prints what it saw as JSON.
import { browser, complaints, requests } from "./eyes.mjs";
import { search, walk } from "./pages.mjs";
import { tryIt } from "./try-it.mjs";

const seen = { seconds: {} };
for (const [name, part] of Object.entries({ search, tryIt, walk })) {
  const began = Date.now();
  seen[name] = await part();
  seen.seconds[name] = (Date.now() - began) / 1000;
}
await browser.close();

const pages = { ...seen.walk, ...seen.tryIt.views, search: seen.search.seen };
process.stdout.write(JSON.stringify({ ...seen, pages, requests: [...requests], console: complaints }));
