// The invented client and the invented caseload of the scenes.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

constexpr Day wednesday{20222};  // 14 May 2025
constexpr std::int64_t noon_ms = 20222LL * 86'400'000 + 43'200'000;

template <typename Id>
Id id_of(std::uint8_t number) {
    Id id;
    id.bytes.fill(number);
    return id;
}

const std::string watched_rarely =
    "Nobody is watching this live. What you share leaves this device only when it syncs, and is "
    "looked at every weekday, by Dr Weber or Dr Lee.";

SyncLine settled() {
    return {.state = SyncLineState::settled,
            .pending = 0,
            .sentence = "Saved here, and sent. Last shared today 20:00.",
            .details = {"The server answered at 20:00.", "Nothing waits on this device."}};
}

std::array<Day, 7> week_days() {
    std::array<Day, 7> days{};
    for (std::int32_t i = 0; i < 7; ++i) days[static_cast<std::size_t>(i)] = wednesday + (i - 6);
    return days;
}

BoundaryCard bedroom() {
    using enum DayOutcome;
    BoundaryCard card;
    card.id = id_of<EntityId>(1);
    card.stage = BoundaryStage::in_force;
    card.sentence = "No phone in bed.";
    card.reason = "I want to be asleep before midnight";
    card.proposed_by = "you";
    card.since = wednesday + -73;
    card.review_day = wednesday + 12;
    card.form = BoundaryForm{.kind = FormKind::attested, .statement = "No phone in bed"};
    card.week = {kept, kept, partly, kept, blank, kept, kept};
    card.week_days = week_days();
    card.kept_sentence = "Kept on 5 of 6 days you logged";
    return card;
}

BoundaryCard social() {
    using enum DayOutcome;
    BoundaryCard card = bedroom();
    card.id = id_of<EntityId>(2);
    card.sentence =
        "Social media: at most 45 minutes a day, with 5 minutes of grace. Counted from "
        "the log.";
    card.reason = "The evenings slip away";
    card.proposed_by = "Dr Weber";
    card.form = BoundaryForm{.minutes_max = 45, .grace_minutes = 5};
    card.week = {kept, broken, partly, kept, blank, not_applicable, kept};
    card.kept_sentence = "Kept on 3 of 5 days you logged";
    return card;
}

BoundaryCard waiting_proposal() {
    BoundaryCard card = bedroom();
    card.id = id_of<EntityId>(3);
    card.stage = BoundaryStage::waits_for_me;
    card.sentence = "AI tools: not from 22:00 to 07:00. Counted from the log.";
    card.reason = "Late conversations keep you awake";
    card.proposed_by = "Dr Weber";
    card.since.reset();
    card.form = BoundaryForm{.kind = FormKind::curfew, .groups = {UseGroup::ai}};
    return card;
}

SessionLine next_session(bool is_client) {
    return {.id = id_of<EntityId>(31),
            .text = "Thu 15 May, 14:00, by video",
            .ends = {noon_ms + 86'400'000},
            .agenda = {{.id = id_of<EntityId>(32),
                        .text = "Whether the phone could stay in the kitchen",
                        .is_mine = is_client},
                       {.id = id_of<EntityId>(33),
                        .text = "The social media boundary is due for review",
                        .is_mine = !is_client}}};
}

TodayView today_view() {
    TodayView view;
    view.day = view.today = wednesday;
    view.mood = 7;
    view.tags = {"a walk"};
    view.offered_tags = {"a walk", "family", "late to bed"};
    view.use = {UseLine{.group = UseGroup::internet,
                        .minutes = 195,
                        .offered_minutes = 210,
                        .limit_minutes = 180},
                UseLine{.group = UseGroup::social, .minutes = 30, .limit_minutes = 45},
                UseLine{.group = UseGroup::ai, .offered_minutes = 30}};
    view.boundaries = {AnswerLine{.boundary = id_of<EntityId>(1),
                                  .title = "No phone in bed",
                                  .question = {},
                                  .answer = Answer::kept},
                       AnswerLine{.boundary = id_of<EntityId>(2),
                                  .title = "Social media, at most 45 min",
                                  .question = {}}};
    view.days_logged_of_28 = 19;
    view.next_session = next_session(true);
    view.blank_days = {wednesday + -3, wednesday + -5};
    return view;
}

ScreenTimeView screen_time_view(const TodayView& today) {
    ScreenTimeView view;
    view.day = view.today = wednesday;
    view.use = today.use;
    view.items = {UseItem{.id = id_of<EntityId>(21),
                          .group = UseGroup::internet,
                          .minutes = 195,
                          .purpose = "Work or study",
                          .source = "estimated",
                          .when = "20:40"},
                  UseItem{.id = id_of<EntityId>(22),
                          .group = UseGroup::social,
                          .minutes = 30,
                          .purpose = {},
                          .source = "counted by a device",
                          .when = "18:05",
                          .is_private = true}};
    view.week_minutes = {250, 310, 195, std::nullopt, 280, 240, 225};
    view.week_sentence = "4 h 10 min in the middle of the last seven days; one day has no entry.";
    return view;
}

SharingView sharing_view() {
    SharingView view;
    view.seen_by = {"Dr Weber"};
    view.kinds = {{SharedData::mood, true},
                  {SharedData::use, true},
                  {SharedData::boundary_answers, true},
                  {SharedData::journal, false},
                  {SharedData::private_counts, false}};
    for (std::int32_t i = 0; i < 3; ++i) {
        view.seen_days.push_back({.day = wednesday + -i,
                                  .mood = i == 1 ? "not said" : "7 of 10",
                                  .use = "internet 3 h 15 min, social media 30 min",
                                  .answers = "kept 1 of 2",
                                  .late = i == 2});
    }
    view.seen_days.front().details = {
        {"Your note", "The evening went better after I left the phone in the kitchen."},
        {"Social media, what for", "Messages"}};
    view.devices = {DeviceLine{.name = "This phone", .this_one = true},
                    DeviceLine{.name = "Tablet",
                               .waits = true,
                               .safety_number = "48213 90517 22640 11873",
                               .id = id_of<DeviceId>(2)}};
    view.safety_number = "31415 92653 58979 32384 62643 38327";
    view.opened.days = {
        {.day = wednesday,
         .title = "Today",
         .lines = {{.who = "Dr Weber", .what = "the session brief", .time = "09:12"},
                   {.who = "Dr Weber", .what = "the record", .time = "09:10"}}},
        {.day = wednesday + -6,
         .title = "Thursday 8 May",
         .lines = {{.who = "Dr Weber", .what = "the record", .time = "13:50"}}}};
    return view;
}

std::vector<CaseLine> case_lines() {
    return {{.record = id_of<VaultId>(1),
             .name = "Amira K.",
             .detail = "Last entry today · 6 of 7 days",
             .need = "A proposal waits for your answer",
             .waits = true,
             .confirmed = true},
            {.record = id_of<VaultId>(2),
             .name = "Rosa T.",
             .detail = "Last entry 5 May · 0 of 7 days",
             .need = "Quiet for 9 days",
             .confirmed = true},
            {.record = id_of<VaultId>(3),
             .name = "Lena M.",
             .detail = "Has joined, nothing shared yet",
             .need = "Nothing yet",
             .confirmed = true},
            {.record = id_of<VaultId>(4),
             .name = "Jonas B.",
             .detail = "Last entry today · 7 of 7 days",
             .need = "",
             .confirmed = true},
            {.record = id_of<VaultId>(5),
             .name = "Paul S.",
             .detail = "Last entry yesterday · 5 of 7 days",
             .need = "",
             .confirmed = true}};
}

OverviewDay overview_day(std::int32_t i, std::int32_t count) {
    OverviewDay day;
    day.day = wednesday + (i - count + 1);
    if (i % 11 == 6) return day;  // as real people leave them
    const auto n = static_cast<std::uint32_t>(i);
    day.mood = 3 + n * 3 / static_cast<std::uint32_t>(count) + (n * 7 % 5) / 2;
    day.minutes = {280 - n * 4 + n * 37 % 50, 75 - n + n * 13 % 30, (n * 11 % 4) * 15};
    day.late = i == 3;
    if (i % 6 == 1) day.beside = "09:15 4, 18:40 6 · family, late to bed";
    return day;
}

SessionBrief brief_of(const OverviewView& view) {
    SessionBrief brief{.name = view.name, .made = "Wed 14 May, 12:00"};
    brief.period = "Since the session on Thu 17 Apr, that day included: 28 days.";
    brief.next = "Next session: " + view.sessions.front().text + ".";
    for (const AgendaLine& line : view.sessions.front().agenda) brief.agenda.push_back(line.text);
    brief.days = view.days;
    brief.safety =
        "None reported. No question here asks about safety and no machine reads the words: ask.";
    brief.coverage = {
        "Logged on 25 of 28 days, 1 of them entered later. Days without an entry are left blank."};
    brief.synced = "Last synced today 20:00.";
    brief.mood =
        "Likely better: on average 1.1 points higher, likely between 0.4 and 1.8. Median mood 5 of "
        "10 on 25 days; 4 in the 28 days before.";
    for (const AgreedStrip& strip : view.kept) {
        brief.boundaries.push_back(
            {.boundary = strip.boundary,
             .title = strip.title,
             .sentence = strip.title + ".",
             .kept = strip.sentence + ". That is likely 56 to 89 % of days.",
             .trend_words = "Too early to compare with the 28 days before.",
             .review = "Review was due on Mon 12 May.",
             .waiting = {},
             .days = strip.days,
             .overrides = {"Sat 3 May: not kept. “A friend needed to talk”"}});
    }
    brief.boundaries.front().trend = Trend::more;
    brief.boundaries.front().trend_words = "Kept more often than in the 28 days before.";
    brief.boundaries.front().review_due = true;
    brief.boundaries.back().waiting = "A proposal of the client waits for your answer.";
    brief.use = view.use_sentences;
    brief.agreed_minutes = view.agreed_minutes;
    brief.use_details = {
        "AI was used for: information 1 h 30 min, comfort 45 min and nothing said "
        "for 15 min."};
    brief.pages = {{.id = id_of<EntityId>(41),
                    .day = "Sun 11 May",
                    .title = "Evenings",
                    .text = "I notice that I reach for the phone when the flat gets quiet. Twice I "
                            "put it in the kitchen and read instead.",
                    .brought = true,
                    .waits = true},
                   {.id = id_of<EntityId>(42),
                    .day = "Tue 6 May",
                    .title = {},
                    .text = "The call with my sister was better than an hour of scrolling.",
                    .waits = true}};
    brief.impact = {
        "Social media, at most 45 min, since Fri 9 May: 6 of 28 days with mood and "
        "minutes so far. Too early to look for patterns."};
    brief.to_do = {"Review, due on Mon 12 May: No phone in bed.",
                   "2 shared pages wait for a reply, the oldest since Tue 6 May."};
    return brief;
}

OverviewView overview_view(std::int32_t count) {
    using enum DayOutcome;
    OverviewView view;
    view.record = id_of<VaultId>(1);
    view.name = "Amira K.";
    view.summary = "Shares mood, screen time and boundary answers · last synced today 20:00";
    view.day_count = static_cast<std::size_t>(count);
    view.tiles = {
        {.title = "Mood, median", .figure = "6 of 10", .detail = "up 1 from the days before"},
        {.title = "Screen time, daily median",
         .figure = "4 h 05 min",
         .detail = "down 40 min from the days before"},
        {.title = "Boundaries kept", .figure = "9 of 14 days", .detail = "both on the same day"},
        {.title = "Days logged", .figure = "25 of 28", .detail = "1 entered later"}};
    AgreedStrip strip{.boundary = id_of<EntityId>(1),
                      .title = "No phone in bed",
                      .sentence = "Kept on 19 of 25 known days; 3 days unknown",
                      .days = {}};
    for (std::int32_t i = 0; i < count; ++i) {
        view.days.push_back(overview_day(i, count));
        strip.days.push_back(i % 11 == 6  ? blank
                             : i % 5 == 4 ? broken
                             : i % 9 == 2 ? partly
                                          : kept);
    }
    view.kept = {strip};
    strip.boundary = id_of<EntityId>(2);
    strip.title = "Social media, at most 45 min";
    strip.sentence = "Kept on 16 of 25 known days; 3 days unknown";
    std::reverse(strip.days.begin(), strip.days.end());
    view.kept.push_back(strip);
    view.coverage_sentence =
        "25 of 28 days have an entry, one of them entered later. The newest came today at 20:00.";
    view.mood_sentence = "Mood between 3 and 8, in the middle 6; about one higher than before.";
    view.use_sentences = {"Internet: in the middle 4 h, 40 min less than before.",
                          "Social media: in the middle 55 min; 9 days over what was agreed.",
                          "AI tools: in the middle 15 min."};
    view.agreed_minutes = {180, 45, std::nullopt};
    view.boundaries = {waiting_proposal(), bedroom(), social()};
    view.boundaries.front().proposed_by = "Amira K.";
    for (BoundaryCard& card : view.boundaries) {
        card.reviewable = card.stage == BoundaryStage::in_force;
    }
    view.today = wednesday;
    view.sessions = {next_session(false)};
    view.brief = brief_of(view);
    view.words = words_view();
    view.safety_number = "31415 92653 58979 32384 62643 38327";
    view.intakes = intakes_finished(Role::clinician);
    return view;
}

InviteView invite_view() {
    InviteView view{.name = "Mika",
                    .link = "evenkeel:2/AB3D-EF6H-JK8M-NP2Q-RS4T-UV6W-XY8Z-AB3D-EF6H-JK8M-NP2Q",
                    .expires = "until Saturday 17 May, 14:00",
                    .offered = true,
                    .qr_width = 29,
                    .qr_modules = {}};
    // Not a real code: a pattern of the same size and density.
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < view.qr_width * view.qr_width; ++i) {
        state = state * 1664525 + 1013904223;
        view.qr_modules.push_back((state >> 30) % 2 == 0);
    }
    return view;
}

}  // namespace

model::Snapshot client_snapshot() {
    Snapshot snapshot;
    snapshot.stage = Stage::client;
    snapshot.now = {noon_ms};
    snapshot.zone = "Europe/Dublin";
    snapshot.nobody_watches = watched_rarely;
    snapshot.sync = settled();
    snapshot.export_paths = {"/people/amira/Documents/Evenkeel 2025-05-14.pdf",
                             "/people/amira/Documents/Evenkeel 2025-05-14.html",
                             "/people/amira/Documents/Evenkeel 2025-05-14.json"};
    ClientViews views;
    views.name = "Amira";
    views.confirmed = true;
    views.today = today_view();
    views.screen_time = screen_time_view(views.today);
    views.boundaries.cards = {waiting_proposal(), bedroom(), social()};
    views.sharing = sharing_view();
    snapshot.client = std::move(views);
    return snapshot;
}

model::Snapshot clinician_snapshot() {
    Snapshot snapshot;
    snapshot.stage = Stage::clinician;
    snapshot.now = {noon_ms};
    snapshot.zone = "Europe/Dublin";
    snapshot.nobody_watches = watched_rarely;
    snapshot.sync = settled();
    snapshot.brief_path = "/people/weber/Documents/Evenkeel brief 2025-05-14.pdf";
    ClinicianViews views;
    views.name = "Dr Weber";
    views.practice = "Harbour Practice";
    views.is_admin = true;
    views.reply_days = 3;
    views.questions = {{.id = id_of<EntityId>(61),
                        .question = "What did you hear on the way here?",
                        .by = "Dr Lee"},
                       {.id = id_of<EntityId>(62),
                        .question = "Whom would you tell first about this week, and what?",
                        .by = "you"}};
    views.caseload = case_lines();
    views.invited = {{.invite = id_of<InviteId>(1),
                      .name = "Mika",
                      .made = "Invited yesterday 16:20",
                      .expires = "The link works once, until Friday 16 May, 16:20."},
                     {.invite = id_of<InviteId>(2),
                      .name = "Theo",
                      .made = "Invited Thursday 8 May 11:00",
                      .expires = "The link worked until Sunday 11 May, 11:00; nobody used it.",
                      .expired = true}};
    views.colleagues = {{.user = id_of<UserId>(1),
                         .name = "Dr Weber",
                         .role = "Admin",
                         .is_self = true,
                         .safety_numbers = {"27182 81828 45904 52353 60287 47135"}},
                        {.user = id_of<UserId>(2),
                         .name = "Dr Lee",
                         .role = "Clinician",
                         .safety_numbers = {"14142 13562 37309 50488 01688 72420"}}};
    views.devices = {{.name = "This device", .this_one = true, .id = id_of<DeviceId>(0x1a)}};
    views.invited_colleagues = {{.invite = id_of<InviteId>(3),
                                 .name = "Dr Osei",
                                 .made = "Invited today 09:10",
                                 .expires = "The link works once, until Saturday 17 May, 09:10."}};
    views.overview = overview_view(28);
    views.overview->team.inside = {views.colleagues.front()};
    views.overview->team.outside = {views.colleagues.back()};
    views.invite = invite_view();
    snapshot.clinician = std::move(views);
    return snapshot;
}

}  // namespace evenkeel::test
