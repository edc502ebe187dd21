// A real browser, and functions that inspect a page in it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const given = JSON.parse(readFileSync(0, "utf8"));
export const requests = new Set();
export const complaints = [];
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const SCHEMES = ["light", "dark"];

export const browser = await chromium.launch({
  executablePath: given.chromium,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

// Open a tab. The content security policy of the pages applies and blocks everything from other hosts.
export async function tab(scheme, viewport) {
  const context = await browser.newContext({ colorScheme: scheme, viewport, reducedMotion: "reduce" });
  context.on("request", (request) => requests.add(request.url()));
  const page = await context.newPage();
  const complain = (said) => complaints.push(`${page.url().slice(given.address.length)}: ${said}`);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complain(message.text());
  });
  page.on("pageerror", complain);
  return page;
}

export const open = (page, path) => page.goto(given.address + path, { waitUntil: "load" });

export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// Switch to the light or the dark colours, as a reader does.
export async function wear(page, scheme) {
  const name = { light: "default", dark: "slate" }[scheme];
  if ((await page.getAttribute("body", "data-md-color-scheme")) === name) return;
  await page.click(`label[title="Use ${scheme} colours"]`);
}

const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const OF_COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

// The violations that axe-core finds: WCAG 2.2, levels A and AA, and good practice. In the dark scheme
// only rules about colours are run; the results of the others are the same.
export async function violations(page, scheme) {
  // The debugger evaluates this, so the policy of the page does not block it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const found = await axe.run(document, { resultTypes: ["violations"], runOnly, preload: false });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id}: ${html.slice(0, 160)} (${why})`;
    }));
  }, scheme === "dark" ? OF_COLOURS : ALL);
}

export const picture = (page, name) => page.screenshot({ path: `${given.pictures}/${name}.png` });
