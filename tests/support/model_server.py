"""A model server of a few lines on loopback, for tests: speaks the chat completions protocol.

Writes its port to the first argument once it listens, and each request as one line of JSON to the
second. What it answers depends on the name of the model it is asked for.
"""

import http.server
import json
import os
import sys

KEY = "Bearer sesame"
LINES = '1. What made "{theme}" easier?\n\n- What did you notice?\n* ' + "x" * 300


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with open(sys.argv[2], "a", encoding="utf-8") as heard:
            line = {"path": self.path, "headers": dict(self.headers), "body": json.loads(body)}
            heard.write(json.dumps(line) + "\n")
        request = json.loads(body)
        if request["model"] == "locked" and self.headers.get("Authorization") != KEY:
            return self.answer(401, {"error": {"message": "no key"}})
        if request["model"] == "endless":
            return self.answer(200, {"choices": [{"message": {"content": "y" * 200_000}}]})
        if request["model"] == "silent":
            return self.answer(200, {"choices": [{"message": {"content": "\n \n"}}]})
        text = LINES.format(theme=request["messages"][-1]["content"])
        return self.answer(200, {"choices": [{"message": {"role": "assistant", "content": text}}]})

    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except BrokenPipeError:
            pass

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + ".new", "w", encoding="utf-8") as place:
    place.write(str(server.server_port))
os.rename(sys.argv[1] + ".new", sys.argv[1])
server.serve_forever()
