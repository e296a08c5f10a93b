// The few bytes of HTTP around our bodies: what a request's header may say, and what an answer
// says.
#pragma once

#include "core/base/bytes.h"

#include <string>
#include <string_view>

namespace evenkeel::server {

constexpr std::string_view http_header_end = "\r\n\r\n";
constexpr int http_bad_request = 400;
constexpr int http_header_too_large = 431;

struct HttpHeader {
    int refused = 0;  // the status that refuses the request; 0: it is one of ours
    std::size_t body_bytes = 0;
    bool closes = false;  // after its answer
};

// `text` ends with the empty line. Whatever could be read in two ways is refused: no transfer
// encodings, no folded lines, one exact length, within the megabyte.
HttpHeader read_http_header(std::string_view text);

// As few bytes as HTTP allows. Errors have no body and end the connection.
std::string write_http_response(int status, ByteView body);

}  // namespace evenkeel::server
