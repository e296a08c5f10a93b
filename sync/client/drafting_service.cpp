#include "sync/client/drafting_service.h"

#include "core/base/limits.h"
#include "core/codec/byte_cursor.h"

#include <algorithm>

namespace evenkeel::client {

namespace {

constexpr const char* value_name = "drafting";
constexpr Byte layout_version = 1;
constexpr std::string_view secure = "https://";
constexpr std::string_view plain = "http://";

// Printable ASCII without spaces: no end of a header line is among it.
bool is_one_word(const std::string& text) {
    return text.size() <= limits::drafting_word_bytes_max &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

std::string authority_of(const std::string& url) {
    const std::size_t begin = url.find("://");
    if (begin == std::string::npos) return {};
    const std::size_t from = begin + 3;
    return url.substr(from, url.find('/', from) - from);
}

}  // namespace

std::string host_of(const std::string& url) {
    const std::string authority = authority_of(url);
    // An IPv6 address has colons of its own, in brackets.
    const std::size_t bracket = authority.find(']');
    return authority.substr(0, authority.find(':', bracket == std::string::npos ? 0 : bracket));
}

bool is_loopback(const std::string& host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

Result<DraftingService> check(DraftingService service) {
    while (service.url.ends_with('/')) service.url.pop_back();
    const bool is_address = is_one_word(service.url) &&
                            service.url.find_first_of("@\\?#") == std::string::npos &&
                            !host_of(service.url).empty() &&
                            (service.url.starts_with(secure) || service.url.starts_with(plain));
    if (!is_address) {
        return Error(ErrorCode::invalid_input,
                     "The address of a model begins with https:// and looks like "
                     "https://models.example:8080/v1.");
    }
    if (service.url.starts_with(plain) && !is_loopback(host_of(service.url))) {
        return Error(
            ErrorCode::invalid_input,
            "Without TLS only a model on this very device is used; give an https address.");
    }
    if (service.model.empty() || !is_one_word(service.model) || !is_one_word(service.key)) {
        return Error(ErrorCode::invalid_input,
                     "A model's name, and its key if it has one, are single words.");
    }
    return service;
}

Result<std::optional<DraftingService>> drafting_service(store::Store& store) {
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    if (!bytes) return std::optional<DraftingService>();
    codec::ByteReader reader(*bytes);
    const bool is_known = reader.byte() == layout_version;
    DraftingService service;
    service.url = to_string(reader.bytes());
    service.model = to_string(reader.bytes());
    service.key = to_string(reader.bytes());
    if (!is_known || !reader.ok() || !reader.at_end()) {
        return Error(ErrorCode::damaged, "The address of the drafting model cannot be read.");
    }
    return std::optional(std::move(service));
}

Result<void> set_drafting_service(store::Store& store, const DraftingService& service) {
    TRY_ASSIGN(const DraftingService checked, check(service));
    codec::ByteWriter writer;
    writer.byte(layout_version);
    writer.bytes(as_bytes(checked.url));
    writer.bytes(as_bytes(checked.model));
    writer.bytes(as_bytes(checked.key));
    return store.set_value(value_name, std::move(writer).finish());
}

Result<void> forget_drafting_service(store::Store& store) { return store.erase_value(value_name); }

}  // namespace evenkeel::client
