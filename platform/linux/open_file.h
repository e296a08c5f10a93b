// A number of an open file, closed with it.
#pragma once

#include <unistd.h>
#include <utility>

namespace evenkeel::platform {

class OpenFile {
public:
    explicit OpenFile(int number = -1) : number_(number) {}
    ~OpenFile() { reset(); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    void reset(int number = -1) {
        if (number_ >= 0) close(number_);
        number_ = number;
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

}  // namespace evenkeel::platform
