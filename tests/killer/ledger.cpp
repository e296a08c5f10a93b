#include "tests/killer/ledger.h"

#include "tests/killer/must.h"
#include "tests/support/process.h"

#include <filesystem>
#include <sstream>

namespace evenkeel::test {

void Ledger::read(const std::string& lines) {
    const std::string whole = lines.substr(0, lines.rfind('\n') + 1);
    std::istringstream stream(whole);
    std::string word;
    while (stream >> word) {
        if (word == "settled") {
            sent = saved;
            continue;
        }
        std::string id;
        stream >> id;
        require(word == "saved" || word == "sent", "A worker said something else: " + word);
        (word == "saved" ? saved : sent).insert(id);
    }
}

Recorder::Recorder(const std::string& program, std::string file) : file_(std::move(file)) {
    std::filesystem::remove(file_);
    Pipe pipe = make_pipe();
    process_ = std::make_unique<Child>(Words{program, "record", file_},
                                       Streams{.in = pipe.read_end.number(), .out = -1, .err = -1});
    entrance_ = std::move(pipe.write_end);
}

std::string Recorder::finish() {
    entrance_.close();
    require(process_->wait_for_end() == 0, "The recorder could not write.");
    return read_text(file_);
}

}  // namespace evenkeel::test
