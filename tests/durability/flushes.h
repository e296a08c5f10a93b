// What a traced program had written to its database's log and not yet flushed to the disk when it
// spoke: what a power cut at that moment would make untrue.
#pragma once

#include <cstddef>
#include <string>

namespace evenkeel::test {

// Whom the program speaks to: a person at the terminal, or a device over the network.
enum class Listener { terminal, network };

struct Flushes {
    std::size_t written = 0;    // writes to a write-ahead log
    std::size_t spoken = 0;     // times it spoke after it had written something
    std::size_t too_early = 0;  // of those, how often a log was not on the disk yet
};

// Reads what `tracing_script` recorded.
Flushes flushes_in(const std::string& trace, Listener listener);

// A shell script that runs `program` as it is and appends its writes and flushes to `trace_file`;
// no byte of what is written gets there.
std::string tracing_script(const std::string& program, const std::string& trace_file);

}  // namespace evenkeel::test
