#include "app/model/agreed_strips.h"
#include "app/model/consents.h"
#include "app/model/day_use.h"
#include "app/model/given_prompts.h"
#include "app/model/overview_words.h"
#include "app/model/pages.h"
#include "app/model/plan.h"
#include "app/model/proposal_draft.h"
#include "app/model/ranges.h"
#include "app/model/risk.h"
#include "app/model/session_brief.h"
#include "app/model/sessions.h"
#include "app/model/tools.h"
#include "app/model/views.h"
#include "core/domain/boundary_text.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// Agreed for all screen use together.
std::optional<std::uint32_t> agreed_total(const client::BoundaryBook& book, Day today) {
    for (const BoundaryStanding& standing : book.standings) {
        const VersionRecord* version = version_of_day(book, standing, today);
        const auto* limit =
            version ? std::get_if<DailyLimit>(&version->document.terms.rule) : nullptr;
        const bool is_total =
            limit != nullptr && (limit->groups.empty() || limit->groups.size() == use_group_count);
        if (is_total) return limit->minutes_max;
    }
    return std::nullopt;
}

void add_use(OverviewView& view, const client::BoundaryBook& book, const Ranges& ranges,
             Day today) {
    view.agreed_minutes = agreed_minutes(book, today);
    for (std::size_t i = 0; i < use_group_count; ++i) {
        view.use_sentences[i] =
            use_sentence_of(use_groups[i], ranges, view.agreed_minutes[i], view.day_count);
    }
}

Result<std::string> summary_of(RecordDesk& desk, const std::optional<Instant>& last_synced) {
    TRY_ASSIGN(auto shared, read_consents(desk.store(), desk.record()));
    std::vector<std::string> kinds;
    if (shared[SharedData::mood]) kinds.emplace_back("mood");
    if (shared[SharedData::use]) kinds.emplace_back("screen time");
    if (shared[SharedData::boundary_answers]) kinds.emplace_back("boundary answers");
    std::string text = kinds.empty() ? "Shares boundaries only." : "Shares " + joined(kinds) + ".";
    if (last_synced) text += " Last synced " + relative_moment(*last_synced, desk.now()) + ".";
    return text;
}

void add_devices(OverviewView& view, RecordDesk& desk, const CardReader& reader) {
    for (const client::MemberLine& member : reader.members) {
        if (member.role != Role::client || member.record != desk.record()) continue;
        view.verified = member.verified;
        for (const DeviceId& device : member.devices) {
            const auto number = client::safety_number_of(desk.profile, desk.record(), device);
            if (!number.ok()) continue;
            view.safety_number += (view.safety_number.empty() ? "" : "\n") + number.value();
        }
    }
}

}  // namespace

Result<OverviewView> overview_view(RecordDesk& desk, const OverviewRequest& request) {
    const auto count = static_cast<std::int32_t>(request.day_count);
    const Day today = request.today;
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TRY_ASSIGN(const auto summaries,
               summarise(desk.entries, desk.now().zone, {today + (1 - 2 * count), today}, *book));
    const Days all(summaries);
    const Ranges ranges{.before = all.first(request.day_count), .now = all.last(request.day_count)};

    OverviewView view{.record = desk.record(), .today = today};
    view.name = client_name(request.reader.members, desk.record(), "");
    view.day_count = request.day_count;
    TRY_ASSIGN(view.summary, summary_of(desk, request.last_synced));
    view.days = shown_days(desk.entries, ranges.now);
    add_use(view, *book, ranges, today);
    AgreedDays agreed = agreed_days(*book, ranges.now, Role::clinician);
    view.kept = std::move(agreed.strips);
    const KnownDays known = known_days(desk.entries, ranges.now);
    const Compared mood = compare(ranges, &mood_of);
    view.coverage_sentence = coverage_sentence(known);
    view.mood_sentence = mood_sentence(mood, view.day_count);
    view.tiles = {
        mood_tile(mood, view.day_count),
        screen_time_tile(compare(ranges, &total_of), agreed_total(*book, today), view.day_count),
        kept_tile(agreed.all), logged_tile(known)};
    const std::vector<insight::DaySummary> week(all.end() - week_days, all.end());
    TRY_ASSIGN(view.boundaries, boundary_cards(desk, request.reader, week));
    TRY_ASSIGN(view.drafts, read_proposals(desk.store(), desk.record()));
    TRY_ASSIGN(const auto reply_days, promised_days(desk.store(), desk.record()));
    const PageReader reader{.self = request.reader.self,
                            .today = today,
                            .members = request.reader.members,
                            .reply_days = reply_days};
    TRY_ASSIGN(view.words.pages, read_shared_pages(desk, reader));
    TRY_ASSIGN(view.words.given, read_given_prompts(desk, reader));
    add_devices(view, desk, request.reader);
    TRY_ASSIGN(view.risks, risk_lines(desk.store(), desk.record(), desk.now()));
    std::erase_if(view.risks, [](const RiskLine& line) { return line.state == RiskState::read; });
    TRY_ASSIGN(view.brief, session_brief(desk, {.reader = request.reader,
                                                .today = today,
                                                .name = view.name,
                                                .last_synced = request.last_synced}));
    TRY_ASSIGN(view.sessions,
               session_lines(desk.store(), desk.record(), desk.now(), request.reader.self));
    TRY_ASSIGN(view.plan, plan_lines(desk.store(), desk.record(), request.reader.self,
                                     request.reader.members));
    TRY_ASSIGN(const auto* intakes, desk.intakes());
    view.intakes = intakes_view(*intakes, request.reader, today);
    TRY_ASSIGN(const auto cards, store::read_cards(desk.store(), desk.record()));
    view.recommended = card_lines(cards, today);
    std::erase_if(view.recommended, [](const ToolCardLine& line) { return line.why.empty(); });
    return view;
}

}  // namespace evenkeel::model
