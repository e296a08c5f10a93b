"""An ActivityWatch of a few lines on loopback, for tests: answers from a file of JSON.

The file is {"buckets": {...}, "events": {"ID": [...]}}, read anew for each request. Writes its port
to the first argument once it listens, and the path of each request as one line to the second.
"""

import http.server
import json
import os
import sys
import urllib.parse


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        with open(sys.argv[2], "a", encoding="utf-8") as heard:
            heard.write(self.path + "\n")
        with open(sys.argv[3], encoding="utf-8") as held:
            held = json.load(held)
        parts = urllib.parse.urlsplit(self.path).path.strip("/").split("/")
        if parts == ["api", "0", "buckets"]:
            return self.answer(200, held["buckets"])
        bucket = urllib.parse.unquote(parts[3]) if len(parts) == 5 else ""
        if parts[:3] == ["api", "0", "buckets"] and parts[4:] == ["events"]:
            return self.answer(200, held["events"][bucket])
        return self.answer(404, {"message": "no such thing"})

    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
with open(sys.argv[1] + ".new", "w", encoding="utf-8") as place:
    place.write(str(server.server_port))
os.rename(sys.argv[1] + ".new", sys.argv[1])
server.serve_forever()
