#include "app/model/arrivals.h"
#include "app/model/consents.h"
#include "app/model/views.h"
#include "core/codec/entity.h"
#include "core/domain/boundary_text.h"
#include "core/store/operation.h"
#include "sync/client/waiting_devices.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// The shared part of one entry: all of it, none of it, or what the care vault shows.
template <typename Entity>
Result<std::optional<Entity>> seen_part(RecordDesk& desk, const Kept<Entity>& kept,
                                        Result<Entity> (*decode)(ByteView)) {
    if (!kept.has_shared) return std::optional<Entity>{};
    if (!kept.has_private) return std::optional<Entity>(kept.entity);
    TRY_ASSIGN(const auto log, desk.store().entity_log(desk.record(), kept.id));
    auto seen = decode(delta::view(log, delta::VaultType::care).fragment());
    return seen.ok() ? std::optional<Entity>(std::move(seen).value()) : std::optional<Entity>{};
}

std::string use_words(const std::vector<UseEntry>& use, Day day) {
    std::vector<std::string> words;
    for (const UseGroup group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
        const auto minutes = insight::minutes_on(day, group, Duty::none, use);
        if (!minutes) continue;
        words.push_back(describe_groups({group}) + " " + short_duration(minutes->reveal()));
    }
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text.empty() ? "not said" : text;
}

Result<SeenDay> seen_day(RecordDesk& desk, Day day) {
    SeenDay seen{.day = day, .mood = "not said", .use = {}, .answers = {}};
    const DayEntries& entries = desk.entries.day(day);
    for (const auto& kept : entries.moods) {
        TRY_ASSIGN(const auto mood, seen_part(desk, kept, &codec::decode_mood));
        if (!mood || mood->mode != MoodMode::daily_check_in || !mood->mood) continue;
        seen.mood = std::to_string(mood->mood->reveal()) + " of 10";
        seen.late = seen.late || mood->entered_late.has_value();
    }
    std::vector<UseEntry> use;
    for (const auto& kept : entries.uses) {
        TRY_ASSIGN(auto part, seen_part(desk, kept, &codec::decode_use));
        if (!part) continue;
        seen.late = seen.late || part->entered_late.has_value();
        use.push_back(*std::move(part));
    }
    seen.use = use_words(use, day);
    std::size_t kept_count = 0;
    std::size_t answered = 0;
    for (const auto& kept : entries.answers) {
        TRY_ASSIGN(const auto answer, seen_part(desk, kept, &codec::decode_boundary_answer));
        if (!answer || !answer->answer) continue;
        ++answered;
        kept_count += answer->answer->reveal() == Answer::kept ? 1 : 0;
        seen.late = seen.late || answer->entered_late.has_value();
    }
    seen.answers = answered == 0
                       ? "not said"
                       : "kept " + std::to_string(kept_count) + " of " + std::to_string(answered);
    return seen;
}

std::vector<std::string> care_team(const People& people, UserId self) {
    std::vector<std::string> names;
    for (const client::MemberLine& member : people.members) {
        if (member.user == self || member.role == Role::client) continue;
        names.push_back(member.name.empty() ? "a clinician of your practice" : member.name);
    }
    return names;
}

}  // namespace

Result<People> read_people(client::Profile& profile, const client::Identity& self) {
    People people;
    TRY_ASSIGN(people.members, client::list_members(profile));
    for (const client::MemberLine& member : people.members) {
        if (member.user != self.user) continue;
        for (const DeviceId& device : member.devices) {
            const bool own = device == self.keys.id;
            people.devices.push_back({.name = own ? "This device" : "Another device of yours",
                                      .this_one = own,
                                      .waits = false,
                                      .safety_number = {},
                                      .id = device});
        }
    }
    TRY_ASSIGN(people.arrivals, arrival_sentences(profile));
    TRY_ASSIGN(const auto waiting, client::waiting_devices(profile.store()));
    for (const client::WaitingDevice& device : waiting) {
        people.devices.push_back({.name = device.name,
                                  .this_one = false,
                                  .waits = true,
                                  .safety_number = device.safety_number,
                                  .id = device.device});
    }
    // Who waits for a word comes first, then this device.
    std::ranges::stable_sort(people.devices, [](const DeviceLine& left, const DeviceLine& right) {
        return std::pair(!left.waits, !left.this_one) < std::pair(!right.waits, !right.this_one);
    });
    if (self.role == Role::client) {
        auto number = client::safety_number_of(profile, self.care_vault, self.keys.id);
        if (number.ok()) people.safety_number = std::move(number).value();
    }
    return people;
}

Result<SharingView> sharing_view(RecordDesk& desk, Day today, const SharedKinds& shared,
                                 const People& people, UserId self) {
    SharingView view;
    view.seen_by = care_team(people, self);
    for (const SharedData data : shared_kinds) {
        const auto found = shared.find(data);
        view.kinds.push_back({.data = data, .shared = found != shared.end() && found->second});
    }
    TRY_ASSIGN(view.paused, store::sharing_paused(desk.store(), desk.record()));
    TRY(desk.entries.need(today + (1 - week_days), today));
    for (std::int32_t back = 0; back < week_days; ++back) {
        TRY_ASSIGN(auto day, seen_day(desk, today + -back));
        view.seen_days.push_back(std::move(day));
    }
    TRY_ASSIGN(const auto pages,
               desk.store().list({.record = desk.record(), .kind = EntityKind::journal_page}));
    view.seen_pages = static_cast<std::size_t>(
        std::ranges::count_if(pages, [](const store::EntityRow& row) { return row.has_shared; }));
    view.devices = people.devices;
    view.safety_number = people.safety_number;
    return view;
}

}  // namespace evenkeel::model
