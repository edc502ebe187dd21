"""A server on loopback that speaks the protocol of chat completions and gives recorded answers."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def completion(request, answer):
    """Return what a server answers to a request: text, or the call of the tool that it names."""
    message = {"role": "assistant", "content": answer}
    if request.get("tools"):
        function = {"name": request["tools"][0]["function"]["name"], "arguments": answer}
        call = {"id": "call-1", "type": "function", "function": function}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
    reason = "tool_calls" if "tool_calls" in message else "stop"
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": request["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": reason}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


@contextmanager
def serving(answer, status=200):
    """Serve one answer to every request; yields the address, and the list of requests."""
    requests = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_words):
            pass

        def do_POST(self):
            length = int(self.headers["Content-Length"])
            requests.append(json.loads(self.rfile.read(length)))
            text = answer() if callable(answer) else answer
            body = json.dumps(completion(requests[-1], text)).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", requests
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def variables_for(address, folder):
    """Return the variables by which clients find the server; the library `llm` calls it `local`."""
    folder.mkdir(exist_ok=True)
    (folder / "extra-openai-models.yaml").write_text(
        f"- model_id: local\n  model_name: local\n  api_base: {address}\n  supports_schema: true\n"
        f"- model_id: plain\n  model_name: plain\n  api_base: {address}\n",
        encoding="utf-8",
    )
    return {
        "LLM_USER_PATH": str(folder),
        "OPENAI_BASE_URL": address,
        "OPENAI_API_KEY": "none",
        "NO_PROXY": "127.0.0.1",
    }
