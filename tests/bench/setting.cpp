#include "tests/bench/setting.h"

#include "sync/client/waiting_devices.h"
#include "tests/killer/must.h"

#include <array>
#include <random>

namespace evenkeel::bench {

namespace {

constexpr std::size_t note_characters = 40;
constexpr std::size_t tags_per_entry = 3;

constexpr std::array words = {
    "after",  "alone",  "again",   "better", "bright",  "busy",   "calm",  "coffee", "cold",
    "dinner", "dream",  "early",   "easy",   "evening", "family", "fine",  "friend", "garden",
    "heavy",  "hope",   "kitchen", "late",   "letter",  "light",  "long",  "meal",   "morning",
    "music",  "night",  "office",  "phone",  "quiet",   "rain",   "read",  "rest",   "restless",
    "slow",   "sister", "sleep",   "tired",  "train",   "walk",   "water", "week",   "worry"};
constexpr std::array tags = {"work",  "sleep", "family", "friends",
                             "sport", "alone", "food",   "news"};

// The same entries in every run.
std::mt19937_64& seeded() {
    static std::mt19937_64 generator(20250514);
    return generator;
}

std::string some_note() {
    std::string note;
    while (note.size() < note_characters) {
        if (!note.empty()) note += ' ';
        note += words[seeded()() % words.size()];
    }
    return note.substr(0, note_characters);
}

void log_entry(Setting& setting) {
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < tags_per_entry; ++i) {
        chosen.emplace_back(tags[seeded()() % tags.size()]);
    }
    Device& phone = setting.phone();
    test::log_rating(*phone.profile, phone.identity.care_vault, some_note(), seeded()() % 11,
                     chosen, store::Placement::shared);
}

}  // namespace

Device::Device(test::ProfileOwner owner, const HeaderSizes& headers)
    : profile(std::move(owner)),
      identity(test::identity_of(*profile)),
      transport(identity.server, headers),
      turn(*profile, identity, transport) {}

client::SyncReport Device::sync() { return test::settle(turn, profile->ports().clock); }

Setting::Setting(const std::string& server_program)
    : server_(server_program, scratch_.path("server")) {
    server_.start();
    headers_ = measure_headers(server_.address());
    clinician_ = test::new_profile(outside_, folder("clinician"));
    test::found_practice(*clinician_, server_);
    auto phone = new_client("phone");
    auto tablet = test::new_profile(outside_, folder("tablet"));
    test::admit(*phone, *tablet, trust::InviteRole::device, "tablet");
    test::settle(*phone);
    phone_ = std::make_unique<Device>(std::move(phone), headers_);
    tablet_ = std::make_unique<Device>(std::move(tablet), headers_);
}

test::ProfileOwner Setting::new_client(const std::string& name) {
    auto profile = test::new_profile(outside_, folder(name));
    test::admit(*clinician_, *profile, trust::InviteRole::client, name);
    return profile;
}

test::ProfileOwner Setting::new_desk(const std::string& name) {
    auto profile = test::new_profile(outside_, folder(name));
    const auto invite =
        test::must("invite", client::issue_invite(*clinician_, trust::InviteRole::device, name));
    test::must("join", client::join(*profile, invite.link, name));
    test::settle(*clinician_);
    for (const auto& waiting :
         test::must("waiting", client::waiting_devices(clinician_->store()))) {
        test::must("let in", client::let_in(clinician_->store(), waiting.device));
    }
    test::settle(*clinician_);  // into the practice,
    test::settle(*clinician_);  // and from there into each record
    return profile;
}

void log_a_week(Setting& setting, std::size_t count) {
    test::TestClock& clock = setting.outside().clock;
    const Instant begin = clock.now() + -7 * ms_per_day;
    const std::int64_t step_ms = 7 * ms_per_day / static_cast<std::int64_t>(count);
    for (std::size_t i = 0; i < count; ++i) {
        clock.stand_at(begin + static_cast<std::int64_t>(i) * step_ms);
        log_entry(setting);
    }
    clock.go_on();
}

void log_one(Setting& setting, int days_ago) {
    test::TestClock& clock = setting.outside().clock;
    clock.stand_at(clock.now() + -days_ago * ms_per_day);
    log_entry(setting);
    clock.go_on();
}

}  // namespace evenkeel::bench
