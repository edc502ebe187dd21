// The findings, each with a button that selects its place in the text.
import { element } from "./elements.js";

export function findingsOf(findings, text, show) {
  if (!findings.length) return element("p", { class: "fine" }, "Nothing found: this is a valid brief.");
  const lines = text.split(/\r\n|\n|\r/);
  return element("ol", { class: "findings" }, ...findings.map((finding) => findingOf(finding, lines, show)));
}

function findingOf(finding, lines, show) {
  const item = element(
    "li",
    { class: finding.severity },
    element(
      "p",
      { class: "head" },
      element("strong", { class: "severity" }, finding.severity),
      " ",
      element("code", {}, finding.code),
      " ",
    ),
    element("p", {}, finding.message),
  );
  if (finding.span) {
    item.firstChild.append(placeOf(finding.span, show));
    item.append(excerptOf(finding.span, lines));
  }
  for (const { message, span } of finding.related) {
    item.append(element("p", {}, "see ", placeOf(span, show), `: ${message}`), excerptOf(span, lines));
  }
  if (finding.hint) item.append(element("p", { class: "hint" }, finding.hint));
  if (finding.path) item.append(element("p", { class: "aside" }, "in ", element("code", {}, finding.path)));
  return item;
}

function placeOf(span, show) {
  const place = element("button", { type: "button", class: "place" }, `line ${span[0]}, column ${span[1]}`);
  place.addEventListener("click", () => show(span));
  return place;
}

function excerptOf([line, column, endLine, endColumn], lines) {
  // Columns count code points.
  const characters = [...(lines[line - 1] ?? "")];
  const end = endLine === line ? endColumn - 1 : characters.length;
  const [before, marked, after] = [
    characters.slice(0, column - 1),
    characters.slice(column - 1, end),
    characters.slice(end),
  ].map((part) => part.join(""));
  return element(
    "pre",
    { class: "excerpt", tabindex: "0", role: "group", "aria-label": `Line ${line}` },
    element("span", { class: "number" }, `${line} `),
    before.trimStart(),
    element("mark", {}, marked),
    after,
  );
}

// The offset of a line and column in a text, in UTF-16 units, as the browser counts.
export function offsetOf(text, line, column) {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((found) => found.index + found[0].length)];
  const start = starts[Math.min(line, starts.length) - 1];
  const rest = [...text.slice(start, starts[line] ?? text.length)];
  return start + rest.slice(0, column - 1).join("").length;
}
