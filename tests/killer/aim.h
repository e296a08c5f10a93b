// Where in a program's life it is killed: chosen by the seed, found by its system calls.
#pragma once

#include "tests/killer/tracer.h"

#include <random>
#include <string>

namespace evenkeel::test {

enum class Window {
    anywhere,  // at the Nth system call, whatever it is
    commit,    // from the first write of a transaction until its fsync has returned
    exchange,  // client: request sent, receipt not durable; server: request read, no answer sent
};
enum class Side { client, server };

std::string name_of(Window window);

class Aim {
public:
    Aim(Window window, Side side, std::mt19937_64& seeded);

    // Says kill at the chosen stop of the chosen window, or where that window ends if it is
    // shorter.
    Verdict judge(const CallStop& stop);
    [[nodiscard]] std::string describe() const;

private:
    [[nodiscard]] bool opens(const CallStop& stop) const;
    [[nodiscard]] bool closes(const CallStop& stop) const;

    Window window_;
    Side side_;
    std::size_t windows_to_pass_ = 0;
    std::size_t stops_to_pass_ = 0;
    bool inside_ = false;
    bool page_written_ = false;  // in this window
    std::size_t windows_ = 0;
    std::size_t stops_ = 0;
};

}  // namespace evenkeel::test
