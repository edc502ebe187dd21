// The reading view: the narrative, what was said, and how far each treaty has come.
import { element } from "./elements.js";

export function readingOf(reading) {
  // Headings leave out no level.
  const heading = reading.title ? "h3" : "h2";
  return element(
    "article",
    { lang: reading.language, dir: "auto" },
    reading.title && element("h2", { class: "title" }, reading.title),
    reading.subtitle && element("p", { class: "subtitle" }, reading.subtitle),
    reading.about.length ? element("p", { class: "aside" }, reading.about.join(" · ")) : "",
    ...reading.sections.map((section) => sectionOf(section, heading)),
    ...(reading.quotes.length ? [element(heading, {}, "Statements"), ...reading.quotes.map(quoteOf)] : []),
    ...reading.treaties.map((treaty) => treatyOf(treaty, heading)),
  );
}

function sectionOf(section, heading) {
  return element(
    "section",
    { lang: section.language, dir: "auto" },
    section.heading && element(heading, {}, section.heading),
    ...section.blocks.map(blockOf),
  );
}

function blockOf(block) {
  if (block.type === "paragraph") return element("p", {}, block.text);
  if (block.type === "markdown") return element("pre", { tabindex: "0" }, block.text);
  const items = block.items.map((item) => element("li", {}, item));
  if (block.type === "numbered") return element("ol", { start: block.start }, ...items);
  return element("ul", {}, ...items);
}

function quoteOf(quote) {
  const text = quote.mode === "indirect" ? quote.text : `“${quote.text}”`;
  return element(
    "figure",
    { class: "quote" },
    element("blockquote", {}, element("p", {}, text)),
    element("figcaption", {}, [quote.speakers, quote.mode, quote.stance].filter(Boolean).join(" · ")),
  );
}

function treatyOf(treaty, heading) {
  const as_of = treaty.day ? ` on ${treaty.day}` : "";
  return element(
    "section",
    { class: "treaty" },
    element(heading, {}, treaty.title),
    element("p", {}, element("strong", { class: "stage" }, treaty.stage), as_of),
    treaty.parties.length
      ? element("p", { class: "aside" }, treaty.parties.map(({ name, stage }) => `${name}: ${stage}`).join(" · "))
      : "",
    element("ol", { class: "timeline" }, ...treaty.steps.map(stepOf)),
  );
}

function stepOf(step) {
  return element(
    "li",
    { class: step.status === "completed" ? "done" : "open" },
    element("span", { class: "day" }, step.day),
    element("span", { class: "kind" }, step.kind, " ", element("span", { class: "status" }, step.status)),
    step.said.length ? element("span", { class: "aside" }, step.said.join(" · ")) : "",
  );
}
