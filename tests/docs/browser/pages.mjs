// Visits every page of the site and the search, and a page of each sort in the size of a phone.
import { DESKTOP, PHONE, SCHEMES, given, open, overflow, picture, tab, violations, wear } from "./eyes.mjs";

// Without this, every page builds the search index, which takes longer than the visit.
const NOTHING_TO_SEARCH = {
  config: { lang: ["en"], separator: "\\s+", pipeline: [], fields: { title: { boost: 1 } } },
  docs: [],
};

export async function walk() {
  const seen = {};
  const waiting = [...given.pages];
  const take = async () => {
    const page = await tab("light", PHONE);
    await page.route("**/search_index.json", (route) => route.fulfill({ json: NOTHING_TO_SEARCH }));
    while (waiting.length) await look(page, waiting.shift(), seen);
    await page.context().close();
  };
  await Promise.all([take(), take()]);
  return seen;
}

async function look(page, path, seen) {
  const sort = given.sorts.includes(path);
  await page.setViewportSize(PHONE);
  await open(page, path);
  const widest = await overflow(page);
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    await page.setViewportSize(viewport);
    for (const scheme of SCHEMES) {
      const name = `${path.replaceAll("/", "-").replace(".html", "")}-${scheme}-${size}`;
      seen[name] = size === "phone" ? { overflow: widest } : {};
      // Colours and widths are the same on all pages of a sort; the content is inspected on each page.
      if (!sort && (size === "phone" || scheme === "dark")) continue;
      await wear(page, scheme);
      seen[name].violations = await violations(page, scheme);
      if (sort) await picture(page, name);
    }
  }
}

export async function search() {
  const page = await tab("light", DESKTOP);
  await open(page, "index.html");
  await page.click('[data-md-component="search-query"]');
  await page.keyboard.type("evidence");
  await page.locator(".md-search-result__link").first().waitFor();
  const results = await page.locator(".md-search-result__link").count();
  const seen = { overflow: await overflow(page), violations: await violations(page, "light") };
  await picture(page, "search");
  await page.context().close();
  return { results, seen };
}
