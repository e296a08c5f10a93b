#include "app/model/session_brief.h"

#include "app/model/brief_parts.h"
#include "app/model/day_use.h"
#include "app/model/impact_basis.h"
#include "app/model/intake_standing.h"
#include "app/model/plan.h"
#include "app/model/reliance_words.h"
#include "app/model/risk.h"
#include "app/model/sessions.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::int64_t stale_ms = ms_per_day;

BriefTime time_since(const PlannedSession* last, Day today) {
    if (last == nullptr) return {.first = today + (1 - month_days), .today = today, .since = {}};
    const Day earliest = today + (1 - brief_days_max);
    return {.first = std::clamp(last->entity.when.day, earliest, today),
            .today = today,
            .since = last->entity.when.instant};
}

std::string period_sentence(const PlannedSession* last, const BriefTime& time) {
    const std::string days = count_of(time.day_count(), "day", "days");
    if (last == nullptr) return "No earlier session is on record: the last " + days + ".";
    const std::string date = short_date(last->entity.when.day);
    if (last->entity.when.day < time.first) {
        return "The last session was on " + date + "; these are the last " + days + ".";
    }
    return "Since the session on " + date + ", that day included: " + days + ".";
}

std::vector<std::string> coverage_sentences(const BriefSource& source,
                                            const std::optional<Instant>& last_synced) {
    const Moment now = source.desk.now();
    std::vector<std::string> sentences;
    if (!last_synced) {
        sentences.emplace_back(
            "When this device last synced is not known here; newer entries may exist.");
    } else if (now.instant - *last_synced > stale_ms) {
        sentences.push_back("This device last synced " + relative_moment(*last_synced, now) +
                            "; newer entries may exist.");
    }
    sentences.push_back(coverage_sentence(known_days(source.desk.entries, source.ranges.now)));
    return sentences;
}

Result<void> add_sessions(SessionBrief& brief, const BriefSource& source, UserId reader) {
    const Moment now = source.desk.now();
    TRY_ASSIGN(const auto sessions,
               session_lines(source.desk.store(), source.desk.record(), now, reader));
    if (sessions.empty()) return {};
    brief.next = "Next session: " + sessions.front().text + ".";
    for (const AgendaLine& line : sessions.front().agenda) brief.agenda.push_back(line.text);
    return {};
}

std::string made_words(const Moment& now) {
    const auto time = local_time(now.instant, now.zone);
    if (!time.ok()) return "";
    return short_date(time.value().date) + ", " + print_time_of_day(time.value().minute);
}

}  // namespace

std::string client_name(const std::vector<client::MemberLine>& members, VaultId record,
                        const std::string& otherwise) {
    for (const client::MemberLine& member : members) {
        const bool is_meant = member.role == Role::client && member.record == record;
        if (is_meant && !member.name.empty()) return member.name;
    }
    return otherwise;
}

Result<SessionBrief> session_brief(RecordDesk& desk, const BriefRequest& request) {
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TRY_ASSIGN(const auto sessions, read_sessions(desk.store(), desk.record()));
    const Moment now = desk.now();
    const PlannedSession* last = last_session(sessions, now.instant);
    const BriefTime time = time_since(last, request.today);
    TRY_ASSIGN(const auto summaries,
               summarise(desk.entries, now.zone, {time.first + -month_days, time.today}, *book));
    const Days all(summaries);
    const Days recent = all.last(time.day_count());
    const Days before = all.first(all.size() - recent.size()).last(month_days);
    TRY_ASSIGN(const auto* reviews, desk.reviews());
    const BriefSource source{
        .desk = desk, .book = *book, .time = time, .ranges = {before, recent}, .reviews = *reviews};

    SessionBrief brief{.name = request.name};
    brief.made = made_words(now);
    brief.period = period_sentence(last, time);
    TRY(add_sessions(brief, source, request.reader.self));
    brief.days = shown_days(desk.entries, recent);
    const Instant since = time.since.value_or(now.instant + -month_days * ms_per_day);
    TRY_ASSIGN(RiskBrief risks, risk_brief(desk.store(), desk.record(), since, now));
    brief.safety = std::move(risks.sentence);
    brief.risks = std::move(risks.lines);
    brief.coverage = coverage_sentences(source, request.last_synced);
    if (brief.coverage.size() == 1) {
        brief.synced = "Last synced " + relative_moment(*request.last_synced, now) + ".";
    }
    brief.mood = mood_sentences(source.ranges);
    brief.boundaries = brief_boundaries(source);
    brief.agreed_minutes = agreed_minutes(*book, time.today);
    for (std::size_t i = 0; i < use_group_count; ++i) {
        brief.use[i] =
            use_sentence_of(use_groups[i], source.ranges, brief.agreed_minutes[i], month_days);
    }
    brief.use_details = use_details(source);
    TRY_ASSIGN(const auto reliance, reliance_sentences(desk.entries, time.today));
    brief.use_details.insert(brief.use_details.end(), reliance.begin(), reliance.end());
    TRY_ASSIGN(BriefPages pages, brief_pages(source));
    TRY_ASSIGN(const auto impact, read_impact(desk, request.today));
    brief.impact = impact_sentences(impact);
    brief.impact_basis = impact_basis(impact);
    TRY_ASSIGN(const auto* intakes, desk.intakes());
    const bool intake_due = intake_standing(*intakes, request.reader.role).is_due;
    TRY_ASSIGN(const auto tools, tools_due(source));
    brief.to_do = to_do(source, pages, intake_due, tools);
    TRY_ASSIGN(const auto plan, plan_lines(desk.store(), desk.record(), request.reader.self,
                                           request.reader.members));
    for (const PlanLine& line : plan) {
        brief.plan.push_back(std::string(place_title(line.place)) + ": " + line.text);
    }
    brief.pages = std::move(pages.pages);
    brief.pages_sentence = std::move(pages.sentence);
    return brief;
}

}  // namespace evenkeel::model
