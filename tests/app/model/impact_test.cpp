// What is said of use and mood since a boundary began: over a real record with gaps and late days,
// and counted here once more from the rows of the store.
#include "app/model/impact.h"

#include "app/model/brief_document.h"
#include "app/model/session_brief.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"
#include "tests/support/plain.h"
#include "tests/sync/enrolment/world.h"

#include <cstdio>
#include <map>
#include <random>

namespace evenkeel::test {
namespace {

using namespace model;

// A client who agreed on a limit of social media, and logs.
struct Diary {
    World world;
    Someone doctor{world, "doctor"};
    Someone client{world, "client"};
    VaultId record;
    std::mt19937 random{7};

    Diary() {
        found_practice(world, doctor);
        bring_in(world, doctor, client, trust::InviteRole::client, "Zoë");
        record = client.identity().care_vault;
    }
    std::uint32_t draw(std::uint32_t below) { return static_cast<std::uint32_t>(random()) % below; }
    Day today() { return need(store::today(client.store())); }
    void sync() {
        for (int round = 0; round < 2; ++round) {
            client.sync();
            doctor.sync();
        }
    }
    void agree(BoundaryRule rule) {
        const auto id = need(client::propose(client.profile(), record,
                                             {.terms = {.rule = std::move(rule)},
                                              .study_question = PhiText("Do evenings feel longer?"),
                                              .starts_day = today()}));
        sync();
        need(client::decide(doctor.profile(), record, id, Decision::accept, std::nullopt));
        sync();
    }
    void log(const store::EntryTime& when, std::uint32_t minutes, std::uint32_t mood) {
        need(store::log_mood(client.store(), record, when, {.mood = Rating(mood)}, {}));
        need(store::log_use(client.store(), record, when,
                            {.group = UseGroup::social, .minutes = Minutes(minutes)}, {}));
    }
    // Days on which an hour more goes with a mood two points lower; each ninth is blank, and each
    // eighth is entered the day after.
    void live(int days) {
        for (int i = 0; i < days; ++i) {
            const std::uint32_t hours = draw(4);
            const std::uint32_t mood = 9 - 2 * hours + draw(2);
            if (i % 9 != 4 && i % 8 != 5) log({}, 60 * hours + 10, mood);
            if (i > 0 && i % 8 == 6) log({.day = today() + -1}, 300, 10);
            world.pass(ms_per_day);
        }
    }
    std::string said_to_client() {
        RecordDesk desk(client.profile(), record);
        return impact_sentences(need(read_impact(desk, today()))).front();
    }
    SessionBrief brief() {
        sync();
        const auto members = need(client::list_members(doctor.profile()));
        RecordDesk desk(doctor.profile(), record);
        return need(session_brief(desk, {.reader = {.role = Role::clinician,
                                                    .self = doctor.identity().user,
                                                    .members = members},
                                         .today = today(),
                                         .name = "Zoë",
                                         .last_synced = world.clock.at}));
    }
};

const DailyLimit social_limit{.groups = {UseGroup::social}, .minutes_max = 60};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// The days with both, entered on their day, as the rows of the store have them.
std::map<std::int32_t, std::pair<double, double>> pairs_in(Diary& diary) {
    diary.sync();
    std::map<std::int32_t, std::pair<double, double>> pairs;
    std::map<std::int32_t, double> moods;
    store::Store& store = diary.doctor.store();
    for (const auto& row : need(store.list({.record = diary.record, .kind = EntityKind::mood}))) {
        const MoodEntry entry = need(codec::decode_mood(row.fragment));
        if (!entry.entered_late) moods[row.day->number] = entry.mood->reveal();
    }
    for (const auto& row : need(store.list({.record = diary.record, .kind = EntityKind::use}))) {
        const auto mood = moods.find(row.day->number);
        if (mood == moods.end()) continue;
        const UseEntry entry = need(codec::decode_use(row.fragment));
        pairs[row.day->number] = {entry.minutes->reveal(), mood->second};
    }
    return pairs;
}

TEST_CASE("Before 28 days with both, the days are counted and nothing is looked for") {
    Diary diary;
    diary.agree(social_limit);
    diary.live(30);
    const std::size_t pairs = pairs_in(diary).size();
    REQUIRE(pairs < 28);
    const std::string said = diary.said_to_client();
    INFO(said);
    CHECK(has(said, std::to_string(pairs) +
                        " of 28 days with mood and minutes so far. Too early to "
                        "look for patterns."));
    CHECK(has(said, "Before it began there are 0 of 21 days"));
    CHECK(said.ends_with("Agreed to find out: “Do evenings feel longer?”"));
}

TEST_CASE("A link is told with its interval, the same to both sides and in every format") {
    Diary diary;
    diary.agree(social_limit);
    diary.live(48);
    diary.sync();
    // The first look: 28 pairs in the order of days, by a model that is put together here.
    const auto pairs = pairs_in(diary);
    REQUIRE(pairs.size() > 28);
    double minutes = 0;
    std::vector<insight::ModelDay> days;
    const std::int32_t first = pairs.begin()->first;
    const std::int32_t last = std::next(pairs.begin(), 27)->first;
    for (const auto& [day, both] : pairs) minutes += day <= last ? both.first / 28 : 0;
    for (const auto& [day, both] : pairs) {
        if (day > last) continue;
        const bool weekend = weekday(Day{day}) >= Weekday::saturday;
        days.push_back(
            {.day = day,
             .terms = {1, (both.first - minutes) / 60, weekend ? 1.0 : 0.0, (day - first) / 30.0},
             .outcome = both.second});
    }
    const auto fit = insight::fit_neighbours(days);
    REQUIRE(fit);
    char expected[100];
    std::snprintf(expected, sizeof expected,
                  "(about %+.1f points per extra hour; range %+.1f to %+.1f; 28 days)",
                  fit->terms[1].value, fit->terms[1].low, fit->terms[1].high);

    const std::string said = diary.said_to_client();
    INFO(said);
    CHECK(has(said, "On days with more social media time, mood tended to be lower"));
    CHECK(has(said, expected));
    CHECK(has(said, "does not show that one caused the other"));
    CHECK(has(said, "the next look is at 56."));
    const SessionBrief brief = diary.brief();
    CHECK(brief.impact.front() == said);
    CHECK(brief.impact_basis.starts_with("Method 1; days and values "));
    CHECK(has(one_line(std::string(as_text(need(brief_bytes(brief, "Dr", BriefFormat::text))))),
              brief.impact_basis));
    CHECK(diary.brief().impact_basis == brief.impact_basis);
    diary.log({}, 45, 3);
    CHECK(diary.brief().impact_basis != brief.impact_basis);
    CHECK(has(one_line(std::string(as_text(need(brief_bytes(brief, "Dr", BriefFormat::text))))),
              expected));
    CHECK(
        has(words_of_html(std::string(as_text(need(brief_bytes(brief, "Dr", BriefFormat::html))))),
            expected));
    CHECK(has(words_of_pdf(std::string(as_text(need(brief_bytes(brief, "Dr", BriefFormat::pdf))))),
              expected));
}

TEST_CASE("A day that is put right changes what is said, and a private one tells nobody else") {
    Diary diary;
    diary.agree(social_limit);
    diary.live(20);
    const std::size_t shared = pairs_in(diary).size();
    need(store::log_mood(diary.client.store(), diary.record, {}, {.mood = Rating(5)},
                         {.entry = store::Placement::private_}));
    need(store::log_use(diary.client.store(), diary.record, {},
                        {.group = UseGroup::social, .minutes = Minutes(30)},
                        {.entry = store::Placement::private_}));
    CHECK(has(diary.said_to_client(), std::to_string(shared + 1) + " of 28 days"));
    CHECK(has(diary.brief().impact.front(), std::to_string(shared) + " of 28 days"));
}

TEST_CASE(
    "After a boundary began, minutes come first, and a session nearby leaves mood undecided") {
    Diary diary;
    for (int i = 0; i < 30; ++i) {
        diary.log({}, 150 + diary.draw(30), 3 + diary.draw(2));
        diary.world.pass(ms_per_day);
    }
    diary.agree(social_limit);
    for (int i = 0; i < 32; ++i) {
        diary.log({}, 40 + diary.draw(30), 7 + diary.draw(2));
        diary.world.pass(ms_per_day);
    }
    const std::string said = diary.said_to_client();
    INFO(said);
    CHECK(has(said, "After it began, recorded minutes a day were lower by 1"));
    CHECK(has(said, "when the trend is allowed for"));
    CHECK_FALSE(has(said, "session or another boundary"));

    const auto began = need(local_time(diary.world.clock.at + -32 * ms_per_day, "Europe/Berlin"));
    need(store::plan_appointment(diary.doctor.store(), diary.record,
                                 {.day = began.date, .minute = 600},
                                 Appointment{.minutes = 50, .place = Place::video}));
    CHECK(has(diary.brief().impact.front(),
              ": we can't tell, since a session or another boundary lies within a week of it."));
}

TEST_CASE("Where a rule counts no use, nothing is set beside mood") {
    Diary diary;
    diary.agree(Attested{PhiText("No phone in bed")});
    CHECK(has(diary.said_to_client(), "no minutes are counted for it"));
}

}  // namespace
}  // namespace evenkeel::test
