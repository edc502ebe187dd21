// Runs the library in a worker, so that typing never waits for it.
const here = new URL(".", import.meta.url);
const runtime = new URL("runtime/", here);

// Count the bytes of every download for the progress bar.
const fetchPlainly = self.fetch.bind(self);
const sizes = await (await fetchPlainly(new URL("sizes.json", here))).json();
const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
let loaded = 0;
self.fetch = async (...request) => {
  const answer = await fetchPlainly(...request);
  if (!answer.ok || !answer.body) return answer;
  const counted = answer.body.pipeThrough(new TransformStream({
    transform(chunk, next) {
      loaded += chunk.byteLength;
      self.postMessage({ progress: Math.min(loaded / total, 1) });
      next.enqueue(chunk);
    },
  }));
  return new Response(counted, { status: answer.status, headers: answer.headers });
};

async function start() {
  const { loadPyodide } = await import(new URL("pyodide.mjs", runtime));
  const [python, packages, program] = await Promise.all([
    loadPyodide({ indexURL: runtime.href, packageBaseUrl: runtime.href }),
    self.fetch(new URL("packages.zip", runtime)).then(received),
    fetchPlainly(new URL("examine.py", here)).then(received),
  ]);
  python.unpackArchive(packages, "zip", {
    extractDir: python.runPython("import site; site.getsitepackages()[0]"),
  });
  const names = python.globals.get("dict")();
  python.runPython(new TextDecoder().decode(program), { globals: names });
  return names.get("examine");
}

function received(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: status ${answer.status}`);
  return answer.arrayBuffer();
}

try {
  const examine = await start();
  self.onmessage = ({ data: { number, text, format, addsFacts } }) => {
    try {
      self.postMessage({ number, answer: JSON.parse(examine.callKwargs(text, format, { adds_facts: addsFacts })) });
    } catch (error) {
      self.postMessage({ number, failure: String(error.message) });
    }
  };
  self.postMessage({ ready: true });
} catch (error) {
  self.postMessage({ broken: String(error.message) });
}
