#include "app/model/sessions.h"

#include "core/codec/entity.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::uint32_t minutes_unsaid = 60;

// The lines of one session, the oldest first.
Result<std::vector<AgendaLine>> agenda_of(store::Store& store, VaultId record, EntityId session,
                                          UserId reader) {
    TRY_ASSIGN(const auto rows,
               store.list({.record = record, .kind = EntityKind::agenda_item, .subject = session}));
    std::vector<AgendaLine> lines;
    for (const store::EntityRow& row : rows) {
        const auto item = codec::decode_agenda_item(row.fragment);
        if (!item.ok() || !item.value().text || item.value().done) continue;
        lines.push_back({.id = row.id,
                         .text = item.value().text->reveal(),
                         .is_mine = item.value().author == reader,
                         .only_mine = !row.has_shared});
    }
    return lines;
}

}  // namespace

Result<std::vector<PlannedSession>> read_sessions(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto rows, store.list({.record = record, .kind = EntityKind::appointment}));
    std::vector<PlannedSession> sessions;
    for (const store::EntityRow& row : rows) {
        auto read = codec::decode_appointment(row.fragment);
        if (!read.ok()) continue;  // `history` shows it
        const AppointmentState state = read.value().state;
        if (state == AppointmentState::cancelled || state == AppointmentState::missed) continue;
        sessions.push_back({.id = row.id, .entity = std::move(read).value()});
    }
    std::ranges::sort(sessions, {},
                      [](const PlannedSession& session) { return session.entity.when.instant; });
    return sessions;
}

Instant end_of(const Appointment& session) {
    return session.when.instant + session.minutes.value_or(minutes_unsaid) * ms_per_minute;
}

const PlannedSession* next_session(const std::vector<PlannedSession>& sessions, Instant now) {
    const auto found = std::ranges::find_if(
        sessions, [&](const PlannedSession& session) { return end_of(session.entity) > now; });
    return found == sessions.end() ? nullptr : &*found;
}

const PlannedSession* last_session(const std::vector<PlannedSession>& sessions, Instant now) {
    const auto found =
        std::find_if(sessions.rbegin(), sessions.rend(),
                     [&](const PlannedSession& session) { return end_of(session.entity) <= now; });
    return found == sessions.rend() ? nullptr : &*found;
}

const PlannedSession* newest_begun(const std::vector<PlannedSession>& sessions, Instant now) {
    const auto found = std::find_if(
        sessions.rbegin(), sessions.rend(),
        [&](const PlannedSession& session) { return session.entity.when.instant <= now; });
    return found == sessions.rend() ? nullptr : &*found;
}

std::string place_words(const std::optional<Place>& place) {
    if (!place) return "";
    switch (*place) {
        case Place::in_person:
            return tr("in person");
        case Place::video:
            return tr("by video");
        case Place::phone:
            return tr("by phone");
    }
    return "";
}

std::string session_words(const Appointment& session, const std::string& zone) {
    auto here = local_time(session.when.instant, zone);
    std::string shown = zone;
    if (!here.ok()) {
        here = local_time(session.when.instant, "UTC");
        shown = "UTC";
    }
    if (!here.ok()) return "";
    std::string text =
        tr("{0}, {1}", short_date(here.value().date), print_time_of_day(here.value().minute));
    if (here.value().offset_minutes != session.when.offset_minutes)
        text = tr("{0} {1} time", text, shown);
    const std::string place = place_words(session.place);
    return place.empty() ? text : tr("{0}, {1}", text, place);
}

Result<std::vector<SessionLine>> session_lines(store::Store& store, VaultId record,
                                               const Moment& now, UserId reader) {
    TRY_ASSIGN(const auto sessions, read_sessions(store, record));
    std::vector<SessionLine> lines;
    for (const PlannedSession& session : sessions) {
        if (end_of(session.entity) <= now.instant) continue;
        SessionLine line{.id = session.id,
                         .text = session_words(session.entity, now.zone),
                         .ends = end_of(session.entity),
                         .agenda = {}};
        TRY_ASSIGN(line.agenda, agenda_of(store, record, session.id, reader));
        if (session.entity.agenda) {
            line.agenda.insert(line.agenda.begin(),
                               {.id = session.id, .text = session.entity.agenda->reveal()});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace evenkeel::model
