// Sleeps until a moment of the wall clock, however that clock is set meanwhile and whether the
// machine slept, or until something happens before. It wakes for nothing else.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <memory>
#include <string>
#include <vector>

namespace evenkeel::platform {

class Alarm {
public:
    virtual ~Alarm() = default;
    // False: the program is asked to end. True: the moment has come, the clock was set, one of the
    // files was replaced, closed after writing or removed, or `ring` was called.
    [[nodiscard]] virtual bool wait_until(Instant moment) = 0;
    // Ends the wait, or the next one. From any thread.
    virtual void ring() = 0;
};

// Watches the files of these names in `folder`, which is there. Before there are threads: ending is
// heard from here on by this alone.
Result<std::unique_ptr<Alarm>> make_alarm(const std::string& folder,
                                          std::vector<std::string> file_names);

}  // namespace evenkeel::platform
