// ASSERT checks what only a programmer can break. It is always on, and its message names the place,
// never a value, so that nothing a client wrote can reach a crash log.
#pragma once

namespace evenkeel {

[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace evenkeel

#define ASSERT(condition)                                                 \
    do {                                                                  \
        if (!(condition)) {                                               \
            ::evenkeel::assertion_failed(#condition, __FILE__, __LINE__); \
        }                                                                 \
    } while (false)
