#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace evenkeel {

void assertion_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "evenkeel: internal error: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace evenkeel
