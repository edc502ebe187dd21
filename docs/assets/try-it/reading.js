// The reading view: the narrative, then the facts.
import { element } from "./elements.js";

export function readingOf(reading) {
  // No heading level is skipped.
  const heading = reading.title ? "h3" : "h2";
  return element(
    "article",
    { lang: reading.language, dir: "auto" },
    reading.title && element("h2", { class: "title" }, reading.title),
    reading.subtitle && element("p", { class: "subtitle" }, reading.subtitle),
    reading.about.length ? element("p", { class: "aside" }, reading.about.join(" · ")) : "",
    ...reading.sections.map((section) => sectionOf(section, heading)),
    ...reading.facts.map((group) => groupOf(group, heading)),
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

function groupOf({ heading: text, entries }, heading) {
  const facts = entries.filter(({ type }) => type === "fact");
  return element(
    "section",
    {},
    element(heading, {}, text),
    ...entries.filter(({ type }) => type === "quote").map(quoteOf),
    ...entries.filter(({ type }) => type === "treaty").map((treaty) => treatyOf(treaty, heading)),
    facts.length ? element("ul", {}, ...facts.map((fact) => element("li", {}, ...factOf(fact)))) : "",
  );
}

function quoteOf(quote) {
  return element(
    "figure",
    { class: "quote" },
    element("blockquote", {}, ...quote.passages.map((passage) => element("p", {}, passage))),
    element("figcaption", {}, [quote.speakers, ...quote.details].filter(Boolean).join(" · ")),
  );
}

function factOf(fact) {
  return [
    fact.day && `${fact.day} `,
    element("strong", {}, fact.title),
    fact.details.length ? ` · ${fact.details.join(" · ")}` : "",
  ];
}

function treatyOf(treaty, heading) {
  const as_of = treaty.day ? ` on ${treaty.day}` : "";
  return element(
    "section",
    { class: "treaty" },
    element(heading === "h2" ? "h3" : "h4", {}, treaty.title),
    element("p", {}, element("strong", { class: "stage" }, treaty.stage), as_of),
    treaty.parties.length ? element("p", { class: "aside" }, treaty.parties.join(" · ")) : "",
    element("ol", { class: "timeline" }, ...treaty.steps.map(stepOf)),
  );
}

function stepOf(step) {
  return element(
    "li",
    { class: step.status === "completed" ? "done" : "open" },
    element("span", { class: "day" }, step.day || "no date"),
    element("span", { class: "kind" }, step.title),
    step.details.length ? element("span", { class: "aside" }, step.details.join(" · ")) : "",
  );
}
