// What a client's program said before it died, written down by a process that does not die with it.
#pragma once

#include "tests/killer/child.h"

#include <memory>
#include <set>
#include <string>

namespace evenkeel::test {

// Entries by their hexadecimal ids.
struct Ledger {
    std::set<std::string> saved;  // the program said that the entry is on the device
    std::set<std::string> sent;   // ... and that the server has it

    // Reads one run's lines in order: "saved ID", "sent ID", and "settled" for all saved so far. A
    // line that was cut off was not said.
    void read(const std::string& lines);
};

// The process that writes down what comes through a pipe, until nobody holds the other end.
class Recorder {
public:
    // `program` is the worker, which also knows how to record.
    Recorder(const std::string& program, std::string file);

    // To be the victim's standard output; close it here once the victim has its own.
    File& entrance() { return entrance_; }
    // Waits for the end of the recording, and gives it.
    std::string finish();

private:
    std::string file_;
    File entrance_;
    std::unique_ptr<Child> process_;
};

}  // namespace evenkeel::test
