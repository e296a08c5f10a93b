// The server's own log: a fixed event and numbers, nothing else. No address, no id, no text from a
// request can get in, because there is no way to hand one over.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <fstream>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>

namespace evenkeel::server {

class Log {
public:
    struct Field {
        Literal name;
        std::int64_t value;
    };

    // Appends to the file, made for its owner only. At 4 MB it becomes FILE.1 and starts anew.
    static Result<std::unique_ptr<Log>> open(const std::string& path);
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    // One line: "<ms since 1970> <event> <name>=<value> ...". From any thread. A line that cannot
    // be written is lost: logging never stops the server.
    void line(Instant now, Literal event, std::initializer_list<Field> fields);

private:
    explicit Log(std::string path) : path_(std::move(path)) {}
    void open_file();
    void start_anew();

    std::mutex mutex_;
    std::string path_;
    std::ofstream file_;
    std::size_t written_ = 0;
};

}  // namespace evenkeel::server
