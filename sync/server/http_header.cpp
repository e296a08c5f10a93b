#include "sync/server/http_header.h"

#include "core/base/limits.h"
#include "sync/server/limits.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

namespace evenkeel::server {

namespace {

namespace http = boost::beast::http;

HttpHeader refused(http::status status) { return {.refused = static_cast<int>(status)}; }

}  // namespace

HttpHeader read_http_header(std::string_view text) {
    // Beast unfolds folded lines; we refuse them, as they exist only to confuse.
    if (text.find("\r\n ") != text.npos || text.find("\r\n\t") != text.npos) {
        return refused(http::status::bad_request);
    }
    http::request_parser<http::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(limits::header_bytes_max));
    parser.body_limit(boost::none);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(text.data(), text.size()), error);
    if ((error && error != http::error::need_more) || !parser.is_header_done()) {
        return refused(http::status::bad_request);
    }
    const auto& request = parser.get();
    if (request.version() != 11) return refused(http::status::bad_request);
    if (request.method() != http::verb::post || request.target() != "/v1") {
        return refused(http::status::not_found);
    }
    for (const http::field field :
         {http::field::transfer_encoding, http::field::expect, http::field::upgrade}) {
        if (request.count(field) > 0) return refused(http::status::bad_request);
    }
    if (request.count(http::field::content_encoding) > 0) {
        return refused(http::status::unsupported_media_type);
    }
    if (request.count(http::field::content_length) != 1 || !parser.content_length()) {
        return refused(http::status::length_required);
    }
    if (*parser.content_length() > evenkeel::limits::turn_body_bytes_max) {
        return refused(http::status::payload_too_large);
    }
    return {.body_bytes = static_cast<std::size_t>(*parser.content_length()),
            .closes = !request.keep_alive()};
}

std::string write_http_response(int status, ByteView body) {
    const auto reason = http::obsolete_reason(static_cast<http::status>(status));
    std::string text = "HTTP/1.1 " + std::to_string(status) + " " + std::string(reason) +
                       "\r\nContent-Length: " + std::to_string(body.size());
    if (status != 200) text += "\r\nConnection: close";
    text += http_header_end;
    text += as_text(body);
    return text;
}

}  // namespace evenkeel::server
