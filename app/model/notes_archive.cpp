// A clinician's own notes as a file of their own.
#include "app/model/phrases.h"
#include "app/model/record_archive.h"
#include "app/model/sessions.h"
#include "core/domain/local_time.h"
#include "core/report/archive.h"
#include "core/report/document.h"
#include "core/store/session_notes.h"
#include "sync/client/notes_vault.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr std::string_view readme =
    "These are a clinician's own notes on sessions with one client. They are no part of the\r\n"
    "client's record, and no colleague could read them.\r\n"
    "\r\n"
    "notes.html   To read, in any web browser. It loads nothing from anywhere.\r\n"
    "notes.txt    The same as plain text.\r\n"
    "\r\n"
    "The archive is encrypted with AES-256. What you take out of it is not: keep it where only\r\n"
    "you can read it, apart from the record, and delete it when it is no longer needed.\r\n";

std::string heading_of(const store::KeptNote& kept, const std::vector<PlannedSession>& sessions,
                       const std::string& zone) {
    const auto session = std::ranges::find_if(sessions, [&](const PlannedSession& one) {
        return kept.note.appointment && one.id == *kept.note.appointment;
    });
    const std::string day = print_date(kept.note.when.day);
    return session == sessions.end() ? day : day + ", " + session_words(session->entity, zone);
}

report::Section section_of(const store::KeptNote& kept, std::string heading) {
    using report::Paragraph, report::TextKind;
    report::Section section{.heading = std::move(heading), .parts = {}};
    const auto add = [&](TextKind kind, std::string text) {
        section.parts.emplace_back(Paragraph{.kind = kind, .text = std::move(text)});
    };
    add(TextKind::quote, kept.note.text ? kept.note.text->reveal() : "");
    for (const PhiText& other : kept.other_texts) {
        add(TextKind::caption, "Another device of yours wrote this at the same time:");
        add(TextKind::quote, other.reveal());
    }
    return section;
}

report::Document document_of(const std::vector<store::KeptNote>& notes,
                             const std::vector<PlannedSession>& sessions, const std::string& zone) {
    report::Document document{
        .mark = "Confidential",
        .title = "Notes on sessions",
        .head = {count_of(notes.size(), "note", "notes")},
        .sections = {},
        .foot = "These notes are their writer's own, and no part of a record."};
    for (auto kept = notes.rbegin(); kept != notes.rend(); ++kept) {
        document.sections.push_back(section_of(*kept, heading_of(*kept, sessions, zone)));
    }
    return document;
}

}  // namespace

Result<MadeArchive> make_notes_archive(client::Profile& profile, const client::Identity& self,
                                       VaultId record, const std::string& path, Random& random) {
    store::Store& store = profile.store();
    if (self.role == Role::client) {
        return Error(ErrorCode::refused, "Notes on sessions are for clinicians.");
    }
    std::vector<store::KeptNote> notes;
    TRY_ASSIGN(const auto vault, client::find_notes_vault(store, self));
    if (vault) {
        TRY_ASSIGN(notes, store::read_notes(store, *vault, record));
    }
    if (notes.empty()) {
        return Error(ErrorCode::not_found,
                     "There are no notes on that client; nothing was written.");
    }
    TRY_ASSIGN(const auto sessions, read_sessions(store, record));
    const report::Document document =
        document_of(notes, sessions, profile.ports().clock.zone_name());
    MadeArchive made{.path = path, .passphrase = report::make_archive_passphrase(random)};
    made.entries = notes.size();
    TRY_ASSIGN(NewFile file, NewFile::begin(path));
    TRY_ASSIGN(report::Archive archive, report::Archive::begin(file, made.passphrase));
    TRY(archive.add("README.txt", readme));
    TRY(archive.add("notes.html", report::write_html(document)));
    TRY(archive.add("notes.txt", report::write_text(document)));
    TRY(archive.finish());
    TRY(file.finish());
    return made;
}

}  // namespace evenkeel::model
