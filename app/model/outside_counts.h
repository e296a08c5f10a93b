// Screen time that is counted while the window is closed. The program that reminds counts, and can
// read nothing of what it counted: each of its runs keeps one small file beside the store, sealed
// to the key that answers are sealed to (outside_answers.h), until the profile is open.
#pragma once

#include "app/model/minute_counter.h"
#include "app/model/record_desk.h"
#include "core/base/ports.h"
#include "core/domain/reminder_schedule.h"

namespace evenkeel::model {

// What counting takes while the profile is locked (reminder_files.h).
struct OutsideCounting {
    AnswerKey key{};
    ByteArray<8> wish{};  // drawn when it begins to be wanted: by another, counting begins anew
    std::vector<report::ImportRule> own_rules;  // before those that come with the program
};
// One line a rule, after those of key and wish. A text that is no such thing is refused.
std::string print_counting(const OutsideCounting& counting);
Result<OutsideCounting> parse_counting(std::string_view text);

// Counts in the program without its window. What it counted since it last kept its file, at most
// ten minutes, is lost when it is killed.
class OutsideCounter {
public:
    // Random outlives it.
    OutsideCounter(std::string profile_directory, Random& random)
        : directory_(std::move(profile_directory)), random_(random) {}

    // None, or by another wish: what was not kept is forgotten.
    void count_by(const std::optional<OutsideCounting>& wanted);
    [[nodiscard]] bool is_on() const { return wanted_.has_value(); }
    // Looks if it is time. When it wants to look again; never where nobody wants it.
    Instant look(ActiveWindow& desktop, Instant now, const std::string& zone);
    // Keeps what was counted; called before the program ends, and when the window counts itself. A
    // disk without room loses the minutes, and nothing else.
    void keep();

private:
    void begin_anew();

    std::string directory_;
    Random& random_;
    std::optional<OutsideCounting> wanted_;
    MinuteCounter counter_;
    ByteArray<16> run_{};
    std::optional<int> slot_;  // of its file; none: it has none yet
    DayCounts counted_;        // of this run, whole
    bool is_kept_ = true;
    Instant keep_due_;
};

// Adds what was counted outside to what the window counts, each minute once however often it is
// called, and takes the files away. For that it notes what of each run it took, as long as counted
// days are kept. What cannot be opened is left where it is. True if there was anything.
Result<bool> take_outside_counts(const std::string& profile_directory, RecordDesk& desk, Day today);
// Nobody counts there any more: what was not taken goes, and what was noted.
Result<void> forget_outside_counts(const std::string& profile_directory, store::Store& store);

}  // namespace evenkeel::model
