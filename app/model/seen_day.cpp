// What the care team can read of a day, in full: whoever looks here must find all of it.
#include "app/model/views.h"
#include "core/codec/entity.h"
#include "core/domain/boundary_text.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

std::string use_words(const std::vector<UseEntry>& use, Day day) {
    std::vector<std::string> words;
    for (const UseGroup group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
        const auto minutes = insight::minutes_on(day, group, Duty::none, use);
        if (!minutes) continue;
        words.push_back(tr_as("internet 2 h: group, duration", "{0} {1}", group_words({group}),
                              short_duration(minutes->reveal())));
    }
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text.empty() ? tr("not said") : text;
}

std::string out_of_ten(const Rating& rating) {
    return tr("{0} of {1}", rating.reveal(), rating_max);
}

class Seen {
public:
    explicit Seen(Day day) : day_{.day = day, .mood = tr("not said"), .use = {}, .answers = {}} {}

    void add(const MoodEntry& entry) {
        day_.late = day_.late || entry.entered_late.has_value();
        const bool of_day = entry.mode == MoodMode::daily_check_in;
        if (entry.mood && of_day) day_.mood = out_of_ten(*entry.mood);
        if (entry.mood && !of_day) {
            const std::string clock = clock_words(entry.when.instant, entry.when.zone);
            tell(clock.empty() ? tr("Mood") : tr("Mood at {0}", clock), out_of_ten(*entry.mood));
        }
        if (entry.energy) tell(tr("Energy"), out_of_ten(*entry.energy));
        if (entry.stress) tell(tr("Stress"), out_of_ten(*entry.stress));
        if (entry.sleep) tell(tr("Sleep"), short_duration(entry.sleep->reveal()));
        std::vector<std::string> tags;
        for (const PhiText& tag : entry.tags) tags.push_back(tag.reveal());
        if (!tags.empty()) tell(tr("Tags"), listed(tags));
        tell(tr("Your note"), entry.note);
    }
    void add(const UseEntry& entry) {
        day_.late = day_.late || entry.entered_late.has_value();
        const std::string group = entry.group ? group_title(*entry.group) : tr("Screen time");
        if (entry.duty == Duty::work_or_study && entry.minutes) {
            tell(tr("{0}, work or study", group), short_duration(entry.minutes->reveal()));
        }
        tell(tr("{0}, what for", group), entry.purpose);
        tell(tr("{0}, with", group), entry.tool);
        tell(tr("{0}, your note", group), entry.note);
        use_.push_back(entry);
    }
    void add(const Coverage& coverage) {
        if (!coverage.minutes) tell(tr("Screen time"), tr("that is all for the day"));
    }
    void add(const BoundaryAnswer& entry) {
        tell(tr("About a boundary"), entry.note);
        if (!entry.answer) return;
        day_.late = day_.late || entry.entered_late.has_value();
        ++answered_;
        kept_ += entry.answer->reveal() == Answer::kept ? 1 : 0;
    }

    SeenDay finished() {
        day_.use = use_words(use_, day_.day);
        day_.answers = answered_ == 0 ? tr("not said") : tr("kept {0} of {1}", kept_, answered_);
        return std::move(day_);
    }

private:
    void tell(std::string label, std::string value) {
        day_.details.push_back({std::move(label), std::move(value)});
    }
    void tell(const std::string& label, const std::optional<PhiText>& text) {
        if (text && !text->reveal().empty()) tell(label, text->reveal());
    }

    SeenDay day_;
    std::vector<UseEntry> use_;
    std::size_t kept_ = 0;
    std::size_t answered_ = 0;
};

// The shared part of one entry: all of it, none of it, or what the care vault shows.
template <typename Entity>
Result<void> add_shared(RecordDesk& desk, const Kept<Entity>& kept,
                        Result<Entity> (*decode)(ByteView), Seen& seen) {
    if (!kept.has_shared) return {};
    if (!kept.has_private) {
        seen.add(kept.entity);
        return {};
    }
    TRY_ASSIGN(const auto log, desk.store().entity_log(desk.record(), kept.id));
    const auto part = decode(delta::view(log, delta::VaultType::care).fragment());
    if (part.ok()) seen.add(part.value());
    return {};
}

template <typename Entity>
Result<void> add_all(RecordDesk& desk, const std::vector<Kept<Entity>>& entries,
                     Result<Entity> (*decode)(ByteView), Seen& seen) {
    for (const Kept<Entity>& kept : entries) TRY(add_shared(desk, kept, decode, seen));
    return {};
}

}  // namespace

Result<SeenDay> seen_day(RecordDesk& desk, Day day) {
    const DayEntries& entries = desk.entries.day(day);
    Seen seen(day);
    TRY(add_all(desk, entries.moods, &codec::decode_mood, seen));
    TRY(add_all(desk, entries.uses, &codec::decode_use, seen));
    TRY(add_all(desk, entries.coverage, &codec::decode_coverage, seen));
    TRY(add_all(desk, entries.answers, &codec::decode_boundary_answer, seen));
    return seen.finished();
}

}  // namespace evenkeel::model
