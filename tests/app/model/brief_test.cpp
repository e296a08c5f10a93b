// The session brief says what the record says: its numbers are counted here once more, by hand,
// from the clinician's store, and looked for in every format.
#include "app/model/brief_document.h"
#include "app/model/session_brief.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"
#include "tests/support/plain.h"
#include "tests/sync/enrolment/world.h"

#include <algorithm>
#include <set>

namespace evenkeel::test {
namespace {

using namespace model;

constexpr const char* secret = "Nobody but me may read this";

struct Practice {
    World world;
    Someone doctor{world, "doctor"};
    Someone client{world, "client"};
    VaultId record;

    Practice() {
        found_practice(world, doctor);
        bring_in(world, doctor, client, trust::InviteRole::client, "Zoë <b>Test</b>");
        record = client.identity().care_vault;
    }
    [[nodiscard]] Day today() { return need(store::today(doctor.store())); }
    void mood(std::uint32_t value, const char* note = nullptr) {
        MoodEntry entry{.mood = Rating(value)};
        if (note != nullptr) entry.note = PhiText(note);
        need(store::log_mood(client.store(), record, {}, std::move(entry),
                             {.note = store::Placement::private_}));
    }
    void use(UseGroup group, std::uint32_t minutes, const char* purpose) {
        UseEntry entry{.group = group, .minutes = Minutes(minutes)};
        entry.purpose = PhiText(purpose);
        need(store::log_use(client.store(), record, {}, std::move(entry), {}));
    }
    EntityId page(const std::string& text, store::Placement placement, bool bring = false) {
        JournalPage page{.text = PhiText(text)};
        if (bring) page.bring_to_session = true;
        return need(store::write_journal(client.store(), record, {}, std::move(page),
                                         {.entry = placement}))
            .id;
    }
    void session_now() {
        Appointment held{.minutes = 50, .place = Place::in_person};
        const auto time = need(local_time(world.clock.at, "Europe/Berlin"));
        need(store::plan_appointment(doctor.store(), record,
                                     {.day = time.date, .minute = time.minute}, held));
    }
    // Seven weeks: a session after the fourth; moods rise afterwards; each seventh day is blank.
    void seven_weeks() {
        for (int day = 0; day < 49; ++day) {
            world.pass(ms_per_day);
            if (day == 28) session_now();
            if (day % 7 == 3) continue;
            mood(day < 28 ? 3U + static_cast<std::uint32_t>(day % 2)
                          : 6U + static_cast<std::uint32_t>(day % 2),
                 secret);
            use(UseGroup::social, day < 28 ? 90 : 45, "connection");
            if (day % 5 == 0) use(UseGroup::ai, 20, day % 2 == 0 ? "comfort" : "information");
        }
        world.pass(2 * ms_per_hour);
    }
    void sync() {
        for (int round = 0; round < 2; ++round) {
            client.sync();
            doctor.sync();
        }
    }
    SessionBrief brief() {
        sync();
        const auto members = need(client::list_members(doctor.profile()));
        RecordDesk desk(doctor.profile(), record);
        return need(session_brief(desk, {.reader = {.role = Role::clinician,
                                                    .self = doctor.identity().user,
                                                    .members = members},
                                         .today = today(),
                                         .name = client_name(members, record, "?"),
                                         .last_synced = world.clock.at}));
    }
    // The independent count: the rows of one kind in the clinician's store since that day.
    std::vector<store::EntityRow> rows(EntityKind kind, Day from) {
        return need(doctor.store().list({.record = record, .kind = kind, .day_from = from}));
    }
};

std::vector<std::string> all_formats(const SessionBrief& brief) {
    const auto words = [&](BriefFormat format) {
        const Bytes bytes = need(brief_bytes(brief, "Dr Vogel", format));
        return std::string(as_text(bytes));
    };
    return {one_line(words(BriefFormat::text)), words_of_html(words(BriefFormat::html)),
            words_of_pdf(words(BriefFormat::pdf))};
}

std::string one(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence + " ";
    return text;
}

TEST_CASE("The numbers of the brief are those of the store, in every format") {
    Practice practice;
    practice.seven_weeks();
    const SessionBrief brief = practice.brief();
    const Day first = practice.today() + -20;
    CHECK(brief.period.ends_with(", that day included: 21 days."));

    std::set<Day> days;
    std::vector<std::uint32_t> moods;
    for (const auto& row : practice.rows(EntityKind::mood, first)) {
        days.insert(*row.day);
        moods.push_back(need(codec::decode_mood(row.fragment)).mood->reveal());
    }
    std::uint32_t ai_minutes = 0;
    std::map<std::string, std::uint32_t> purposes;
    for (const auto& row : practice.rows(EntityKind::use, first)) {
        days.insert(*row.day);
        const UseEntry use = need(codec::decode_use(row.fragment));
        if (use.group != UseGroup::ai) continue;
        ai_minutes += use.minutes->reveal();
        purposes[use.purpose->reveal()] += use.minutes->reveal();
    }
    std::ranges::sort(moods);
    REQUIRE(days.size() == 18);
    REQUIRE(moods.size() == 18);
    REQUIRE(ai_minutes > 0);
    const std::string coverage = "Logged on " + std::to_string(days.size()) + " of 21 days";
    const double middle = (moods[8] + moods[9]) / 2.0;
    const std::string median = middle == 6.5 ? "6.5" : std::to_string(static_cast<int>(middle));
    const std::string mood =
        "Median mood " + median + " of 10 on " + std::to_string(moods.size()) + " days";
    for (const std::string& words : all_formats(brief)) {
        CHECK(words.find(coverage) != std::string::npos);
        CHECK(words.find(mood) != std::string::npos);
        CHECK(words.find("Likely better: on average ") != std::string::npos);
        CHECK(words.find("Social media: median 45 min on 18 days; 1 h 30 min in the 28 days "
                         "before.") != std::string::npos);
        for (const auto& [purpose, minutes] : purposes) {
            CHECK(words.find(purpose + " " + short_duration(minutes)) != std::string::npos);
        }
        CHECK(words.find(secret) == std::string::npos);
    }
    CHECK(std::ranges::count_if(brief.days, [](const auto& day) { return !day.mood; }) == 3);
}

TEST_CASE("The brief is read in one order: safety, coverage, mood, and so on") {
    Practice practice;
    practice.seven_weeks();
    practice.page("A page for the session", store::Placement::shared, true);
    for (const std::string& words : all_formats(practice.brief())) {
        std::size_t place = 0;
        for (const char* text : {"Confidential",
                                 "Session brief: Zoë <b>Test</b>",
                                 "Since the session on",
                                 "Dr Vogel",
                                 "Safety",
                                 "None reported.",
                                 "Coverage",
                                 "Logged on",
                                 "Last synced",
                                 "Mood",
                                 "Median mood",
                                 "Boundaries",
                                 "No boundary was in force.",
                                 "Screen time",
                                 "Internet:",
                                 "Social media:",
                                 "AI:",
                                 "AI was used for:",
                                 "Words",
                                 "brought to the session",
                                 "A page for the session",
                                 "Since each boundary began",
                                 "To do",
                                 "1 shared page waits for a reply"}) {
            INFO(text);
            const std::size_t found = words.find(text, place);
            REQUIRE(found != std::string::npos);
            place = found;
        }
        CHECK(words.find("no risk") == std::string::npos);
    }
}

TEST_CASE("What is private is in no format and is not counted") {
    Practice practice;
    practice.page(secret, store::Placement::private_, true);
    need(
        store::log_mood(practice.client.store(), practice.record, {}, {.mood = Rating(1)},
                        {.entry = store::Placement::private_, .note = store::Placement::private_}));
    practice.page("A shared page", store::Placement::shared);
    const SessionBrief brief = practice.brief();
    CHECK(brief.pages.size() == 1);
    CHECK(brief.coverage.front() == "Nothing was logged here yet.");
    for (const std::string& words : all_formats(brief)) {
        CHECK(words.find(secret) == std::string::npos);
        CHECK(words.find("A shared page") != std::string::npos);
        CHECK(words.find("1 shared page waits") != std::string::npos);
    }
}

TEST_CASE("A time without entries says so, and is no zero") {
    Practice practice;
    const SessionBrief brief = practice.brief();
    CHECK(brief.period == "No earlier session is on record: the last 28 days.");
    CHECK(brief.mood.starts_with("Better or worse: cannot tell, too few days (0 known"));
    CHECK(brief.to_do == std::vector<std::string>{"The intake is due."});
    for (const std::string& words : all_formats(brief)) {
        CHECK(words.find("Social media: nothing was said.") != std::string::npos);
        CHECK(words.find("No page was shared in this time.") != std::string::npos);
        CHECK(words.find("0 min") == std::string::npos);
    }
}

TEST_CASE("Brought pages come first, an answered page is only counted, a long one is shortened") {
    Practice practice;
    const EntityId answered = practice.page("Answered", store::Placement::shared);
    practice.page("Waiting", store::Placement::shared);
    practice.page(std::string(2000, 'x'), store::Placement::shared, true);
    practice.sync();
    need(store::write_feedback(practice.doctor.store(), practice.record, answered,
                               PhiText("Thank you"), practice.doctor.identity().user));
    const SessionBrief brief = practice.brief();
    REQUIRE(brief.pages.size() == 2);
    CHECK(brief.pages[0].brought);
    CHECK(brief.pages[0].shortened);
    CHECK(brief.pages[0].text == std::string(brief_page_characters_max, 'x') + "…");
    CHECK(brief.pages[1].text == "Waiting");
    CHECK(brief.pages_sentence == "1 other page was shared; none waits for a reply.");
    CHECK(brief.to_do.front().starts_with("2 shared pages wait for a reply, the oldest since "));
}

TEST_CASE("A page that was only opened still waits for a reply, one that was taken back does not") {
    Practice practice;
    const EntityId opened = practice.page("Opened", store::Placement::shared);
    const EntityId gone = practice.page("Taken back", store::Placement::shared);
    practice.sync();
    need(store::mark_seen(practice.doctor.store(), practice.record, opened,
                          practice.doctor.identity().user));
    store::Operation operation(practice.client.store(), practice.record, "taking back");
    need(operation.unshare(gone));
    need(operation.commit());
    practice.sync();
    const SessionBrief brief = practice.brief();
    REQUIRE(brief.pages.size() == 1);
    CHECK(brief.pages.front().text == "Opened");
    CHECK(brief.pages.front().waits);
    CHECK(brief.to_do.front().starts_with("1 shared page waits for a reply"));
}

TEST_CASE("Boundaries come with what was kept, the client's word on other days, and the review") {
    Practice practice;
    const Day review = practice.today() + 8;
    const auto id = need(client::propose(
        practice.client.profile(), practice.record,
        {.terms = {.evidence = Evidence::answer, .rule = Attested{PhiText("No phone in bed")}},
         .review_day = review,
         .starts_day = practice.today()}));
    practice.sync();
    need(client::decide(practice.doctor.profile(), practice.record, id, Decision::accept,
                        std::nullopt));
    practice.sync();
    for (int day = 0; day < 9; ++day) {
        practice.world.pass(ms_per_day);
        BoundaryAnswer answer{.boundary = id, .answer = Phi(Answer::kept)};
        if (day == 4)
            answer = {
                .boundary = id, .answer = Phi(Answer::broken), .note = PhiText("A call from home")};
        if (day == 6)
            answer = {.boundary = id, .answer = Phi(Answer::partly), .note = PhiText(secret)};
        need(store::answer_boundary(
            practice.client.store(), practice.record, {}, std::move(answer),
            {.note = day == 6 ? store::Placement::private_ : store::Placement::shared}));
    }
    const SessionBrief brief = practice.brief();
    REQUIRE(brief.boundaries.size() == 1);
    const BriefBoundary& boundary = brief.boundaries.front();
    INFO(boundary.kept);
    CHECK(boundary.kept.starts_with("Kept on 7 of 9 known days"));
    CHECK(boundary.kept.find(" % of days.") != std::string::npos);
    CHECK(boundary.review.starts_with("Review was due on "));
    REQUIRE(boundary.overrides.size() == 2);
    CHECK(boundary.overrides[0].ends_with(": not kept. “A call from home”"));
    CHECK(boundary.overrides[1].starts_with("Not kept, or partly, without a shared note: "));
    CHECK(one(brief.impact).find("no minutes are counted for it") != std::string::npos);
    CHECK(brief.to_do.front().find("Review, due on ") != std::string::npos);
}

TEST_CASE(
    "A boundary that was kept more often says so with an arrow, and a new one that it is early") {
    Practice practice;
    const auto id = need(client::propose(
        practice.client.profile(), practice.record,
        {.terms = {.evidence = Evidence::answer, .rule = Attested{PhiText("No phone in bed")}},
         .starts_day = practice.today()}));
    practice.sync();
    need(client::decide(practice.doctor.profile(), practice.record, id, Decision::accept,
                        std::nullopt));
    CHECK(practice.brief().boundaries.at(0).trend == Trend::too_early);
    for (int day = 0; day < 28; ++day) {
        practice.world.pass(ms_per_day);
        if (day == 14) practice.session_now();
        const Answer said = day < 14 ? Answer::broken : Answer::kept;
        need(store::answer_boundary(practice.client.store(), practice.record, {},
                                    {.boundary = id, .answer = Phi<Answer>(said)}, {}));
    }
    practice.world.pass(2 * ms_per_hour);
    const SessionBrief brief = practice.brief();
    CHECK(brief.boundaries.at(0).trend == Trend::more);
    for (const std::string& words : all_formats(brief)) {
        CHECK(words.find("Kept more often than in the 28 days before.") != std::string::npos);
    }
}

TEST_CASE("Of hours that were agreed to be without, use with a time of day is counted") {
    Practice practice;
    const auto id = need(client::propose(practice.client.profile(), practice.record,
                                         {.terms = {.rule = Curfew{.from_minute = 22 * 60,
                                                                   .to_minute = 6 * 60,
                                                                   .groups = {UseGroup::ai}}},
                                          .starts_day = practice.today()}));
    practice.sync();
    need(client::decide(practice.doctor.profile(), practice.record, id, Decision::accept,
                        std::nullopt));
    for (int day = 0; day < 3; ++day) practice.world.pass(ms_per_day);
    const auto log_at = [&](std::int32_t minute) {
        UseEntry entry{.group = UseGroup::ai, .minutes = Minutes(30)};
        entry.purpose = PhiText("comfort");
        need(store::log_use(practice.client.store(), practice.record,
                            {.day = practice.today() + -1, .minute = minute}, std::move(entry),
                            {}));
    };
    log_at(21 * 60 + 45);  // a quarter of an hour of it lies within
    log_at(15 * 60);
    const SessionBrief brief = practice.brief();
    CHECK(one(brief.use_details).find("AI was used for: comfort 1 h.") != std::string::npos);
    INFO(one(brief.use_details));
    CHECK(one(brief.use_details)
              .find("Between 22:00 and 06:00, agreed to be without AI: use is recorded on 1 of ") !=
          std::string::npos);
    CHECK(one(brief.use_details).find(", 15 min in all.") != std::string::npos);
}

}  // namespace
}  // namespace evenkeel::test
