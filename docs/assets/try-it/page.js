// The page "Try it": sends the text to the worker, and shows what it answers.
import { element } from "./elements.js";
import { findingsOf, offsetOf } from "./findings.js";
import { readingOf } from "./reading.js";

const PAUSE = 200; // milliseconds without a key press before the text is checked
const PATIENCE = 30_000; // milliseconds before a check is given up
const here = new URL(".", import.meta.url);
const part = (name) => document.getElementById(`try-${name}`);
const [input, gutter, format, facts, example, state, bar] =
  ["input", "gutter", "format", "facts", "example", "state", "bar"].map(part);
const panels = { findings: part("findings"), other: part("other"), reading: part("reading") };
const tabs = Object.fromEntries(Object.keys(panels).map((name) => [name, part(`tab-${name}`)]));
const NAMES = { markdown: "Markdown", json: "JSON", text: "plain text" };

let worker;
let ready = false;
let asked = 0; // the number of the newest text sent to the worker
let busy = false;
let waiting = false; // whether there is a newer text
let pause;
let patience;

function start() {
  ready = busy = false;
  // A worker that is started from a blob is under the content policy of this page, which allows no
  // other host; a worker with an address of its own would be under no policy.
  const program = new Blob([`import ${JSON.stringify(new URL("worker.js", here).href)};`], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(program), { type: "module" });
  worker.onmessage = ({ data }) => {
    if ("progress" in data) loading(data.progress);
    else if ("broken" in data) tell(`Python could not be started: ${data.broken}`);
    else if ("ready" in data) begin();
    else if (data.number === asked) answered(data);
  };
  worker.onerror = () => tell("Python could not be started in this browser.");
  waiting = true;
}

function loading(progress) {
  bar.value = progress;
  tell(progress < 1 ? `Loading Python (once): ${Math.round(progress * 100)} %` : "Starting Python …");
}

function begin() {
  ready = true;
  bar.hidden = true;
  ask();
}

function tell(words) {
  if (state.textContent !== words) state.textContent = words;
}

function formatOf(text) {
  if (format.value !== "auto") return format.value;
  if (text.trimStart().startsWith("{")) return "json";
  // Front matter, or a heading of Markdown; anything else is a page as it was mailed or pasted.
  return text.startsWith("---") || /^#{1,6}[ \t]/m.test(text) ? "markdown" : "text";
}

function changed() {
  number();
  clearTimeout(pause);
  pause = setTimeout(ask, PAUSE);
}

function ask() {
  waiting = true;
  if (!ready || busy) return;
  waiting = false;
  busy = true;
  asked += 1;
  tell("Checking …");
  const text = input.value;
  worker.postMessage({ number: asked, text, format: formatOf(text), addsFacts: facts.checked });
  patience = setTimeout(() => {
    worker.terminate();
    tell("This text took too long; Python is restarting.");
    start();
    waiting = false;
  }, PATIENCE);
  worker.asked = { text, format: formatOf(text) };
}

function answered({ answer, failure }) {
  clearTimeout(patience);
  busy = false;
  if (waiting) return ask(); // there is a newer text
  if (failure) return tell(`Internal error: ${failure}`);
  show(answer, worker.asked);
}

function show({ findings, written, reading }, { text, format: readAs }) {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const others = findings.length - errors;
  const counts = [errors && counted(errors, "error"), others && counted(others, "other finding")].filter(Boolean);
  tell(`Read as ${NAMES[readAs]}: ${counts.join(", ") || "nothing found"}.`);
  tabs.findings.textContent = findings.length ? `Findings (${findings.length})` : "Findings";
  panels.findings.replaceChildren(findingsOf(findings, text, select));
  const refused = () => element("p", { class: "aside" }, "Not available until the errors are fixed.");
  panels.other.replaceChildren(...(written ? Object.entries(written).map(writtenOf) : [refused()]));
  panels.reading.replaceChildren(reading ? readingOf(reading) : refused());
  mark(findings);
}

function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function writtenOf([name, text]) {
  const edit = element("button", { type: "button", class: "md-button" }, `Edit as ${NAMES[name]}`);
  edit.addEventListener("click", () => {
    format.value = "auto";
    facts.checked = false; // they are in the text now
    put(text);
    input.focus();
  });
  return element(
    "section",
    {},
    element("p", { class: "head" }, element("strong", {}, NAMES[name]), " ", edit),
    element("pre", { class: "written", tabindex: "0", role: "group", "aria-label": `As ${NAMES[name]}` }, text),
  );
}

function select([line, column, endLine, endColumn]) {
  input.focus();
  input.setSelectionRange(
    offsetOf(input.value, line, column),
    offsetOf(input.value, endLine, endColumn),
  );
  const height = parseFloat(getComputedStyle(input).lineHeight);
  input.scrollTop = (line - 4) * height;
}

let numbered = 0;

function number() {
  const lines = input.value.split("\n").length;
  if (numbered === lines) return;
  numbered = lines;
  gutter.firstElementChild.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
}

// The numbers of lines with findings are drawn again in colour, above the others.
function mark(findings) {
  const worst = new Map([...findings].reverse().map(({ span, severity }) => [span?.[0], severity]));
  gutter.lastElementChild.replaceChildren(...[...worst].filter(([line]) => line).map(([line, severity]) => {
    const label = element("span", { class: severity }, String(line));
    label.style.setProperty("--line", line - 1);
    return label;
  }));
}

function put(text) {
  input.value = text;
  input.scrollTop = 0;
  number();
  ask();
}

async function putExample() {
  const answer = await fetch(new URL(`examples/${example.value}`, here));
  format.value = "auto";
  facts.checked = example.value.endsWith(".txt");
  put(await answer.text());
}

function open(name) {
  for (const [other, tab] of Object.entries(tabs)) {
    tab.setAttribute("aria-selected", String(other === name));
    tab.tabIndex = other === name ? 0 : -1;
    panels[other].hidden = other !== name;
  }
}

const order = Object.keys(tabs);
for (const [index, name] of order.entries()) {
  tabs[name].addEventListener("click", () => open(name));
  tabs[name].addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const next = order[(index + step + order.length) % order.length];
    open(next);
    tabs[next].focus();
  });
}
input.addEventListener("input", changed);
input.addEventListener("scroll", () => { gutter.scrollTop = input.scrollTop; });
format.addEventListener("change", ask);
facts.addEventListener("change", ask);
example.addEventListener("change", putExample);
open("findings");
start();
if (input.value) number();
else putExample();
