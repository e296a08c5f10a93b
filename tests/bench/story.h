// The workload of the design note on sync, section 5, as one story per run.
#pragma once

#include "tests/bench/samples.h"
#include "tests/bench/setting.h"

namespace evenkeel::bench {

// One device logs, pushes, another pulls, then single records, late records and idle turns.
void tell_story(Setting& setting, const Extent& extent, Samples& samples);
// Many clients at once, over kept TLS connections, that store nothing (load.cpp).
void put_under_load(Setting& setting, const Extent& extent, Samples& samples);
// How often the server waits for its disk per acknowledged push (fsyncs.cpp). Runs the server anew
// under strace; tells nothing where there is no strace.
void count_fsyncs(Setting& setting, const Extent& extent, Samples& samples);
// What unlocking a profile full of entries costs (opening.cpp). Closes the tablet's profile.
void measure_opening(Setting& setting, const Extent& extent, Samples& samples);
// Frames, a tap and unlocking, with ten years of days in the profile "decade" (screens.cpp). Closes
// the clinician's profile.
void measure_screens(Setting& setting, const Extent& extent, Samples& samples);
// The window's program on that profile, on a display without a monitor (window.cpp). Tells nothing
// where there is no Xvfb.
void measure_window(Setting& setting, const Extent& extent, Samples& samples);

// A caseload whose clients have logged for two years: its first sync on a new device, the caseload,
// one client, and searching (caseload.cpp). Needs a setting of its own.
void measure_caseload(Setting& setting, const Extent& extent, Samples& samples);

}  // namespace evenkeel::bench
