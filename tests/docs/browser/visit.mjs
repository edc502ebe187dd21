// A walk through the built manual with one real browser; tells what it saw as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const given = JSON.parse(readFileSync(0, "utf8"));

const seen = { requests: new Set(), console: [], pages: {}, pictures: [] };
const browser = await chromium.launch({
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

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

async function open(path, scheme, viewport) {
  // The content policy of the pages keeps out what a page does not bring itself, axe too.
  const context = await browser.newContext({ colorScheme: scheme, viewport, bypassCSP: false });
  const page = await context.newPage();
  context.on("request", (request) => seen.requests.add(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.console.push(`${path}: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.console.push(`${path}: ${error}`));
  await page.goto(given.address + path, { waitUntil: "load" });
  return page;
}

async function violations(page) {
  // Evaluated by the debugger, which no policy of the page forbids.
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} (${node.any.map(({ message }) => message).join("; ")})`));
}

async function picture(page, name) {
  await page.screenshot({ path: `${given.pictures}/${name}.png` });
  seen.pictures.push(name);
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const state = (page, words) =>
  page.waitForFunction((said) => document.getElementById("try-state").textContent.includes(said), words, { timeout: 90_000 });

async function tryIt() {
  const told = {};
  const page = await open("try-it.html", "light", DESKTOP);
  let began = Date.now();
  await state(page, "Read as");
  told.startMilliseconds = Date.now() - began;
  told.stateOfExample = await page.textContent("#try-state");
  told.findingOfExample = await page.textContent("#try-findings li");
  await picture(page, "try-it-findings");

  // A finding leads to its place.
  await page.click("#try-findings .place");
  told.selected = await page.evaluate(() => {
    const input = document.getElementById("try-input");
    return input.value.slice(input.selectionStart, input.selectionEnd);
  });

  // Type a brief with a slip, as a person does.
  await page.fill("#try-input", "");
  await page.locator("#try-input").pressSequentially(
    "---\nschema_version: '1.0'\nquotes:\n  - {speakers: [stubb], mode: direct, text: Soon.}\n---\n");
  await page.locator("#try-findings", { hasText: "reference_unknown" }).waitFor();
  told.findingOfTyped = await page.textContent("#try-findings li");

  // Hostile text is text.
  const hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
  page.on("dialog", (dialog) => { told.dialog = dialog.message(); dialog.dismiss(); });
  await page.fill("#try-input", `# Talks ${hostile}\n\n${hostile}\n\nA [link](javascript:alert(3)) and ![an image](http://example.org/a.png).\n`);
  await page.locator("#try-findings", { hasText: "HYG006" }).waitFor();
  await page.click("#try-tab-reading");
  told.hostileReading = await page.textContent("#try-reading");
  told.hostileElements = await page.locator(".try-answer :is(img, script, a, iframe, svg, [onerror])").count();
  await page.click("#try-tab-other");
  told.hostileJson = await page.textContent("#try-other pre");
  await page.click("#try-other button");
  await state(page, "Read as JSON");
  told.hostileElements += await page.locator(".try-answer :is(img, script, a, iframe, svg, [onerror])").count();

  // Another example, another format; the pages of it by keyboard alone.
  await page.selectOption("#try-example", "prespa-agreement.md");
  await state(page, "Read as Markdown");
  await page.focus("#try-tab-other");
  await page.keyboard.press("ArrowRight");
  told.timeline = await page.locator("#try-reading .timeline li").allInnerTexts();
  await picture(page, "try-it-reading");
  await page.focus("#try-example");
  const passed = [];
  while (passed.length < 12 && passed.at(-1) !== "try-reading") {
    await page.keyboard.press("Tab");
    passed.push(await page.evaluate(() => document.activeElement.id));
  }
  told.tabOrder = passed.filter((id) => id.startsWith("try-"));

  // Typing never waits: keys are taken while a large text is looked at, and the newest text wins.
  const paragraphs = Array.from({ length: 3_000 }, (_, index) => `Paragraph ${index}.`).join("\n\n");
  await page.evaluate((text) => {
    const input = document.getElementById("try-input");
    input.value = text;
    input.dispatchEvent(new Event("input"));
  }, paragraphs);
  await state(page, "Checking");
  began = Date.now();
  await page.locator("#try-input").press("Control+A");
  await page.keyboard.insertText("## {.nonsense}\n");
  told.keyMilliseconds = Date.now() - began;
  await state(page, "1 error");
  told.findingOfNewest = await page.textContent("#try-findings li");

  for (const scheme of ["light", "dark"]) {
    if (scheme === "dark") await page.click("label[title='Use dark colours']");
    for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      await page.setViewportSize(viewport);
      await page.selectOption("#try-example", "finland-nato.txt");
      await page.selectOption("#try-example", "finland-nato.md");
      await state(page, "Read as Markdown: 1");
      for (const tab of ["other", "reading", "findings"]) {
        await page.click(`#try-tab-${tab}`);
        const name = `try-it-${tab}-${scheme}-${size}`;
        // Contrast is a matter of the scheme and width of the size: two of the four views show both.
        const close = (scheme === "light") === (size === "phone");
        seen.pages[name] = {
          violations: close ? await violations(page) : [],
          overflow: await overflow(page),
        };
        if (close) await picture(page, name);
      }
    }
  }
  await page.context().close();
  return told;
}

async function walk() {
  // Every page at a phone's width; one of each sort is looked at closely, in both schemes.
  const sorts = ["index.html", "tutorial.html", "reference/model.html", "reference/format.html"];
  const views = [["light", "phone", PHONE, given.pages], ["dark", "desktop", DESKTOP, sorts]];
  for (const [scheme, size, viewport, paths] of views) {
    const page = await open("index.html", scheme, viewport);
    for (const path of paths) {
      await page.goto(given.address + path, { waitUntil: "load" });
      const name = `${path.replaceAll("/", "-").replace(".html", "")}-${scheme}-${size}`;
      seen.pages[name] = { overflow: await overflow(page), violations: [] };
      if (!sorts.includes(path)) continue;
      seen.pages[name].violations = await violations(page);
      await picture(page, name);
    }
    await page.context().close();
  }
}

async function search() {
  const page = await open("index.html", "light", DESKTOP);
  await page.click('[data-md-component="search-query"]');
  await page.keyboard.type("evidence");
  await page.waitForSelector(".md-search-result__link", { state: "attached", timeout: 30_000 });
  const results = await page.locator(".md-search-result__link").count();
  await page.context().close();
  return results;
}

seen.seconds = {};
for (const [name, visit] of Object.entries({ search, tryIt, walk })) {
  const began = Date.now();
  seen[name] = await visit();
  seen.seconds[name] = (Date.now() - began) / 1000;
}
await browser.close();
seen.requests = [...seen.requests];

process.stdout.write(JSON.stringify(seen));
