#include "tests/killer/aim.h"

#include <sys/syscall.h>

namespace evenkeel::test {

namespace {

// What stays over is chosen within these, so that a round is short and every place has its turn.
constexpr std::size_t windows_passed_max = 6;
constexpr std::size_t commit_stops_max = 16;  // a transaction of three pages, both sides of a call
constexpr std::size_t exchange_stops_max = 40;  // with waiting for the network
constexpr std::size_t stops_anywhere_max = 5'000;

// A request with one sealed entry is larger than this; a TLS greeting is smaller.
constexpr std::int64_t request_bytes_min = 700;

// What SQLite writes of a page, and of the header in front of it in a write-ahead log. Its shared
// memory file grows by single bytes, which say nothing.
constexpr std::uint64_t page_bytes = 4096;
constexpr std::uint64_t page_header_bytes = 24;

std::size_t below(std::size_t limit, std::mt19937_64& seeded) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(seeded);
}

// Only SQLite writes at a place of a file.
bool writes_file(const CallStop& stop, std::uint64_t size_min) {
    return stop.call == SYS_pwrite64 && stop.side == CallStop::Side::entry && stop.size >= size_min;
}

bool has_synced(const CallStop& stop) {
    return (stop.call == SYS_fdatasync || stop.call == SYS_fsync) &&
           stop.side == CallStop::Side::exit;
}

bool has_sent(const CallStop& stop) {
    return (stop.call == SYS_sendto || stop.call == SYS_sendmsg) &&
           stop.side == CallStop::Side::exit;
}

bool has_received(const CallStop& stop) {
    return (stop.call == SYS_recvfrom || stop.call == SYS_recvmsg) &&
           stop.side == CallStop::Side::exit;
}

}  // namespace

std::string name_of(Window window) {
    switch (window) {
        case Window::anywhere:
            return "anywhere";
        case Window::commit:
            return "inside a commit";
        case Window::exchange:
            return "between request and durable receipt";
    }
    return "";
}

Aim::Aim(Window window, Side side, std::mt19937_64& seeded) : window_(window), side_(side) {
    if (window == Window::anywhere) {
        stops_to_pass_ = below(stops_anywhere_max, seeded);
        return;
    }
    windows_to_pass_ = below(windows_passed_max, seeded);
    stops_to_pass_ =
        below(window == Window::commit ? commit_stops_max : exchange_stops_max, seeded);
}

bool Aim::opens(const CallStop& stop) const {
    if (window_ == Window::commit) return writes_file(stop, page_header_bytes);
    if (side_ == Side::client) return has_sent(stop) && stop.result >= request_bytes_min;
    return has_received(stop) && stop.result >= request_bytes_min;
}

bool Aim::closes(const CallStop& stop) const {
    // The sync of a fresh log's header, before the first page, ends no commit.
    if (window_ == Window::commit || side_ == Side::client) {
        return has_synced(stop) && page_written_;
    }
    return has_sent(stop);
}

Verdict Aim::judge(const CallStop& stop) {
    if (window_ == Window::anywhere) {
        return stops_++ < stops_to_pass_ ? Verdict::go_on : Verdict::kill;
    }
    if (!inside_) {
        if (!opens(stop)) return Verdict::go_on;
        inside_ = true;
        page_written_ = false;
        stops_ = 0;
    }
    page_written_ = page_written_ || writes_file(stop, page_bytes);
    const bool chosen = windows_ == windows_to_pass_;
    const bool closing = closes(stop);
    if (chosen && (stops_ == stops_to_pass_ || closing)) return Verdict::kill;
    ++stops_;
    if (closing) {
        inside_ = false;
        ++windows_;
    }
    return Verdict::go_on;
}

std::string Aim::describe() const {
    if (window_ == Window::anywhere) return "stop " + std::to_string(stops_);
    return "window " + std::to_string(windows_ + 1) + ", stop " + std::to_string(stops_ + 1);
}

}  // namespace evenkeel::test
