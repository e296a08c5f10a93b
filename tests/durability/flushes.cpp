#include "tests/durability/flushes.h"

#include <map>
#include <set>
#include <sstream>

namespace evenkeel::test {

namespace {

// "path" of "call(7<path>, ..."; empty if the call names no open file.
std::string file_of(const std::string& line) {
    const auto open = line.find('<');
    const auto close = line.find('>', open);
    if (open == std::string::npos || close == std::string::npos) return {};
    return line.substr(open + 1, close - open - 1);
}

bool is_call(const std::string& line, const std::string& name) {
    return line.find(" " + name) != std::string::npos;
}

bool speaks(const std::string& line, Listener listener) {
    if (listener == Listener::terminal) return line.find(" write(1<") != std::string::npos;
    const bool sends = is_call(line, "send") || is_call(line, "write");
    return sends &&
           (line.find("<TCP:") != std::string::npos || line.find("<socket:") != std::string::npos);
}

class Reader {
public:
    explicit Reader(Listener listener) : listener_(listener) {}

    void read(const std::string& line) {
        const std::string thread = line.substr(0, line.find(' '));
        if (line.find("resumed>") != std::string::npos) {
            // Flushed only when the call returns.
            if (line.find("sync resumed") != std::string::npos) unflushed_.erase(flushing_[thread]);
            return;
        }
        const std::string file = file_of(line);
        if (is_call(line, "fsync(") || is_call(line, "fdatasync(")) {
            flushing_[thread] = file;
            if (line.find("<unfinished") == std::string::npos) unflushed_.erase(file);
        } else if (file.ends_with("-wal")) {
            unflushed_.insert(file);
            has_written_ = true;
            ++found_.written;
        } else if (has_written_ && speaks(line, listener_)) {
            ++found_.spoken;
            found_.too_early += unflushed_.empty() ? 0 : 1;
        }
    }

    [[nodiscard]] Flushes found() const { return found_; }

private:
    Listener listener_;
    Flushes found_;
    bool has_written_ = false;
    std::set<std::string> unflushed_;
    std::map<std::string, std::string> flushing_;  // by thread
};

}  // namespace

Flushes flushes_in(const std::string& trace, Listener listener) {
    Reader reader(listener);
    std::istringstream lines(trace);
    for (std::string line; std::getline(lines, line);) reader.read(line);
    return reader.found();
}

std::string tracing_script(const std::string& program, const std::string& trace_file) {
    // -D: the program stays its parent's child; -y: names of files; -s 0: none of their bytes.
    return "#!/bin/sh\nexec strace -D -f -y -s 0 -A -o '" + trace_file +
           "' -e trace=write,pwrite64,writev,sendto,sendmsg,fsync,fdatasync '" + program +
           "' \"$@\"\n";
}

}  // namespace evenkeel::test
